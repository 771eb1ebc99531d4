import { OPEN_ASSIGNMENTS, OPEN_DRAFTS } from '../../../domain/tasks/collections.ts';
import { maySpeakOfOverdue } from '../../../domain/tasks/status.ts';
import type { Assignment, Task } from '../../../domain/tasks/task.ts';
import { momentText } from '../../../domain/wording/dates.ts';
import { defineCommand, reply } from '../command.ts';

/** 值守在吗: a sign of life that anybody may ask for, with figures that show it is really working. */
export default defineCommand({
  intent: 'status',
  right: 'alive',
  examples: ['值守在吗', '状态'],

  async handle(context) {
    const { read, text, message } = context;
    const open = await read.members<Assignment>(OPEN_ASSIGNMENTS);
    const drafts = await read.members<Task>(OPEN_DRAFTS);
    const overdue = open.filter((assignment) => maySpeakOfOverdue(assignment, text.now)).length;
    const received = momentText(message.receivedAt, text.now, read.calendar);
    return reply(context, `在。这条${received}收到。在办${open.length}件（过期${overdue}件），草稿${drafts.length}件`);
  },
});
