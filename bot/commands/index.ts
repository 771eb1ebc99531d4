import type { Intent } from '../../domain/meaning.ts';
import type { Command, StrangerCommand } from './command.ts';
import choose from './general/choose.ts';
import help from './general/help.ts';
import quiet from './general/quiet.ts';
import status from './general/status.ts';
import unknown from './general/unknown.ts';
import bind from './people/bind.ts';
import bindRoom from './people/bind-room.ts';
import enterCode from './people/enter-code.ts';
import acknowledge from './tasks/acknowledge.ts';
import amend from './tasks/amend.ts';
import archive from './tasks/archive.ts';
import assign from './tasks/assign.ts';
import cancel from './tasks/cancel.ts';
import chase from './tasks/chase.ts';
import confirm from './tasks/confirm.ts';
import { receivedElsewhere, reportedElsewhere } from './tasks/elsewhere.ts';
import extend from './tasks/extend.ts';
import { forward, notMine } from './tasks/forward.ts';
import query from './tasks/query.ts';
import { complete, progress } from './tasks/report.ts';
import { verifyPass, verifyReject } from './tasks/review.ts';
import rule from './tasks/rule.ts';
import { resume, suspend } from './tasks/suspend.ts';

/** Everything a person can ask for. A new command is one file and one line here. */
export const COMMANDS: readonly Command[] = [
  assign,
  confirm,
  amend,
  cancel,
  acknowledge,
  complete,
  progress,
  extend,
  forward,
  notMine,
  reportedElsewhere,
  verifyPass,
  verifyReject,
  rule,
  receivedElsewhere,
  chase,
  suspend,
  resume,
  archive,
  query,
  bindRoom,
  choose,
  quiet,
  status,
  help,
  unknown,
];

/** What also somebody may ask for whom no code has proved yet. */
export const STRANGER_COMMANDS: readonly StrangerCommand[] = [bind, enterCode];

const BY_INTENT = new Map<Intent, Command>(COMMANDS.map((command) => [command.intent, command]));
if (BY_INTENT.size !== COMMANDS.length) throw new Error('two commands handle the same intent');

export function commandFor(intent: Intent): Command | undefined {
  return BY_INTENT.get(intent);
}

export function strangerCommandFor(intent: Intent): StrangerCommand | undefined {
  return STRANGER_COMMANDS.find((command) => command.intent === intent);
}
