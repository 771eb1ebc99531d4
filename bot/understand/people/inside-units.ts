import type { Name } from './find-names.ts';
import { guessed } from './guess.ts';

/** 镇镇长, 局分管运输的副局长: a post right behind the unit it belongs to. */
const POST =
  /(?:的)?(?:(?:分管|主管|包|联系)[\u4e00-\u9fa5]{1,6}的)?((?:党委|党工委|党组|党支部|常务|行政)?副?(?:[局镇乡区县站所队村科股台院校场园]长|[中大支]队长|值班长|网格长|护林队长|书记|支书|主任|总?经理|总监|负责人|负责同志|联络员|值班员|安全员|网格员))(?![\u4e00-\u9fa5]{0,2}(?:会议|办公会|信箱|热线|接待日|室))/y;
/** 综合科, 抢修队: an office or a crew there. */
const DESK =
  /(?:[\u4e00-\u9fa5]{2,4}?(?:科|股|室)|(?:抢修|救援|应急|消防|执法|巡查|巡防|护林|扑火|工程|施工|突击|服务|志愿|民兵|环卫|养护|工作|督查|检查|安全|专业){1,2}[中小大分]?(?:队|组|班))(?!室|长|员|目|技|学|普|级|份|东|外|内|伍|织|成|建|合|子|次)/y;
/** What goes on behind an office: a mark, 把, a time. */
const GOES_ON = /^(?:$|[\s,:、@]|[把将对于在由负牵配各要须应]|尽快|抓紧|[明今本后下周\d])/;
/** 安监办, 应急中心 right behind another unit are part of it. */
const OFFICE = /(?:[办站所科股室队]|中心)$/;
const JOINT = /[、和及与]/y;

/** Whether a guessed unit stands right behind another unit: 望江街道安监办. */
export function isOfficeIn(before: Name | undefined, { kind, word, from, known }: Name): boolean {
  return kind === 'unit' && !known && before?.kind === 'unit' && before.to === from && OFFICE.test(word);
}

/** Posts and offices inside the units that are named, in the order of the names. */
export function insideUnits(text: string, names: readonly Name[]): Name[] {
  return names.flatMap(({ kind, to, desk }, at) => {
    if (kind !== 'unit' || desk) return [];
    const office = officeAt(text, to, names[at + 1]?.from);
    return [...(office ? [office] : []), ...postsAt(text, office?.to ?? to)];
  });
}

/** The office that begins at a place, if what follows it goes on as behind a name; `next` is where the next name begins. */
function officeAt(text: string, from: number, next: number | undefined): Name | undefined {
  DESK.lastIndex = from;
  const word = DESK.exec(text)?.[0];
  const to = from + (word?.length ?? 0);
  if (!word || (next !== undefined && next < to)) return undefined;
  if (next !== to && !GOES_ON.test(text.slice(to, to + 2))) return undefined;
  return guessed('unit', word, from, 'desk');
}

/** 党委书记、乡长. */
function postsAt(text: string, at: number): Name[] {
  const posts: Name[] = [];
  for (let post = postAt(text, at); post; post = JOINT.test(text) ? postAt(text, JOINT.lastIndex) : undefined) {
    posts.push(post);
    JOINT.lastIndex = post.to;
  }
  return posts;
}

function postAt(text: string, at: number): Name | undefined {
  POST.lastIndex = at;
  const word = POST.exec(text)?.[1];
  if (!word) return undefined;
  const from = POST.lastIndex - word.length;
  return guessed('person', word, from, 'post');
}
