import { decide } from '../../domain/decision.ts';
import { unitsOf } from '../../domain/people/posts.ts';
import type { Question } from '../../domain/question.ts';
import { openAssignmentsOf } from '../../domain/tasks/collections.ts';
import { isOwed } from '../../domain/tasks/status.ts';
import type { Assignment } from '../../domain/tasks/task.ts';
import type { Upload } from '../../domain/tasks/upload.ts';
import type { Thing } from '../../domain/thing.ts';
import { whichUploadText } from '../../domain/wording/general.ts';
import { shortTitle } from '../../domain/wording/tasks.ts';
import { defineReminder } from '../reminder.ts';

/** Scaffolding that is no longer needed goes; a picture that found no words is asked about once, in private. */
export const expiry = [
  defineReminder<Question>({
    thing: 'question',
    step: 'expire',
    fire: async (question) => decide({ drop: [question.id] }),
  }),
  defineReminder<Thing>({ thing: 'binding', step: 'expire', fire: async (binding) => decide({ drop: [binding.id] }) }),
  defineReminder<Upload>({
    thing: 'upload',
    step: 'expire',

    async fire(upload, { read, office, now, occurrence }) {
      const gone = decide({ drop: [upload.id] });
      const person = office.people.get(upload.by);
      if (!person || upload.conversation !== person.id) return gone;

      const units = unitsOf(person, read.calendar.dayOf(now));
      const open = (await Promise.all(units.map((unit) => read.members<Assignment>(openAssignmentsOf(unit))))).flat();
      const choices = open
        .filter(isOwed)
        .map((assignment) => ({ label: `${assignment.no} ${shortTitle(assignment.title)}`, value: assignment.id }));
      if (choices.length === 0) return gone;
      return decide({
        drop: [upload.id],
        say: [
          {
            to: person.id,
            class: 'R',
            text: whichUploadText(
              upload.file.name,
              choices.map((choice) => choice.label),
            ),
            once: `${occurrence}.which`,
          },
        ],
        ask: [
          {
            conversation: person.id,
            person: person.id,
            matter: upload.id,
            about: 'upload',
            kinds: ['choice'],
            choices,
            file: upload.file,
            expiresAt: new Date(now.getTime() + 86_400_000),
          },
        ],
      });
    },
  }),
];
