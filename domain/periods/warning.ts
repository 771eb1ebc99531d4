import type { PeriodEntry } from './entry.ts';
import { kindOfPeriod } from './known.ts';

/** A warning as people name it. */
export interface NamedWarning {
  /** 暴雨红色预警. */
  readonly title: string;
  /** 暴雨: a warning of another colour is the same one, raised or lowered. */
  readonly hazard: string;
  /** Undefined where no key period follows from it: 暴雨蓝色预警. */
  readonly kind: PeriodEntry | undefined;
}

/** What a warning may be of, as part of a regular expression. */
export const HAZARDS =
  '台风|暴雨|强降雨|山洪|洪水|地质灾害|低温雨雪冰冻|寒潮|低温|暴雪|大雪|雨雪|冰冻|道路结冰|霜冻|高温|大风|大雾|雷电|冰雹|干旱';

/** 暴雨红色预警, 暴雨天气橙色预警, 寒潮预警. */
const WARNING = new RegExp(`(${HAZARDS})(?:天气|灾害)?([红橙黄蓝])?色?(?:预警|警报)`);

/** The first warning that a text names. */
export function warningIn(text: string): NamedWarning | undefined {
  const found = WARNING.exec(text);
  if (!found) return undefined;
  const [, hazard = '', colour] = found;
  const title = `${hazard}${colour ? `${colour}色` : ''}预警`;
  return { title, hazard, kind: kindOfPeriod(title) };
}
