import type { Hours, Slot } from './draft.ts';

/** What a column holds. */
export type Role =
  | { readonly is: 'date' | 'month' | 'weekday' | 'phone' | 'post' | 'kind' | 'unit' | 'person' | 'other' }
  | { readonly is: 'people'; readonly slot: Slot };

const LONGEST_HEADING = 24;

/**
 * The role that a heading gives its column, or undefined if it is no heading. The order matters: 值班员电话 is a
 * telephone, 带班领导职务 a post, 值班日期 a date.
 */
export function roleOf(heading: string): Role | undefined {
  if (heading.length > 2 * LONGEST_HEADING) return undefined;
  const text = heading.normalize('NFKC').replace(/\s/g, '');
  if (text.length > LONGEST_HEADING || !/\D/.test(text)) return undefined;

  const hours = hoursIn(text);
  const plain = text.replace(/\([^()]*\)/g, '').replace(/[:/]+$/g, '');
  if (/电话|手机|联系方式|号码|短号|座机/.test(plain)) return { is: 'phone' };
  if (/职务|职位$/.test(plain)) return { is: 'post' };
  if (/备注|序号|编号|^no\.?$|签[字名到]|地点|周次|次数|天数|情况|要求|说明|审核|车辆|驾驶/i.test(plain))
    return { is: 'other' };
  if (/^(所属|值班)?(单位|部门|科室|乡镇|镇街|乡镇街道|站所)(名称)?$/.test(plain)) return { is: 'unit' };
  if (/^(星期|周|周几|星期几|周次|礼拜)$/.test(plain)) return { is: 'weekday' };
  if (/^月份?$/.test(plain)) return { is: 'month' };
  if (/^(班次|类别|类型|班别|岗位|值班类别|值班岗位|值班类型)$/.test(plain)) return { is: 'kind' };
  if (/^(值班|带班)?(日期|月日|年月日)$|^日$|^(值班)?时间$/.test(plain)) return { is: 'date' };

  const slot = slotIn(plain);
  if (slot) {
    const name = slot.name ?? (hours && partOf(hours));
    return { is: 'people', slot: { ...slot, ...(name && { name }), ...(hours && { hours }) } };
  }
  return /^(值班)?(人员|姓名|名单|人名|人员姓名)$/.test(plain) ? { is: 'person' } : undefined;
}

/** The slot that a heading, a label or a mark in words names: 带班领导, 值班员（白班）, 夜班, 备班. */
export function slotIn(text: string): Slot | undefined {
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  const name = shiftName(plain);
  const named = name ? { name } : {};
  if (/备班|备勤|机动|替补/.test(plain)) return { layer: 'reserve', ...named };
  if (/带班|值班(领导|局长|镇长|乡长|主任)|^(主要|分管|党政|班子)?领导(干部|成员)?$|总值班/.test(plain))
    return { layer: 'leader', ...named };
  if (name) return { layer: 'officer', name };
  return /^(主|副|正)?(值班|值守)(员|人|人员|干部|成员|同志|工作人员|联络员)?[12一二AB]?$|^(主班|副班|工作人员|干部职工|一般干部|值守人员|成员)$/.test(
    plain,
  )
    ? { layer: 'officer' }
    : undefined;
}

/** 白班 and 夜班 whatever they are called. */
export function shiftName(text: string): string | undefined {
  if (/夜班|晚班|夜间|^(夜|晚|晚上)$/.test(text)) return '夜班';
  if (/中班|^中$/.test(text)) return '中班';
  return /白班|日班|早班|白天|^(白|早|日间)$/.test(text) ? '白班' : undefined;
}

/** The part of a day that hours make up, where they leave out a good deal of it. */
export function partOf({ from, to }: Hours): string | undefined {
  const [start, end] = [from, to].map((clock) => Number(clock.slice(0, 2)) + Number(clock.slice(3)) / 60) as [
    number,
    number,
  ];
  const length = end > start ? end - start : end + 24 - start;
  if (length > 20) return undefined;
  return start >= 5 && start < 15 ? '白班' : '夜班';
}

/** `白班（8:30-17:30）`, `17:30至次日8:30`. */
export function hoursIn(text: string): Hours | undefined {
  const found = text.match(/(\d{1,2})[:：](\d\d)\s*(?:[-—–~～]+|至|到)\s*(?:次日|第二天|翌日)?\s*(\d{1,2})[:：](\d\d)/);
  if (!found) return undefined;

  const [from, to] = [clock(found[1]!, found[2]!), clock(found[3]!, found[4]!)];
  return from && to ? { from, to } : undefined;
}

function clock(hour: string, minute: string): string | undefined {
  return Number(hour) <= 24 && Number(minute) < 60 ? `${hour.padStart(2, '0')}:${minute}` : undefined;
}
