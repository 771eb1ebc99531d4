import { daysSaid } from '../duty/days-said.ts';
import { personsNamed } from '../duty/people-said.ts';
import { shiftIn } from '../duty/shift-said.ts';
import { isForBot } from '../duty/telling.ts';
import { unitNamed, unitWords } from '../duty/unit-said.ts';
import { gated } from '../gated.ts';
import type { Heard } from '../heard.ts';
import { type IntentReader, reading, type Slots } from './reader.ts';

/** 今晚是谁的班, 带班的是哪位, 谁在值守, 轮到哪个了. */
const WHO =
  /(?:谁|哪位|哪个|哪几[位个]|哪些人|何人|什么人|啥人|哪家|哪个单位|哪边)[^,。;\n]{0,12}?(?:值班|带班|值守|当班|在班|值夜|轮值|值|的班|上班|顶班|守夜|在岗|守着|盯着|班)|(?:值班|带班|值守|当班|在班|轮值|值夜|值|轮到|班)[^,。;\n]{0,12}?(?:谁|哪位|哪个|哪几[位个]|哪些|什么人|何人|啥人|几个人|都有谁)/;
/** 陈立哪天值班, 陈立这周值几天班. */
const WHEN = gated(
  /(?:什么时候|啥时候|哪天|哪几天|哪[一几]?[个次]|几号|几时|何时|几[个次天]|多少)[^,。;\n]{0,6}?(?:值|班)|(?:值班|带班|值)[^,。;\n]{0,4}?(?:什么时候|哪天|几号|几时|何时|几[个次天])/,
);
/** 谁值班谁负责, 谁值班都一样: nobody is asked for. */
const NOT_WHO = /谁[^,。;]{0,8}谁|不管谁|无论谁|谁都|谁也|由谁|谁来牵头/;
/** 我什么时候值班, 我下周有班吗, 是不是我值班, 该我值了吗. */
const OWN =
  /我(?![们镇乡局区县办社街单]|这(?!个?[月周星礼]))[^,。;\n]{0,16}?(?:什么时候|啥时候|哪天|哪几天|哪[一几]?[个次]?|几号|几时|何时|有没有|有|多少|几[个次天]|是否)[^,。;\n]{0,10}?(?:值班|带班|值守|班|值|轮到)|我(?![们镇乡局区县办社街单]|这(?!个?[月周星礼]))[^,。;\n]{0,14}?(?:值班|带班|的班|有班|班)[^,。;\n]{0,8}?(?:吗|么|没|不|什么时候|啥时候|哪天|哪几天|几号|几时|多少|几[个次天])|(?:什么时候|啥时候|哪天|几号|几时|何时|哪几天|下次)[^,。;\n]{0,6}?(?:轮到|到|该|是)我|轮到我[^,。]{0,3}(?:吗|么|不|没)|(?:轮到|该|是不是|是)我(?:们)?(?:的)?(?:值班|带班|值|班)[^,。]{0,4}(?:吗|么|不|没)|我[^,。;\n]{0,10}(?:是不是|是否|该不该|要不要|用不用|需不需要|得不得|该)[^,。;\n]{0,4}(?:值|班|轮)|(?:是不是|是否|该不该|要不要|用不用)(?:轮到|该|到)?我[^,。;\n]{0,8}(?:值|班)|我的(?:值班|班)(?:表|次|安排)?$|我[^,。;\n]{0,10}?值(?:几|哪)|我[^,。]{0,8}(?:白班|夜班|早班|晚班|中班)(?:吗|么|还是)/;
/** What a look-up is made of besides times, units and shifts. */
const PLAIN =
  /值班|带班|值守|当班|领导|干部|人员|名单|情况|安排|电话|号码|联系方式|手机|的|表|员|是|有|查询|查看|查下|查一下|查|看看|看一下|看下|看|请问|问下|问一下|问|下|一下|发我|发下|发一下|发|给我|一份|份|我的|要|想|我|知道|呢|吗|么|啊|呀|哈|谁|多少|什么|怎么|安排的|在|全区|全县|全部|所有|各镇|各乡镇|都|几|和|与|及|室|办公室|单位|本|[\s,。?!:~、]|[白夜早中晚日]班|那|这|里|一周|班|帮|请|麻烦|把/g;
const DUTY = /[班值岗守]|轮到/;
const LOOKUP = gated(/值班|带班|值守|当班/);

/** Who is on duty, when and where; or when the speaker is. Only what asks or looks up, never what arranges. */
export const whoOnDuty: IntentReader = reading([DUTY], (heard) => {
  const { text } = heard;
  if (!DUTY.test(text) || text.length > 60 || !isForBot(heard) || heard.orders) return undefined;
  if (heard.numbers.length > 0 || ARRANGES.test(text)) return undefined;
  const asked = WHO.test(text) && !NOT_WHO.test(text);
  const own = OWN.test(text) || (!asked && OWN_LIST.test(text) && isLookup(heard));
  const person = own || asked || !WHEN.test(text) ? undefined : personsNamed(heard)[0];
  if (!own && !asked && !person && !isLookup(heard)) return undefined;
  return {
    intent: 'who_on_duty',
    ...(person && { person: heard.words(person) }),
    ...whenSlots(heard),
    ...whereSlots(heard),
    ...(own && { self: true }),
  };
});

/** 我的值班表, 查我的班. */
const OWN_LIST = gated(/我(?![们镇乡局区县办社街单])(?:[^,。]{0,8})(?:值班|班次|班)(?:表|安排|情况|次)?[\s。?]*$/);

/** 请各镇报值班表, 换班, 值班要求: something is arranged, reported or told. */
const ARRANGES =
  /报送?(?!告)|上报|提交|填|换班|代班|替|做好|加强|落实|严格|明确|调整|修改|排好|更新|制定|完善|通知|交班|接班|不在岗|值班(?:制度|要求|纪律|记录|日志|车|餐|补助|费)|编/;

/** 本周值班, 值班电话, 青山镇值班表: nothing but what is looked up. */
function isLookup(heard: Heard): boolean {
  const { text, names, times } = heard;
  if (!LOOKUP.test(text)) return false;
  const spans = [...names.filter(({ kind }) => kind !== 'person'), ...times.times].sort((a, b) => b.from - a.from);
  let rest = text;
  for (const { from, to } of spans) rest = rest.slice(0, from) + rest.slice(Math.max(to, from));
  return (
    rest.replace(PLAIN, '') === '' &&
    (heard.question ||
      /表|名单|安排|电话|情况|号码|联系方式|查|看|发|领导|人员|我的|^[\s]*(?:值班|带班)|(?:值班|带班)(?:员)?[\s。]*$/.test(
        text,
      ))
  );
}

function whenSlots(heard: Heard): Partial<Slots> {
  const [days, ...more] = daysSaid(heard);
  const shift = shiftIn(heard.text);
  const last = more.length > 0 ? more[more.length - 1]! : days;
  const when: Partial<Slots> =
    !days || !last ? {} : days.first === last.last ? { date: days.first } : { range: [days.first, last.last] };
  return { ...when, ...(shift && { shift }) };
}

function whereSlots(heard: Heard): Partial<Slots> {
  const unit = unitNamed(heard);
  const scope = heard.names.filter(({ kind }) => kind === 'scope').map((name) => heard.words(name));
  return { ...(unit && { unit: unitWords(heard, unit) }), ...(scope.length > 0 && { scope }) };
}
