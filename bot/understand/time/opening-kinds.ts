import type { TokenKind } from './token.ts';

/** What a phrase of time may begin with. */
export const OPENING: ReadonlySet<TokenKind | undefined> = new Set<TokenKind>([
  ...(['number', 'few', 'half', 'nth', 'year', 'month', 'workday', 'weekWord', 'lacking', 'midnight'] as const),
  ...([
    'namedDay',
    'sameDay',
    'spell',
    'weekday',
    'week',
    'weekend',
    'monthRef',
    'monthEnd',
    'third',
    'yearRef',
  ] as const),
  ...(['yearEnd', 'halfYear', 'quarterRef', 'quarterEnd', 'hazy', 'holiday', 'breakOf', 'festival', 'term'] as const),
  ...([
    'season',
    'leap',
    'lunarMonth',
    'lunarDay',
    'lunarWord',
    'part',
    'office',
    'every',
    'everyOther',
    'now',
    'soon',
  ] as const),
]);

/** Names of days that places and people are called after. */
export const NAMED: ReadonlySet<TokenKind | undefined> = new Set<TokenKind>(['holiday', 'festival', 'term']);
