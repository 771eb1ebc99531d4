import { z } from 'zod';
import type { Policy } from '../domain/policy.ts';
import { checkPolicySchema, shiftPolicySchema, zeroReportPolicySchema } from './duty-policy.ts';
import { builtInKits } from './kits.ts';
import { meetingPolicySchema } from './meeting-policy.ts';
import { noticePolicySchema } from './notice-policy.ts';
import { pacePolicySchema } from './pace-policy.ts';
import { keyPeriodSchema, withSeasons } from './period-policy.ts';
import { clock, rungText } from './shapes.ts';

const monthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'a month and day such as 05-01');
const hours = z.string().regex(/^\d\d:\d\d-\d\d:\d\d(,\d\d:\d\d-\d\d:\d\d)*$/, 'hours such as 09:00-11:45,14:30-17:30');
const rungs = z.array(rungText('"+2wh nudge" or "-1wd 09:00 due-soon"'));

function window(spec: string, workdays: boolean, words: string) {
  return z.object({ hours, workdays: z.boolean() }).default({ hours: spec, workdays }).describe(words);
}

/** Every setting with its default and one line of explanation; the operator's table is generated from here. */
export const policySchema = z.object({
  office: z
    .object({
      start: clock.default('08:30').describe('Office opens'),
      noonEnd: clock.default('12:00').describe('Noon break begins'),
      noonStart: clock.default('14:00').describe('Noon break ends'),
      end: clock.default('17:30').describe('Office closes; a deadline without a clock means this'),
    })
    .prefault({}),
  windows: z
    .object({
      L0: window('00:00-24:00', false, 'Incidents, 叫应, red and orange warnings'),
      R: window('00:00-24:00', false, 'Answers to somebody who just spoke'),
      D: window('08:00-20:00', false, 'Handing out what a person has just confirmed; urgent matters at any hour'),
      L1: window('00:00-24:00', false, 'People on the current shift'),
      L2: window('08:00-20:00', false, 'What is due today'),
      L3: window('09:00-11:45,14:30-17:30', true, 'Ordinary reminders'),
      L4: window('08:30-11:45,14:30-17:30', true, 'Digests and weekly figures'),
    })
    .prefault({}),
  budget: z
    .object({
      roomPerWorkday: z.number().int().min(1).default(6).describe('Reminders to one room on a working day'),
      roomPerDayOff: z.number().int().min(0).default(2).describe('Reminders to one room on a day off'),
      privatePerDay: z
        .number()
        .int()
        .min(1)
        .default(8)
        .describe('Reminders to one person a day; the last gathers the rest'),
      digestMinutes: z
        .number()
        .int()
        .min(0)
        .default(15)
        .describe('Ordinary reminders closer together become one message'),
    })
    .prefault({}),
  tasks: z
    .object({
      ladder: z
        .object({
          noAck: rungs.default(['+2wh nudge', '+4wh nudge', '+1wd 09:00 deputy', '+2wd 09:00 office']),
          beforeDue: rungs.default([]).describe('Filled in when a task is issued, from tasks.beforeDue'),
          afterDue: rungs.default([
            '+30min check',
            '+1wd 09:00 overdue',
            '+3wd 09:00 propose-supervision',
            '+7wd 08:30 weekly-page',
          ]),
          review: rungs.default(['+2wd 09:00 review-waiting', '+4wd 09:00 review-waiting']),
        })
        .prefault({})
        .describe('wh = working hours, wd = working days, with an optional clock'),
      urgentNoAck: rungs
        .default(['+15min nudge-urgent', '+30min nudge-stand-in', '+45min phone-list'])
        .describe('Replaces noAck for 紧急 and 特急'),
      beforeDue: z
        .array(z.object({ fromDays: z.number(), rungs }))
        .default([
          {
            fromDays: 30,
            rungs: [
              '50% halfway',
              '-7d due-soon',
              '-3wd due-soon',
              '-1wd 09:00 due-soon',
              '0d 09:00 due-today',
              '-2h due-today',
            ],
          },
          { fromDays: 7, rungs: ['-3wd due-soon', '-1wd 09:00 due-soon', '0d 09:00 due-today', '-2h due-today'] },
          { fromDays: 2, rungs: ['-1wd 09:00 due-soon', '0d 09:00 due-today', '-2h due-today'] },
          { fromDays: 0.17, rungs: ['50% halfway', '-2h due-today'] },
          { fromDays: 0, rungs: ['50% halfway', '-15min due-today'] },
        ])
        .describe('Reminders before the deadline by length of the term in days; 50% is half of the term'),
      minGapMinutes: z
        .number()
        .int()
        .default(120)
        .describe('Least distance of two reminders about one item to one person'),
      urgentMinGapMinutes: z.number().int().default(10).describe('The same for 紧急 and 特急'),
      draftMinutes: z
        .number()
        .int()
        .default(30)
        .describe('Office minutes until an unconfirmed draft goes to the dispatcher'),
      graceMinutes: z
        .number()
        .int()
        .default(30)
        .describe('Minutes between the private question after a deadline and anybody else hearing of it'),
      ackSummaryMinutes: z
        .number()
        .int()
        .default(15)
        .describe('Minutes after the first reminder until the room hears the count once'),
      togetherMinutes: z
        .number()
        .int()
        .default(2)
        .describe('Text and pictures of one sender this close belong together'),
      ackHours: z
        .number()
        .int()
        .default(24)
        .describe('How long a bare 收到 in a room counts for what was handed out there'),
      archiveDays: z.number().int().default(30).describe('Days after which a finished task is archived'),
      progressDays: z
        .number()
        .int()
        .min(0)
        .default(0)
        .describe('Days between two reports of progress where the order names no rhythm; 0 asks for none'),
      soonWorkdays: z.number().int().default(3).describe('Working days proposed for 尽快 and 抓紧'),
      swiftWorkdays: z.number().int().default(1).describe('Working days proposed for 迅速'),
      recurringLeadWorkdays: z
        .number()
        .int()
        .default(3)
        .describe('Working days before its deadline that a recurring task is handed out'),
    })
    .prefault({}),
  binding: z
    .object({
      attempts: z.number().int().default(5).describe('Tries for a binding code'),
      hours: z.number().int().default(24).describe('Hours a binding code is good for'),
      codeDigits: z.number().int().min(4).max(8).default(4).describe('Digits of a binding code'),
    })
    .prefault({}),
  duty: shiftPolicySchema,
  checks: checkPolicySchema,
  zeroReports: zeroReportPolicySchema,
  notices: noticePolicySchema,
  meetings: meetingPolicySchema,
  periods: z
    .record(
      z.string(),
      z.union([
        z.object({ start: monthDay, end: monthDay }),
        z.object({ startDaysBeforeSpringFestival: z.number().int(), days: z.number().int().min(1) }),
        z.object({ weekOf: monthDay }),
      ]),
    )
    .default({})
    .describe('When named periods (汛期, 县两会) are here, over the defaults; decides how 汛期前 and 汛期间 are read'),
  keyPeriods: keyPeriodSchema,
  nextYearCalendar: z
    .object({
      weeklyFrom: monthDay
        .default('11-01')
        .describe('From then on the administrator is asked weekly for next year’s days off'),
      dailyFrom: monthDay.default('12-15').describe('From then on every working day, until they are entered'),
      clock: clock.default('09:00').describe('When on these days'),
    })
    .prefault({}),
  pace: pacePolicySchema,
  message: z
    .object({
      maxLines: z.number().int().default(6).describe('Lines of one chat message'),
      maxChars: z.number().int().default(1800).describe('Characters of one chat message; longer texts are split'),
      lateMinutes: z.number().int().default(10).describe('A message seen later than this opens no matter'),
      catchUpMinutes: z.number().int().default(10).describe('A reminder later than this is marked 补发'),
      settleSeconds: z
        .number()
        .int()
        .min(0)
        .default(120)
        .describe(
          'When the chat is back, reminders from before wait so long, so that what people wrote comes in first',
        ),
    })
    .prefault({}),
  fallback: z
    .object({
      urgentMinutes: z
        .number()
        .int()
        .min(1)
        .default(2)
        .describe(
          'Minutes the chat is away before incidents, people on shift and urgent matters go over the fall-back',
        ),
      normalMinutes: z
        .number()
        .int()
        .min(1)
        .default(10)
        .describe('The same for what is handed out and what is due today'),
      beforeLapseMinutes: z
        .number()
        .int()
        .min(1)
        .default(10)
        .describe('Any other message with an end goes over the fall-back so many minutes before it'),
      retryMinutes: z
        .number()
        .int()
        .min(5)
        .default(30)
        .describe(
          'What no fall-back took for so long goes back to wait for the chat, and is tried again as much later',
        ),
    })
    .prefault({}),
});

/** The settings with the office's own values over the defaults. Throws a ZodError that names every wrong field. */
export function readPolicy(overrides: unknown = {}): Policy {
  return withSeasons({ ...policySchema.parse(overrides ?? {}), kits: builtInKits() });
}
