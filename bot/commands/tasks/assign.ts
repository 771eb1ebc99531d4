import { draftTask } from '../../../domain/tasks/draft-task.ts';
import { defineCommand } from '../command.ts';
import { presentBatch, presentDraft } from './present-draft.ts';
import { ordersIn, reviewerOf } from './read-order.ts';

export default defineCommand({
  intent: 'assign',
  right: 'give-order',
  opens: true,
  examples: [
    '请各乡镇、经开区对烟花爆竹零售点开展一次拉网式排查，下周三下班前把排查台账报安委办。应急局牵头，公安、供销配合',
    '交办 青山镇 3个工作日内报送用电安全自查情况',
    '加急：石桥乡今天17:00前报在建工地停工情况',
  ],

  async handle(context) {
    const { message, speaker, read, office } = context;
    const room = context.room && office.rooms.get(context.room.id);
    const orders = ordersIn(context);
    const reviewer = reviewerOf(context);
    const origin = { assigner: speaker.id, reviewer, ...(room && { room: room.id }), at: read.now };
    const batch = orders.length > 1 ? message.id : undefined;

    const tasks = [];
    for (const order of orders) {
      tasks.push(draftTask(await read.nextNumber('T'), order, { ...origin, ...(batch && { batch }) }));
    }
    return tasks.length === 1 ? presentDraft(context, tasks[0]!, false) : presentBatch(context, tasks);
  },
});
