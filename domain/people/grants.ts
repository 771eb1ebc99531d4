import type { Role } from './office.ts';

/**
 * How a person stands to the object asked about. `unit`: bound to one of its units · `owner`: named in it · `stand-in`:
 * liaison B of its unit · `in-charge`: its head, deputy or liaison · `bound`: anybody the bot knows.
 */
export type Relation = 'assigner' | 'reviewer' | 'unit' | 'owner' | 'stand-in' | 'in-charge' | 'bound';

/** Who has a right: anybody with one of the roles or in one of the relations. */
export interface Grant {
  readonly roles: readonly Role[];
  readonly relations: readonly Relation[];
  /** Where it may be said; anywhere if absent. */
  readonly place?: 'private' | 'room';
  /** The answer holds details: of units, for rooms bound to these units; or of a kind that no room reads. */
  readonly answer?: 'of-units' | 'never-in-rooms';
  /** Also senders whom no code has proved. */
  readonly strangers?: true;
}

const office: readonly Role[] = ['dispatcher'];

export const RIGHTS = [
  'give-order',
  'confirm-draft',
  'amend-draft',
  'cancel-draft',
  'amend-order',
  'acknowledge',
  'acknowledge-for',
  'report',
  'ask-extension',
  'forward',
  'review',
  'rule-extension',
  'rule-forward',
  'withdraw',
  'suspend',
  'resume',
  'archive',
  'chase',
  'query-own',
  'query-any',
  'see-phones',
  'bind-people',
  'bind-room',
  'run-trial',
  'system-status',
  'plan-duty',
  'see-duty',
  'own-calendar',
  'unit-calendar',
  'do-duty',
  'export-duty',
  'collect-reports',
  'set-periods',
  'set-holidays',
  'send-notice',
  'export-notice',
  'end-notice',
  'end-call',
  'approve-everybody',
  'rule-check',
  'split-meeting',
  'see-meetings',
  'answer',
  'alive',
  'quiet',
  'quiet-hours',
  'bind',
  'enter-code',
  'help',
] as const;

export type Right = (typeof RIGHTS)[number];

/** The whole table of rights. What it cannot say, that nobody accepts his own work, stands in `rights.ts`. */
export const GRANTS: Readonly<Record<Right, Grant>> = {
  'give-order': { roles: ['leader', 'dispatcher', 'supervisor'], relations: [] },
  'confirm-draft': { roles: ['leader', ...office], relations: ['assigner'] },
  'amend-draft': { roles: ['leader', ...office], relations: ['assigner'] },
  'cancel-draft': { roles: office, relations: ['assigner'] },
  'amend-order': { roles: office, relations: ['assigner'] },

  acknowledge: { roles: [], relations: ['unit', 'owner'] },
  'acknowledge-for': { roles: [], relations: ['stand-in'] },
  report: { roles: [], relations: ['unit', 'owner'] },
  'ask-extension': { roles: [], relations: ['unit', 'owner'] },
  forward: { roles: [], relations: ['unit', 'owner'] },

  review: { roles: office, relations: ['assigner', 'reviewer'] },
  'rule-extension': { roles: office, relations: ['assigner'] },
  'rule-forward': { roles: office, relations: [] },
  withdraw: { roles: office, relations: ['assigner'] },
  suspend: { roles: office, relations: ['assigner'] },
  resume: { roles: office, relations: ['assigner'] },
  archive: { roles: office, relations: [] },
  chase: { roles: ['supervisor', ...office], relations: ['assigner'] },

  'query-own': { roles: [], relations: ['unit', 'owner', 'assigner', 'reviewer'], answer: 'of-units' },
  'query-any': { roles: ['leader', 'supervisor', 'observer', ...office], relations: [], answer: 'of-units' },
  'see-phones': { roles: ['leader', 'supervisor', ...office], relations: ['unit'], answer: 'never-in-rooms' },

  'bind-people': { roles: ['sysadmin', ...office], relations: [], answer: 'never-in-rooms' },
  'bind-room': { roles: ['sysadmin', ...office], relations: [], place: 'room' },
  'run-trial': { roles: office, relations: [] },
  'system-status': { roles: ['sysadmin', ...office], relations: [] },

  // Whoever sends in the unit's roster; its other people change shifts by swaps.
  'plan-duty': { roles: office, relations: ['in-charge'] },
  'see-duty': { roles: [], relations: ['bound'] },
  // A link opens the calendar for everybody who has it: it is never shown in a room.
  'own-calendar': { roles: [], relations: ['bound'], place: 'private' },
  'unit-calendar': { roles: office, relations: ['in-charge'], place: 'private' },
  // Whose turn it is the shift, the swap or the check-in itself says.
  'do-duty': { roles: [], relations: ['bound'] },
  'export-duty': { roles: ['leader', 'supervisor', 'observer', ...office], relations: ['unit'], answer: 'of-units' },
  // 代报: what a telephone call brought out. Beside them, whoever sits at the chief duty desk then.
  'collect-reports': { roles: office, relations: [] },
  // Key periods that only people know of: warnings, and the days of 两会.
  'set-periods': { roles: ['leader', ...office], relations: [] },
  // The State Council's arrangement of a year: every deadline in working days rests on it, so it is confirmed in private.
  'set-holidays': { roles: ['sysadmin', ...office], relations: [], place: 'private' },
  // Whoever gives orders may make known, and who has been given just that; what breaks the night is shown to its author before it goes.
  'send-notice': { roles: ['leader', 'supervisor', 'caller', ...office], relations: [] },
  // Its author has it too; it holds everybody's telephone numbers.
  'export-notice': { roles: ['leader', ...office], relations: [] },
  // Besides its author: nobody is waited for any more. A 叫应 before 100 % only on a leader's word, and a whole room is called only on his.
  'end-notice': { roles: ['leader', ...office], relations: [] },
  'end-call': { roles: ['leader'], relations: [] },
  'approve-everybody': { roles: ['leader'], relations: [] },
  // What a check-in that nobody answered was, only people say, and not those of the unit.
  'rule-check': { roles: ['supervisor', ...office], relations: [] },

  // A speech is turned into orders by whoever may give them; what was read of it is for nobody else.
  'split-meeting': { roles: ['leader', 'supervisor', ...office], relations: [], place: 'private' },
  'see-meetings': { roles: ['leader', 'supervisor', 'observer', ...office], relations: [], place: 'private' },

  answer: { roles: [], relations: ['bound'] },
  alive: { roles: [], relations: ['bound'] },
  quiet: { roles: [], relations: ['bound'] },
  // When a person sleeps is nobody else's business.
  'quiet-hours': { roles: [], relations: ['bound'], place: 'private' },
  bind: { roles: [], relations: ['bound'], place: 'private', strangers: true },
  'enter-code': { roles: [], relations: ['bound'], place: 'private', strangers: true },
  help: { roles: [], relations: ['bound'], strangers: true },
};
