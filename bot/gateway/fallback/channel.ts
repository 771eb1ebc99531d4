/**
 * Why a post did not go out. `not-sent`: surely not · `unknown`: it may have · `refused`: this channel will not take it before
 * somebody changes its settings · `throttled`: too fast.
 */
export type PostFailure = 'not-sent' | 'unknown' | 'refused' | 'throttled';

export type Posted =
  | { readonly kind: 'sent' }
  | {
      readonly kind: 'failed';
      readonly failure: PostFailure;
      /** Codes and numbers only: addresses of robots are secrets, and texts have no place in a log. */
      readonly reason: string;
      /** How long the channel wants to be left alone, where it is known. */
      readonly restMs?: number;
    };

/** A way to the duty office beside the chat. It is one-way: nobody answers here, and nothing can be asked back. */
export interface FallbackChannel {
  /** `wecom`, `dingtalk`, `feishu` or `mail`. */
  readonly name: string;
  /** The longest text of one post, in bytes of UTF-8. */
  readonly maxBytes: number;
  /** Least distance of two posts in milliseconds. */
  readonly gapMs: number;
  /** Never throws, never waits for longer than 15 s. Only mail shows the title. */
  send(text: string, title: string): Promise<Posted>;
}
