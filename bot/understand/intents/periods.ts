import { HAZARDS } from '../../../domain/periods/warning.ts';
import { daysSaid } from '../duty/days-said.ts';
import { isForBot, isOnlyTold } from '../duty/telling.ts';
import type { Heard } from '../heard.ts';
import { type IntentReader, reading, type Slots } from './reader.ts';

const MOST = 40;
/** What a look at the periods is made of besides the days it is about. */
const PLAIN =
  /重点时段|时段|日历|清单|列表|安排|情况|请问|查看|查询|现在|目前|当前|今天|接下来|最近|近期|以后|之后|开始|期间|哪些|哪个|几个|什么|属于|处于|本区|全区|我们|一下|[查看请问起的是有在会要都啥吗呢了啊那和,\s。?!:]/g;
const ASKED = /重点时段|(?:什么|啥|哪些|哪个|几个)[^,。]{0,4}时段|时段[^,。]{0,3}(?:什么|哪些|哪个|几个)/;
/** 启动 暴雨红色预警, 暴雨橙色预警时段启动了. */
const STARTED =
  /^[\s,]*(?:请|现|现在|立即|即时|,)?(?:启动|进入)[\s:,]*([\u4e00-\u9fa5]{1,14}(?:预警|警报))(?:重点)?(?:时段|状态)?[\s。!]*$/;
const STARTED_LATER = /^[\s,]*([\u4e00-\u9fa5]{1,14}(?:预警|警报))(?:重点)?(?:时段|状态)?[\s:,]*启动(?:了)?[\s。!]*$/;
/** 暴雨橙色预警升级为红色, 预警降为橙色, 暴雨预警由橙色升级为红色. */
const CHANGED = new RegExp(
  `^[\\s,]*(?:请|现在|现|立即|将|把|,)*((?:${HAZARDS})?)(?:天气|灾害)?(?:[红橙黄蓝]色?)?(?:预警|警报)(?:信号|级别)?\\s*` +
    '(?:由[红橙黄蓝]色?)?(?:已|再)?(?:升级|提升|上升|升|降级|降低|下降|降|调整|调|变更|改)(?:为|到|至|成)' +
    '([红橙黄蓝])色?(?:预警|警报)?(?:信号)?了?[\\s。!]*$',
);
/** 结束 暴雨红色预警. */
const ENDED =
  /^[\s,]*(?:请|现|现在)?(?:结束|终止|停止)[\s:,]*[\u4e00-\u9fa5]{1,14}(?:预警|警报)(?:重点)?(?:时段|状态)?[\s。!]*$/;
/** 重点时段 采茶节, 区两会时间是, 州庆改到. */
const NAMED =
  /^[\s,]*((?:设置|录入|登记|调整|修改)?重点时段[\s:,]*)?([\u4e00-\u9fa5]{2,14}?)[\s:,]*(?:时间|日期)?(?:是|为|定在|定于|改为|改到|改成|调整为|调整到)?[\s:,]*$/;
/** Whose days an office enters every year; another name needs 重点时段 in front. */
const ENTERED = /(?:两会|人代会|党代会|政协会|州庆|[县区市]庆|重大活动)$/;
/** … B级, 召开. */
const AFTER = /^[\s:,]*(?:举行|召开|举办)?[\s:,]*(?:按)?(?:[A-C]级?)?[\s。!]*$/i;

/** Key periods: which there are, the days of one that people enter, a warning that begins or ends one. */
export const periods: IntentReader = reading([/时段|预警|警报/, ENTERED], (heard) => {
  const { text, numbers, orders } = heard;
  if (text.length > MOST || numbers.length > 0 || orders || heard.negated || !isForBot(heard)) return undefined;
  return looked(heard) ?? (heard.question || isOnlyTold(heard) ? undefined : (warned(heard) ?? entered(heard)));
});

function looked(heard: Heard): Slots | undefined {
  if (!ASKED.test(heard.text)) return undefined;
  const [day] = daysSaid(heard);
  const rest = without(heard.text, heard.times.times).replace(PLAIN, '');
  return rest === '' ? { intent: 'periods', ...(day && { date: day.first }) } : undefined;
}

function warned({ text }: Heard): Slots | undefined {
  const started = STARTED.exec(text) ?? STARTED_LATER.exec(text);
  if (started) return { intent: 'warning', name: started[1]! };
  const changed = CHANGED.exec(text);
  if (changed) return { intent: 'warning', name: `${changed[1]}${changed[2]}色预警` };
  return ENDED.test(text) ? { intent: 'lift' } : undefined;
}

function entered(heard: Heard): Slots | undefined {
  const [days, ...more] = daysSaid(heard);
  if (!days || more.length > 0 || !AFTER.test(heard.text.slice(days.to))) return undefined;
  const found = NAMED.exec(heard.text.slice(0, days.from));
  const name = found?.[2];
  if (!name || (!found[1] && !ENTERED.test(name))) return undefined;
  return { intent: 'period_days', name, range: [days.first, days.last] };
}

function without(text: string, spans: readonly { readonly from: number; readonly to: number }[]): string {
  return [...spans]
    .sort((one, other) => other.from - one.from)
    .reduce((rest, { from, to }) => rest.slice(0, from) + rest.slice(to), text);
}
