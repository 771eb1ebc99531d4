import { type Decision, decide } from '../../../domain/decision.ts';
import type { Message } from '../../../domain/message.ts';
import type { Task } from '../../../domain/tasks/task.ts';
import { personName, personWithUnit } from '../../../domain/wording/names.ts';
import { answer, type CommandContext } from '../command.ts';
import { tellOther } from './tell-other.ts';

/** A question about a task is for whoever reviews it; a template that the order came with is sent at once. */
export function relayQuestion(context: CommandContext, task: Task, question: string): Decision {
  const { speaker, office, read, message } = context;
  const [file] = task.files;
  if (file && /模板|表样|格式/.test(question)) {
    const sent: Message = {
      ...{ to: speaker.id, class: 'R', once: `${message.id}.template`, about: task.no, file },
      text: `${task.no}的附件“${file.name}”，其他单位需要请私聊我“${task.no} 模板”`,
    };
    const seen = context.conversation === speaker.id;
    return decide({
      say: seen
        ? [sent]
        : [answer(context, `${task.no}的附件已私发你，其他单位需要请私聊我“${task.no} 模板”`, task.no), sent],
    });
  }
  const asker = personWithUnit(office, speaker.id, read.calendar.dayOf(read.now));
  return decide({
    say: [
      answer(context, `你的问题已转${personName(office, task.reviewer)}`, task.no),
      tellOther(
        task,
        task.reviewer,
        `${asker}问${task.no}：${question}。请直接答复；有模板请带文件发“改 ${task.no} 附件”`,
        `${message.id}.question`,
      ),
    ],
  });
}
