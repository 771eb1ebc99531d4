import { ledgerRows } from '../../domain/meetings/ledger.ts';
import type { Meeting } from '../../domain/meetings/meeting.ts';
import { looseLimitsSheet, meetingLedgerSheet, meetingListSheet } from '../../domain/papers/meeting-list.ts';
import { taskId } from '../../domain/tasks/collections.ts';
import type { Task } from '../../domain/tasks/task.ts';
import { issuedText, PAPER_NAMES, paperSentText } from '../../domain/wording/papers.ts';
import type { Renderer } from './renderer.ts';

/** 任务清单 of one meeting. */
export const meetingList: Renderer = {
  kind: 'meeting-list',

  async draw(paper, { read, text }) {
    const [meeting] = await read.things<Meeting>(paper.meetings ?? []);
    if (!meeting) return undefined;
    const name = `${meeting.name}${PAPER_NAMES[paper.kind]}`;
    const issued = issuedText(paper, text);
    const loose = looseLimitsSheet(meeting, issued, text);
    const sheets = [meetingListSheet(meeting, issued, text), ...(loose ? [loose] : [])];
    return { name, text: paperSentText(name, `${meeting.items.length}条`), sheets };
  },
};

/** 会议部署台账, one sheet a meeting. */
export const meetingLedger: Renderer = {
  kind: 'meeting-ledger',

  async draw(paper, { read, text }) {
    const meetings = await read.things<Meeting>(paper.meetings ?? []);
    if (meetings.length === 0) return undefined;
    const sheets = [];
    let count = 0;
    for (const meeting of meetings) {
      const numbers = Object.values(meeting.decided).flatMap(({ task }) => task ?? []);
      const found = await read.things<Task>(numbers.map(taskId));
      const tasks = new Map(found.map((task) => [task.no, task]));
      count += ledgerRows(meeting, tasks).length;
      sheets.push(meetingLedgerSheet(meeting, tasks, issuedText(paper, text), text));
    }
    const name = meetings.length === 1 ? `${meetings[0]!.name}部署台账` : PAPER_NAMES[paper.kind];
    return { name, text: paperSentText(name, `${count}条`), sheets };
  },
};
