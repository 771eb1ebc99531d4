import { isForBot } from '../duty/telling.ts';
import { gated } from '../gated.ts';
import { meetingWordsEnd, PLAN, SPEECH, SPLIT } from '../meeting-words.ts';
import { type IntentReader, reading } from './reader.ts';

/** A speech or a plan is to become a list of tasks. Name, day and text the command takes from the message itself. */
export const meeting: IntentReader = reading([SPEECH, SPLIT, PLAN], (heard) =>
  isForBot(heard) && !heard.question && meetingWordsEnd(heard.text) > 0 ? { intent: 'meeting' } : undefined,
);

const LEDGER = gated(
  /^[\s,。]*(?:请|帮我)?(?:查看|查一下|查|看一下|看下|看|导出|打印)?会议部署(?:台账|台帐|情况|进展|清单|表)?(?=$|[\s:,。(?吗第]|\d)/,
);

/** 会议部署, 导出会议部署, 会议部署 3已完成. */
export const meetings: IntentReader = reading([LEDGER], (heard) =>
  isForBot(heard) && LEDGER.test(heard.text) && heard.text.length <= 200
    ? { intent: 'meetings', text: heard.whole }
    : undefined,
);

const ALL = gated(/^[\s,。]*(?:全部|全都|都|全|统一|一起)(?:确认|同意下达|下达)(?:下达|了|吧)?[\s。!]*$/);

/** 全部确认, after several drafts were shown together. */
export const confirmAll: IntentReader = reading([ALL], (heard) =>
  heard.expects.has('confirm') && ALL.test(heard.text) ? { intent: 'confirm' } : undefined,
);
