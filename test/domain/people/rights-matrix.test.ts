import { describe, expect, test } from '@jest/globals';
import type { Intent } from '../../../domain/meaning.ts';
import type { Right } from '../../../domain/people/grants.ts';
import { rightFor } from '../../../domain/people/intent-rights.ts';
import type { Person, Post, Role } from '../../../domain/people/office.ts';
import { may } from '../../../domain/people/rights.ts';
import type { Assignment, Task } from '../../../domain/tasks/task.ts';
import { anAssignment, anOffice, aPerson, aRoom, aTask, aTenure, aUnit, TODAY } from './builders.ts';

/**
 * Who may do what. One row for each thing a person can ask, one column for each kind of person; the object (an assignment or
 * draft) belongs to the person's own unit or to another one:
 *   +  both    o  only his own unit's    x  only other units'    .  neither
 * `where` says where it may be said: any, private, room. `answer` says what becomes of the answer in a room:
 *   here     as said
 *   unit     privately, unless the room is bound to the unit that is asked about
 *   private  always privately
 * Columns: nobody bound · leader · dispatcher · supervisor · sysadmin · observer · head · deputy · liaison A · liaison B · staff ·
 * enterprise contact · assigner (no role any more, but the matter is his) · one who has left every post.
 */
const TABLE = `
ask                 where    answer   nobody leader dispat superv sysadm observ head deputy liaisA liaisB staff enterp assign left
assign              any      here     .      +      +      +      .      .      .    .      .      .      .     .      .      .
confirm draft       any      here     .      +      +      .      .      .      .    .      .      .      .     .      +      .
amend draft         any      here     .      +      +      .      .      .      .    .      .      .      .     .      +      .
amend               any      here     .      .      +      .      .      .      .    .      .      .      .     .      +      .
cancel draft        any      here     .      .      +      .      .      .      .    .      .      .      .     .      +      .
cancel              any      here     .      .      +      .      .      .      .    .      .      .      .     .      +      .
suspend             any      here     .      .      +      .      .      .      .    .      .      .      .     .      +      .
resume              any      here     .      .      +      .      .      .      .    .      .      .      .     .      +      .
archive             any      here     .      .      +      .      .      .      .    .      .      .      .     .      .      .
nudge               any      here     .      .      +      +      .      .      .    .      .      .      .     .      +      .
ack                 any      here     .      o      o      o      o      o      o    o      o      o      o     o      o      .
ack for another     any      here     .      .      .      .      .      .      .    .      .      o      .     .      .      .
progress            any      here     .      o      o      o      o      o      o    o      o      o      o     o      o      .
complete            any      here     .      o      o      o      o      o      o    o      o      o      o     o      o      .
reported_elsewhere  any      here     .      o      o      o      o      o      o    o      o      o      o     o      o      .
extend              any      here     .      o      o      o      o      o      o    o      o      o      o     o      o      .
forward             any      here     .      o      o      o      o      o      o    o      o      o      o     o      o      .
not_mine            any      here     .      o      o      o      o      o      o    o      o      o      o     o      o      .
verify_pass         any      here     .      .      +      .      .      .      .    .      .      .      .     .      x      .
verify_reject       any      here     .      .      +      .      .      .      .    .      .      .      .     .      x      .
received_elsewhere  any      here     .      .      +      .      .      .      .    .      .      .      .     .      x      .
decide extension    any      here     .      .      +      .      .      .      .    .      .      .      .     .      +      .
decide forward      any      here     .      .      +      .      .      .      .    .      .      .      .     .      .      .
decide everybody    any      here     .      +      .      .      .      .      .    .      .      .      .     .      .      .
query own           any      unit     .      o      o      o      o      o      o    o      o      o      o     o      +      .
query               any      unit     .      +      +      +      .      +      .    .      .      .      .     .      .      .
bind_room           room     here     .      .      +      .      +      .      .    .      .      .      .     .      .      .
trial               any      here     .      .      +      .      .      .      .    .      .      .      .     .      .      .
status              any      here     .      .      +      .      +      .      .    .      .      .      .     .      .      .
quiet               any      here     .      +      +      +      +      +      +    +      +      +      +     +      +      .
quiet_hours         private  here     .      +      +      +      +      +      +    +      +      +      +     +      +      .
choose              any      here     .      +      +      +      +      +      +    +      +      +      +     +      +      .
unknown             any      here     .      +      +      +      +      +      +    +      +      +      +     +      +      .
hazard              any      here     .      +      +      +      +      +      +    +      +      +      +     +      +      .
incident            any      here     .      +      +      +      +      +      +    +      +      +      +     +      +      .
broadcast           any      here     .      +      +      +      .      .      .    .      .      .      .     .      .      .
correct_notice      any      here     .      +      +      +      .      .      .    .      .      .      .     .      .      .
end_notice          any      here     .      +      +      .      .      .      .    .      .      .      .     .      .      .
end_notice call     any      here     .      +      .      .      .      .      .    .      .      .      .     .      .      .
feedback            any      here     .      +      +      +      +      +      +    +      +      +      +     +      +      .
lift                any      here     .      +      +      +      +      +      +    +      +      +      +     +      +      .
periods             any      here     .      +      +      +      +      +      +    +      +      +      +     +      +      .
kits                any      here     .      +      +      +      .      .      .    .      .      .      .     .      .      .
kit                 any      here     .      +      +      +      .      .      .    .      .      .      .     .      .      .
period_days         any      here     .      +      +      .      .      .      .    .      .      .      .     .      .      .
holidays            private  here     .      .      +      .      +      .      .    .      .      .      .     .      .      .
warning             any      here     .      +      +      .      .      .      .    .      .      .      .     .      .      .
roster              any      here     .      .      +      .      .      .      o    o      o      o      .     .      .      .
takeover            any      here     .      +      +      +      +      +      +    +      +      +      +     +      +      .
who_on_duty         any      here     .      +      +      +      +      +      +    +      +      +      +     +      +      .
swap                any      here     .      +      +      +      +      +      +    +      +      +      +     +      +      .
handover            any      here     .      +      +      +      +      +      +    +      +      +      +     +      +      .
duty_log            any      here     .      +      +      +      +      +      +    +      +      +      +     +      +      .
paper               any      unit     .      +      +      +      o      +      o    o      o      o      o     o      o      .
checkin             any      here     .      +      +      +      +      +      +    +      +      +      +     +      +      .
zero_report         any      here     .      +      +      +      +      +      +    +      +      +      +     +      +      .
zero_report for another  any  here   .      .      +      .      .      .      .    .      .      .      .     .      .      .
phone_verify        any      here     .      +      +      +      +      +      +    +      +      +      +     +      +      .
rotation            any      here     .      .      +      .      .      .      o    o      o      o      .     .      .      .
put_on_duty         any      here     .      .      +      .      .      .      o    o      o      o      .     .      .      .
absence             any      here     .      +      +      +      +      +      +    +      +      +      +     +      +      .
absence_over        any      here     .      +      +      +      +      +      +    +      +      +      +     +      +      .
leave_post          any      here     .      +      +      +      +      +      +    +      +      +      +     +      +      .
rule_check          any      here     .      .      +      +      .      .      .    .      .      .      .     .      .      .
call_roll           any      here     .      .      +      +      .      .      .    .      .      .      .     .      .      .
pause_checks        any      here     .      +      +      +      +      +      +    +      +      +      +     +      +      .
explain_check       any      here     .      +      +      +      +      +      +    +      +      +      +     +      +      .
feed own            private  here     .      +      +      +      +      +      +    +      +      +      +     +      +      .
feed                private  here     .      .      +      .      .      .      o    o      o      o      .     .      .      .
feed_renew          private  here     .      +      +      +      +      +      +    +      +      +      +     +      +      .
meeting             private  here     .      +      +      +      .      .      .    .      .      .      .     .      .      .
meetings            private  here     .      +      +      +      .      +      .    .      .      .      .     .      .      .
bind                private  here     +      +      +      +      +      +      +    +      +      +      +     +      +      +
code                private  here     +      +      +      +      +      +      +    +      +      +      +     +      +      +
help                any      here     +      +      +      +      +      +      +    +      +      +      +     +      +      +
`;

const HOME = {
  leader: 'gov',
  dispat: 'desk',
  superv: 'dept',
  sysadm: 'dept',
  observ: 'dept',
  enterp: 'works',
} as const;
const ROLES: Readonly<Record<string, Role>> = {
  leader: 'leader',
  dispat: 'dispatcher',
  superv: 'supervisor',
  sysadm: 'sysadmin',
  observ: 'observer',
};
const POSTS: Readonly<Record<string, Post>> = {
  head: 'head',
  deputy: 'deputy',
  liaisA: 'liaison',
  liaisB: 'liaison',
  enterp: 'enterprise-contact',
};

const homeOf = (who: string) => (HOME as Record<string, string>)[who] ?? 'town';

function personIn(column: string): Person | undefined {
  if (column === 'nobody') return undefined;
  const letter = column === 'liaisA' ? 'A' : column === 'liaisB' ? 'B' : undefined;
  const tenure = aTenure(homeOf(column), POSTS[column] ?? 'staff', {
    ...(letter && { letter }),
    ...(column === 'left' && { toDay: '2026-01-14' }),
  });
  return aPerson(column, column, {
    roles: ROLES[column] ? [ROLES[column]] : column === 'left' ? ['dispatcher'] : [],
    tenures: [tenure],
  });
}

const [header, ...rows] = TABLE.trim().split('\n');
const columns = header!.trim().split(/\s+/).slice(3);
const people = new Map(columns.map((column) => [column, personIn(column)]));
const office = anOffice(
  aUnit('gov', '安宁区政府', { kind: 'government' }),
  aUnit('desk', '安委办', { kind: 'office' }),
  aUnit('dept', '应急局', { kind: 'department' }),
  aUnit('town', '青山镇'),
  aUnit('works', '宏达木业', { kind: 'enterprise' }),
  aUnit('else', '石桥乡'),
  ...[...people.values()].flatMap((person) => person ?? []),
);

interface Row {
  readonly ask: string;
  readonly where: string;
  readonly answer: string;
  readonly cells: readonly string[];
}

const table: readonly Row[] = rows.map((row) => {
  const [, ask, where, answer, cells] = row.match(/^(\S+(?: \S+)*?)\s{2,}(\S+)\s+(\S+)\s+(.+)$/)!;
  return { ask: ask!, where: where!, answer: answer!, cells: cells!.trim().split(/\s+/) };
});

const WITHOUT_OBJECT_RIGHTS = new Set<string>(['answer', 'see-duty', 'do-duty']);
const WITHOUT_OBJECT = new Set(['assign', 'bind_room', 'status', 'quiet', 'bind', 'code', 'help']);

/** The object that a row speaks of, in a unit. */
function objectOf(ask: string, unit: string, who: string): Task | Assignment | undefined {
  const assigner = who === 'assign' ? 'person.assign' : 'person.somebody';
  if (WITHOUT_OBJECT.has(ask) || WITHOUT_OBJECT_RIGHTS.has(rightFor(ask as Intent) ?? '')) return undefined;
  if (ask.endsWith(' draft')) return aTask({ executors: [`unit.${unit}`], assigner });
  return anAssignment(unit, { assigner, ...(ask === 'decide forward' && { state: 'forward-pending' }) });
}

function rightOf(ask: string, thing: Task | Assignment | undefined) {
  const [intent, variant] = ask.split(' ');
  return rightFor(intent as Intent, {
    ...(thing && { thing }),
    own: variant === 'own',
    forAnother: variant === 'for',
    call: variant === 'call',
    everybody: variant === 'everybody',
  });
}

function allows(cell: string, whose: string): boolean {
  return cell === '+' || (cell === 'o' && whose === 'own') || (cell === 'x' && whose === 'other');
}

const PLACES = ['private', "room of the object's unit", "another unit's room", 'room nobody bound'] as const;

function roomOf(place: (typeof PLACES)[number], unit: string) {
  if (place === 'private') return undefined;
  if (place === 'room nobody bound') return aRoom('r', '群', []);
  return aRoom('r', '群', [place === "another unit's room" ? 'elsewhere' : unit]);
}

describe.each(table)('“$ask”', ({ ask, where, answer, cells }) => {
  test.each(columns.map((column, index) => ({ column, cell: cells[index]! })))(
    'is for $column: $cell',
    ({ column, cell }) => {
      for (const whose of ['own', 'other'] as const) {
        for (const place of PLACES) {
          const unit = whose === 'own' ? homeOf(column) : 'else';
          const thing = objectOf(ask, unit, column);
          const room = roomOf(place, unit);
          const verdict = may({
            person: people.get(column),
            right: rightOf(ask, thing)!,
            office,
            day: TODAY,
            ...(room && { room }),
            ...(thing && { thing }),
          });

          const inPlace = where === 'any' || (where === 'private') === (place === 'private');
          const details = room && thing && answer === 'unit' && place !== "room of the object's unit";
          expect({ whose, place, ...verdict, refusal: undefined, who: undefined }).toEqual({
            whose,
            place,
            allowed: allows(cell, whose) && inPlace,
            ...(allows(cell, whose) && inPlace && { privately: Boolean(details) }),
          });
        }
      }
    },
  );
});

test('the table has a row for every intent that is meant for the bot', () => {
  const intents = new Set(table.map(({ ask }) => ask.split(' ')[0]));
  const all: Readonly<Record<Exclude<Intent, 'ignore'>, true>> = {
    assign: true,
    ack: true,
    progress: true,
    complete: true,
    verify_pass: true,
    verify_reject: true,
    extend: true,
    query: true,
    cancel: true,
    confirm: true,
    amend: true,
    choose: true,
    decide: true,
    received_elsewhere: true,
    reported_elsewhere: true,
    forward: true,
    not_mine: true,
    suspend: true,
    resume: true,
    roster: true,
    takeover: true,
    hazard: true,
    incident: true,
    broadcast: true,
    correct_notice: true,
    end_notice: true,
    feedback: true,
    lift: true,
    periods: true,
    kits: true,
    kit: true,
    period_days: true,
    holidays: true,
    warning: true,
    who_on_duty: true,
    swap: true,
    handover: true,
    duty_log: true,
    paper: true,
    checkin: true,
    zero_report: true,
    phone_verify: true,
    rotation: true,
    put_on_duty: true,
    absence: true,
    absence_over: true,
    leave_post: true,
    rule_check: true,
    pause_checks: true,
    call_roll: true,
    explain_check: true,
    meeting: true,
    meetings: true,
    bind: true,
    bind_room: true,
    trial: true,
    feed: true,
    feed_renew: true,
    code: true,
    nudge: true,
    quiet: true,
    quiet_hours: true,
    archive: true,
    status: true,
    help: true,
    unknown: true,
  };
  expect([...intents].sort()).toEqual(Object.keys(all).sort());
  expect(rightFor('ignore')).toBeUndefined();
  expect(table.map(({ cells }) => cells.length)).toEqual(table.map(() => columns.length));
});

test('who has been given only that may send notices, and gives no orders', () => {
  const caller = aPerson('caller', '罗刚', { roles: ['caller'], tenures: [aTenure('dept', 'deputy')] });
  const allowed = (right: Right) => may({ person: caller, right, office, day: '2026-01-15' }).allowed;
  expect([allowed('send-notice'), allowed('give-order'), allowed('query-any')]).toEqual([true, false, false]);
  // Of his own notices he has the record as their author.
  expect(allowed('export-notice')).toBe(false);
});
