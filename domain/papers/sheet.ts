import type { YearPoster } from './year-poster.ts';

/** One sheet of a document as people print it: a title, a line under it, a table of texts, and lines below. */
export interface PaperSheet {
  readonly name: string;
  readonly title: string;
  readonly subtitle: string;
  readonly columns: readonly PaperColumn[];
  /** Every cell is a text, dates too, so that none of them is worked out or shown differently on another machine. */
  readonly rows: readonly (readonly string[])[];
  readonly notes: readonly string[];
  readonly orientation: 'portrait' | 'landscape';
  /** Its headings can be used to filter the rows. */
  readonly filter?: true;
}

export interface PaperColumn {
  readonly heading: string;
  /** In characters of Latin print; a Chinese one takes two. */
  readonly width: number;
  /** Centred where it is short, else from the left. */
  readonly centred?: true;
}

/** A document ready to be written, as a workbook or as a picture: its file name without ending, and what is said when it is sent. */
export type PaperDrawing = { readonly name: string; readonly text: string } & (
  | { readonly sheets: readonly PaperSheet[] }
  | { readonly poster: YearPoster }
);
