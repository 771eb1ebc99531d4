import type { RosterQuestion } from '../duty/roster/draft.ts';
import type { Office, Person } from '../people/office.ts';
import { currentTenures } from '../people/posts.ts';
import type { Day } from '../thing.ts';
import { unitName } from './names.ts';
import { daysText, shortDay } from './roster-days.ts';

export function assumedYearText(year: number): string {
  return `表里没写年份，按${year}年`;
}

export function assumedMonthText(year: number, month: number): string {
  return `表里没写月份，按${year}年${month}月`;
}

export function assumedPartsText(parts: readonly string[], { start, hours }: { start: string; hours: number }): string {
  return `${parts.join('、')}没写时间，从${start}起各${Math.round((hours / parts.length) * 10) / 10}小时`;
}

export function monthQuestion(months: readonly string[]): RosterQuestion {
  return {
    about: 'month',
    words: '表里没写是哪个月，是几月的？',
    choices: months.map((month) => ({ label: month, value: month })),
  };
}

export function layersQuestion(first: string, last: string): RosterQuestion {
  return {
    about: 'layers',
    words: `表里没写哪一列是带班，“${first}”和“${last}”哪个是带班？`,
    choices: [
      { label: `${first}那一列带班`, value: 'first' },
      { label: `${last}那一列带班`, value: 'last' },
      { label: '都是值班员', value: 'none' },
    ],
  };
}

export function marksQuestion(leaders: readonly string[]): RosterQuestion {
  return {
    about: 'marks',
    words: `表里没写谁带班，${leaders.join('、')}是负责人，按带班算吗？`,
    choices: [
      { label: '按带班', value: 'posts' },
      { label: '都按值班员', value: 'none' },
    ],
  };
}

export interface DayOfRoster {
  readonly date: number;
  readonly row: number;
  readonly names: readonly string[];
}

export function twiceQuestion(day: Day, places: readonly DayOfRoster[]): RosterQuestion {
  return {
    about: `twice.${day}`,
    words: `${shortDay(day)}写了${places.length}次，按哪一处？`,
    choices: [
      ...places.map(({ date, row, names }) => ({
        label: `第${row}行：${names.slice(0, 3).join('、')}${names.length > 3 ? '等' : ''}`,
        value: String(date),
      })),
      { label: '都算', value: 'both' },
    ],
  };
}

export interface OpenPerson {
  readonly is: 'several' | 'elsewhere' | 'unknown';
  readonly said: { readonly name: string };
  readonly people: readonly Person[];
  readonly days: readonly Day[];
}

export function whoQuestion({ is, said, people, days }: OpenPerson, office: Office): RosterQuestion {
  const [day] = days;
  const label = (person: Person) => `${person.name}（${postText(person, day!, office)}）`;
  const words = {
    several: `“${said.name}”有${people.length}个，${daysText(days)}是哪位？`,
    elsewhere: `${daysText(days)}的“${said.name}”不是本单位的人，按谁排？`,
    unknown: `${daysText(days)}的“${said.name}”不认识，是谁？`,
  }[is];
  return {
    about: `who.${said.name}`,
    words,
    choices: [
      ...people.map((person) => ({ label: label(person), value: person.id })),
      { label: '先空着', value: 'nobody' },
    ],
  };
}

function postText(person: Person, day: Day, office: Office): string {
  const tenures = currentTenures(person, day);
  return tenures.map(({ unit, title }) => `${unitName(office, unit)} ${title}`).join('、') || '没有职务';
}
