import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Post {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: Record<string, unknown>;
}

/** What a robot answers: a status and a body, or nothing at all. */
export type Answer = { readonly status?: number; readonly body: unknown } | 'hang up';

const WELL = { errcode: 0, errmsg: 'ok' };

/** An HTTP server that plays the robots of WeCom, DingTalk and Feishu; it takes every post unless told otherwise. */
export class Robots {
  readonly posts: Post[] = [];
  private readonly answers: Answer[] = [];
  private readonly server: Server;

  private constructor() {
    this.server = createServer((request, response) => void this.take(request, response));
  }

  static async start(): Promise<Robots> {
    const robots = new Robots();
    await new Promise<void>((resolve) => robots.server.listen(0, '127.0.0.1', resolve));
    return robots;
  }

  address(path: string): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}${path}`;
  }

  /** The next posts get these answers, one each. */
  answer(...answers: Answer[]): void {
    this.answers.push(...answers);
  }

  forget(): void {
    this.posts.length = 0;
    this.answers.length = 0;
  }

  /** What could be read in the groups, in order. */
  texts(): string[] {
    return this.posts.map(({ body }) => {
      const { text, content } = body as { text?: { content: string }; content?: { text: string } };
      return text?.content ?? content?.text ?? '';
    });
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Uint8Array[] = [];
    for await (const chunk of request) chunks.push(chunk as Uint8Array);
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://robots');
    this.posts.push({
      path: pathname,
      query: searchParams,
      body: JSON.parse(Buffer.concat(chunks).toString('utf8')) as Record<string, unknown>,
    });
    const answer = this.answers.shift() ?? { body: pathname.includes('/hook/') ? { code: 0, msg: 'success' } : WELL };
    if (answer === 'hang up') {
      request.socket.destroy();
      return;
    }
    response.writeHead(answer.status ?? 200, { 'content-type': 'application/json' });
    response.end(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body));
  }
}
