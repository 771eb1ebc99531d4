import type { FallbackChannel, Posted, PostFailure } from '../../bot/gateway/fallback/channel.ts';

/** A fall-back channel for tests: takes what is posted, fails as told, and remembers everything; it outlives the sender. */
export class ScriptedChannel implements FallbackChannel {
  readonly name: string;
  readonly maxBytes: number;
  readonly gapMs: number;
  /** Everything that can be read in the group, in order. */
  readonly posts: { readonly at: Date; readonly text: string; readonly title: string }[] = [];
  /** Whether it is down altogether, and how that looks. */
  down: PostFailure | undefined;
  private readonly clock: { now(): Date };
  private readonly mishaps: { readonly failure: PostFailure; readonly arrives: boolean; readonly restMs?: number }[] =
    [];

  constructor(clock: { now(): Date }, part: Partial<Pick<FallbackChannel, 'name' | 'maxBytes' | 'gapMs'>> = {}) {
    this.clock = clock;
    this.name = part.name ?? 'wecom';
    this.maxBytes = part.maxBytes ?? 2_000;
    this.gapMs = part.gapMs ?? 3_400;
  }

  /** The next post fails so; with `arrives` people can read it all the same. */
  fail(failure: PostFailure, { arrives = false, restMs }: { arrives?: boolean; restMs?: number } = {}): void {
    this.mishaps.push({ failure, arrives, ...(restMs === undefined ? {} : { restMs }) });
  }

  texts(): string[] {
    return this.posts.map(({ text }) => text);
  }

  async send(text: string, title: string): Promise<Posted> {
    if (this.down) return { kind: 'failed', failure: this.down, reason: 'as scripted' };
    const mishap = this.mishaps.shift();
    if (!mishap || mishap.arrives) this.posts.push({ at: this.clock.now(), text, title });
    if (!mishap) return { kind: 'sent' };
    const { failure, restMs } = mishap;
    return { kind: 'failed', failure, reason: 'as scripted', ...(restMs === undefined ? {} : { restMs }) };
  }
}
