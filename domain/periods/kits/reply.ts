/** What a dispatcher does with numbered drafts of a sheet: 确认1、3 · 2不要 · 其余不要 · 预览. */
export interface KitChoice {
  readonly does: 'confirm' | 'decline' | 'show';
  readonly items: readonly number[] | 'all' | 'rest';
}

/** 3改为 …: units and a deadline where the words name them; `text` where they say something else besides. */
export interface KitAmendment {
  readonly does: 'amend';
  readonly item: number;
  readonly names: readonly string[];
  readonly dueAt?: Date;
  readonly text?: string;
}

export type KitReply = KitChoice | KitAmendment;
