import { Gate, gated } from './gated.ts';

/**
 * What people add to a sentence out of habit and courtesy, and the slips of their keyboards. All of it is replaced by as many
 * characters as it had, so that every place in the text stays where it was; what is quoted back comes from the original.
 */

/** 收到哈, 搞完了噻, 好的呀: particles at the end of a clause that carry no meaning; 试一哈 is a dialect's 试一下. 吗, 呢 and 吧 do, 嘛 behind 干 too. */
const PARTICLE = gated(/(?<!一)(?:[哈呗噻呀哟咯喽哦喔噢撒嗷滴哩咧哒捏啵嘎喂]|(?<!干)嘛|嘞)+(?=[\s,。;!?~、[]|$)/g);
/** [抱拳], [OK], 🙏 at the ends of a text that says something besides. */
const FACE = /\[[A-Za-z\u4e00-\u9fa5]{1,4}\]|(?![0-9#*])\p{Emoji_Presentation}|[☕☀✅✔❤☎]/gu;
/** 各位领导好, 王主任您好, 报告领导 before what is meant. */
const GREETING =
  /^[\s,]*(?:(?:报告|回复|回|汇报)?(?:各位)?(?:领导|主任|书记|同志|老师|同事)们?好?|[\u4e00-\u9fa5]{1,3}(?:主任|科长|局长|书记|区长|镇长|乡长|站长)好?)?(?:您好|你好|大家好|早上好|上午好|下午好|晚上好|早安|中午好)?[,。!~\s]+(?=[^\s,。!~])/;
/** 发错了，是T0001收到: the first was a slip, and this is what was meant. */
const SLIP_OF_ONE_S_OWN =
  /^[\s,]*(?:(?:刚才|刚刚|上面|上一条|不好意思|抱歉)[,\s]?)?(?:我)?(?:发|打|写|说|点|按|回)错了?[,。!\s]*(?:应该|应)?[是为回][\s:]*(?=[TDHN]\s?\d)/i;
const GREETS = gated(/[^的]好|早|领导|报告|汇报|回复/);

/** Slips that everybody reads rightly: 己完成, 以完成, 收道, 按排. Same length. */
const SLIPS: readonly (readonly [RegExp, string])[] = [
  [
    /己(?=经?(?:完|收|报|办|按|全|整|交|上|落|处|安|发|拆|清|修|到|验|阅|知|转))|以(?=完成|办[结好完]|经(?:完|办|报|收|整)|报送|收到|整改|上报)/g,
    '已',
  ],
  [/收[道倒](?=$|[\s,。!了])/g, '收到'],
  [/按排/g, '安排'],
  [/布署/g, '部署'],
  [/延[其欺]/g, '延期'],
  [/台帐/g, '台账'],
  [/完城/g, '完成'],
  [/截至(?=日期|时间)/g, '截止'],
  [/俺/g, '我'],
];

const SLIPPED = new Gate(...SLIPS.map(([slip]) => slip));

/** A text with particles, faces and a greeting blanked out and usual slips set right; nothing moves. */
export function plainly(text: string): string {
  let plain = text;
  if (SLIPPED.opens(plain)) for (const [slip, right] of SLIPS) plain = plain.replace(slip, right);
  plain = PARTICLE.replaceIn(plain, blank);
  if (plain.trim() === '') return text;
  if (/[^\u0020-\u00ff\u3000-\u9fff\n]|\[/.test(plain)) plain = withoutFaces(plain);
  const slip = plain.indexOf('错') >= 0 ? SLIP_OF_ONE_S_OWN.exec(plain)?.[0] : undefined;
  if (slip) plain = blank(slip) + plain.slice(slip.length);
  const greeting = GREETS.opens(plain) ? GREETING.exec(plain)?.[0] : undefined;
  return greeting && GREETS.test(greeting) ? blank(greeting) + plain.slice(greeting.length) : plain;
}

/** A face alone is an answer; beside words it is a face. */
function withoutFaces(text: string): string {
  const rest = text.replace(FACE, blank);
  return rest.trim() === '' ? text : rest;
}

function blank(piece: string): string {
  return ' '.repeat(piece.length);
}
