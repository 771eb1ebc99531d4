import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';

export interface Mail {
  readonly from: string;
  readonly to: readonly string[];
  /** Headers and body as they came. */
  readonly source: string;
}

/** A mail server on the loopback: takes what comes, refuses what it is told to, or breaks the line. */
export class MailServer {
  readonly mails: Mail[] = [];
  /** What is answered to a command instead of the usual, by its first word; `.` is the end of a mail, `hang up` breaks the line. */
  readonly answers = new Map<string, string>();
  private readonly server: Server;
  private readonly sockets = new Set<Socket>();

  private constructor() {
    this.server = createServer((socket) => this.talk(socket));
  }

  static async start(): Promise<MailServer> {
    const mail = new MailServer();
    await new Promise<void>((resolve) => mail.server.listen(0, '127.0.0.1', resolve));
    return mail;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private talk(socket: Socket): void {
    this.sockets.add(socket);
    let rest = '';
    let from = '';
    let to: string[] = [];
    let source: string[] | undefined;
    const say = (word: string, usual: string) => {
      const answer = this.answers.get(word) ?? usual;
      if (answer === 'hang up') socket.destroy();
      else socket.write(`${answer}\r\n`);
    };
    const take = (line: string) => {
      if (source && line === '.') {
        if (!this.answers.has('.')) this.mails.push({ from, to, source: source.join('\n') });
        source = undefined;
        to = [];
        return say('.', '250 taken');
      }
      if (source) return void source.push(line.replace(/^\.\./, '.'));
      const word = line.split(' ', 1)[0]!.toUpperCase();
      if (word === 'MAIL') from = /<([^>]*)>/.exec(line)?.[1] ?? '';
      if (word === 'RCPT') to = [...to, /<([^>]*)>/.exec(line)?.[1] ?? ''];
      if (word === 'EHLO') return say(word, '250-loopback\r\n250-AUTH PLAIN\r\n250 8BITMIME');
      if (word === 'AUTH') return say(word, '235 welcome');
      if (word === 'DATA' && !this.answers.has('DATA')) source = [];
      return say(word, word === 'DATA' ? '354 go on' : word === 'QUIT' ? '221 bye' : '250 ok');
    };
    socket.on('error', () => {});
    socket.on('data', (chunk) => {
      const lines = (rest + chunk.toString('utf8')).split('\r\n');
      rest = lines.pop()!;
      for (const line of lines) take(line);
    });
    socket.write('220 loopback\r\n');
  }
}
