import type { Paper, PaperKind } from '../../domain/papers/paper.ts';
import type { PaperDrawing } from '../../domain/papers/sheet.ts';
import type { Reading } from '../../domain/reading.ts';
import type { TextContext } from '../../domain/wording/tasks.ts';

/** What a document is drawn from. Everything in it follows from the state and the paper: no clock, nothing random. */
export interface DrawContext {
  readonly read: Reading;
  readonly text: TextContext;
}

/** Draws one kind of document; undefined where there is nothing to put in it any more. */
export interface Renderer {
  readonly kind: PaperKind;
  draw(paper: Paper, context: DrawContext): Promise<PaperDrawing | undefined>;
}
