import type { DutyYear } from './duty-year.ts';

/** What became of the year, as one block to be read by a person. */
export function dutyYearSummary(year: DutyYear, title: string): string {
  const { shifts, gaps, expiries, checks, swaps, seals, messages, counts, answers, player } = year;
  const plain = swaps.requests.filter(({ emergency }) => !emergency);
  const inForce = plain.filter(({ state }) => state === 'in-force').length;
  const emergencies = swaps.requests.filter(({ emergency }) => emergency);
  const refused = swaps.illegal.filter((one) => one.refused).length;
  const hours = player.outages.reduce((all, { fromMs, toMs }) => all + (toMs - fromMs) / 3_600_000, 0);
  const rows: readonly (readonly [what: string, figures: string])[] = [
    ['shifts', `${shifts.count}; places on them ${shifts.before} published, ${shifts.after} after all swaps`],
    ['per person', `most ${shifts.most} published, ${shifts.mostAfter} after; not as swaps say ${shifts.wrong.length}`],
    [
      'nobody at the post',
      `${gaps.open} minutes, unnoticed ${gaps.unnoticed.length}, misfigured ${gaps.misfigured.length}`,
    ],
    [
      'swaps',
      `${plain.length} asked for, ${inForce} in force, ${expiries.count} expired (untold ${expiries.untold.length}); ${refused} of ${swaps.illegal.length} against the rules refused`,
    ],
    ['emergency stand-ins', `${emergencies.length}`],
    ['check-ins', `${checks.count}: ${[...checks.states].map(([state, count]) => `${state} ${count}`).join(', ')}`],
    [
      'spot checks',
      `${checks.spot}, ${checks.atNight} of them at night; at forbidden moments ${checks.forbidden.length}`,
    ],
    ['asked outside the roster', `${checks.outside.length}`],
    [
      'void by outages',
      `${checks.voids}; for nothing ${checks.voidForNothing.length}; blamed in an outage ${checks.blamed.length}`,
    ],
    [
      'sealed plans',
      `${seals.published} published, ${seals.verified} verified; tampered ${seals.tampered}, refused ${seals.refused}`,
    ],
    ['never drawn in a week', `${seals.neverDrawn.length}`],
    ['outages', `${player.outages.length}, ${Math.round(hours)} hours`],
    [
      'messages',
      Object.entries(counts)
        .map(([name, count]) => `${name} ${count}`)
        .join(', '),
    ],
    [
      'a person and day',
      `${messages.average.toFixed(1)} on average, most ${messages.most}; budgeted most ${messages.mostBudgeted} of ${messages.budget}`,
    ],
    ['said to others', `${messages.unconcerned.length}; said twice ${messages.doubled.length}`],
    ['who is on duty', `asked ${answers.count} times, wrong ${answers.wrong.length}`],
    ['surprises', `${year.surprises.length}; parked ${year.parked.length}`],
  ];
  const lines = rows.map(([what, figures]) => `  ${what.padEnd(26)}${figures}`);
  return [`${title} in ${year.seconds.toFixed(0)} s`, ...lines].join('\n');
}
