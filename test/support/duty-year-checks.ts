import type { Player } from './duty-year-player.ts';

/** A question that somebody was asked, as he read it. */
export interface Asked {
  readonly who: string;
  readonly unit: string;
  readonly atMs: number;
  readonly isSpot: boolean;
  /** Who was responsible for the post then, by the simulation's own book. */
  readonly responsible: string | undefined;
}

const FIRST = /(抽查|值班)点名，请在(\d+)分钟内回复数字 (\d+)（(?:\S+　)?(\S+) (\S+?)）/;
const REPORT = /请报今日情况/;
const PHONE = /核实后回复“(\S+) 在岗”/;
const SCENE = /(\S+?)值班员(\S+?)自[^起]*起.*请在\d+分钟内回复现场情况/;

/** How people meet check-ins: most in time, some with a colleague's number, late, with bare words, or not at all. */
export function answerChecks(player: Player): Asked[] {
  const asked: Asked[] = [];
  const codes = new Map<string, string>();
  const lost = new Set<string>();
  const { chance, office, book } = player;

  player.onHeard((who, text) => {
    const first = FIRST.exec(text);
    if (first) {
      const [, kind, minutes, code, unit] = first as unknown as [string, string, string, string, string];
      const town = office.towns.find(({ name }) => name === unit)!;
      const responsible = book.responsible(town, 'officer', player.nowMs).who;
      asked.push({ who, unit, atMs: player.nowMs, isSpot: kind === '抽查', responsible });
      answers(who, code, Number(minutes));
      codes.set(who, code);
    }
    if (REPORT.test(text) && chance.is(0.97)) player.afterMinutes(1, 25, () => player.says(who, '平安'));
    const phone = PHONE.exec(text);
    if (phone) telephones(who, phone[1]!);
    const scene = SCENE.exec(text);
    if (scene) goesThere(who, scene[1]!);
  });
  return asked;

  function answers(who: string, code: string, window: number): void {
    const fate = chance.next();
    const says = (from: number, to: number, text: string) =>
      player.afterMinutes(from, to, () => player.says(who, text));
    if (fate < 0.86) says(0, window - 2, chance.is(0.8) ? code : `${code}，在岗`);
    else if (fate < 0.92) {
      says(0, 1, anothersNumber(code));
      says(3, window - 2, code);
    } else if (fate < 0.96) says(window + 1, window + 25, code);
    else if (fate < 0.98) {
      says(0, 1, '在岗');
      says(3, window - 2, code);
    } else lost.add(who);
  }

  function anothersNumber(own: string): string {
    const others = [...codes.values()].filter((code) => code !== own && code.length === own.length);
    return others.length > 0
      ? chance.pick(others.slice(-20))
      : own.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10));
  }

  function telephones(who: string, unit: string): void {
    const fate = chance.next();
    if (fate > 0.95) return;
    const result = fate < 0.75 ? '在岗，座机接的' : fate < 0.88 ? '电话不通' : '不在岗';
    player.afterMinutes(1, 4, () => player.says(who, `${unit} ${result}`));
  }

  /** The leader goes himself and stays; where the person asked has turned up meanwhile he need not. */
  function goesThere(who: string, unit: string): void {
    if (!chance.is(0.8)) return;
    player.afterMinutes(5, 12, () => {
      const town = office.towns.find(({ name }) => name === unit)!;
      const { nowMs } = player;
      return player.says(who, '我已到值班室，我先顶着', {
        onReply: (replies) => {
          if (!replies.some((reply) => /起由\S+在岗/.test(reply))) return;
          const day = book.dayAt(nowMs);
          const slot = book.slot(town, 'officer', day);
          const serves = slot?.takenMs === undefined ? book.next(day, -1) : day;
          book.standIn(town, serves, who, nowMs);
        },
      });
    });
  }
}
