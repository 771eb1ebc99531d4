/** Where an order comes from, beside whoever gives it. */
export type SourceKind = 'spoken' | 'meeting' | 'instruction' | 'paper' | 'check' | 'complaint';

export interface TaskSource {
  readonly kind: SourceKind;
  /** In the order's own words: 区政府第12次常务会议, ×政办〔2026〕3号. */
  readonly reference?: string;
}

/** 根据…, 按…, 落实…: what an order rests on stands behind such a word, in the same clause. */
const UPON = '(?:根据|依据|按照|遵照|按(?![时期月周日年季质量需规要实]))';
const RESTS = `(?:${UPON}|落实|贯彻|针对|对照|来源[：:])`;
const WITHIN = '[^，,。；;：:\\n]';
const NUMBER = /[\u4e00-\u9fa5×xX*]{0,10}[〔[［(（【]\d{4}[〕\]］)）】]第?\d{1,4}号/;
const TITLE = /《[^》\n]{4,60}》/;

const CALLED = '(?:会议|常务会|常委会|办公会|调度会|例会|推进会|部署会|视频会)';
/** 落实明天的会议 prepares one. */
const MEETING = new RegExp(
  `${RESTS}(${WITHIN}{0,24}?${CALLED})(?:上)?(?:的)?(?:精神|要求|部署|决定|议定|纪要)|${UPON}(${WITHIN}{0,24}?${CALLED})(?:上)?(?:的)?(?:安排|工作安排|明确|$|[，,。；;（(])`,
);
const TO_COME = /明天|后天|明日|下周|今晚|参加|召开|组织|筹备/;
const INSTRUCTION = new RegExp(`${RESTS}(${WITHIN}{1,16}?(?:批示|签批|圈批))`);
const CHECK = new RegExp(
  `${RESTS}(${WITHIN}{0,20}?(?:督查|检查|暗访|巡查|督导|巡察|审计|考核)组?)(?:反馈|通报|发现|交办|移交|指出|提出)`,
);
const COMPLAINT = new RegExp(
  `(?:${RESTS}|(?:接到?|收到)(?!了))(${WITHIN}{0,16}?(?:举报|投诉|信访|热线)(?:件|单|工单)?)(?:反映|反馈|线索|[，,。；;：:]|$)`,
);
const SPOKEN = /([\u4e00-\u9fa5]{0,8})口头(?:交办|要求|指示|安排|通知)/;
/** 文件：×政办〔2026〕3号, 批示：李区长1月10日. */
const LABELLED = /(?:^|[\s，,。；;（(])(?:来源[：:]?\s?)?(文件|会议|批示|检查|举报)[：:]\s?([^，,。；;）)\n]{2,40})/;
const KIND_OF: Readonly<Record<string, SourceKind>> = {
  文件: 'paper',
  会议: 'meeting',
  批示: 'instruction',
  检查: 'check',
  举报: 'complaint',
};

/** The source that an order names; undefined where it names none, or several of different kinds. Nobody is asked. */
export function sourceIn(order: string): TaskSource | undefined {
  const found = [...labelled(order), ...paper(order), ...told(order)];
  return new Set(found.map(({ kind }) => kind)).size === 1 ? found[0] : undefined;
}

function told(order: string): TaskSource[] {
  const kinds: readonly (readonly [SourceKind, RegExp])[] = [
    ['meeting', MEETING],
    ['instruction', INSTRUCTION],
    ['check', CHECK],
    ['complaint', COMPLAINT],
    ['spoken', SPOKEN],
  ];
  return kinds.flatMap(([kind, pattern]) => {
    const match = pattern.exec(order);
    const words = match?.[1] ?? match?.[2];
    return words === undefined || TO_COME.test(words) ? [] : [sourceOf(kind, words)];
  });
}

/** A paper is known by its number, or by its title where it is what the order rests on; 把〔2026〕21号文件要求的点位报来 rests on nothing. */
function paper(order: string): TaskSource[] {
  const [rests] = new RegExp(`${RESTS}${WITHIN}{0,70}(?:号|》)`).exec(order) ?? [];
  if (rests === undefined) return [];
  const reference = NUMBER.exec(rests)?.[0]?.replace(new RegExp(`^${RESTS}`), '') ?? TITLE.exec(rests)?.[0];
  return reference ? [{ kind: 'paper', reference }] : [];
}

/** 文件：发到群里 names none: a paper has a number or a title, a meeting is called one. */
function labelled(order: string): TaskSource[] {
  const [, label, value] = LABELLED.exec(order) ?? [];
  if (!label || !value) return [];
  const isOne =
    (label === '文件' && (NUMBER.test(value) || TITLE.test(value))) ||
    (label === '会议' && /会议?(?:纪要|精神)?$/.test(value.trim())) ||
    label === '批示' ||
    (label !== '文件' && label !== '会议' && /组|督查|检查|暗访|群众|热线|\d{5}/.test(value));
  return isOne ? [sourceOf(KIND_OF[label]!, value)] : [];
}

function sourceOf(kind: SourceKind, words: string): TaskSource {
  const reference = words.trim().replace(/^(?:关于|在|对)/, '');
  return reference === '' ? { kind } : { kind, reference };
}
