import type { IntentReader } from './reader.ts';

/** 建群绑定 梅林镇, 绑定本群：梅林镇. */
const ROOM = /^(?:建群绑定|本群绑定|此群绑定|绑定本群|群绑定)[\s:,]*([^\s,。;:]{2,20})?/;
const PERSON = /^绑定([\s:,]*)(.{1,60})$/;
/** The one-time code of the first administrator: 绑定 管理员 123456. */
const CODE = /^\d{4,8}$/;
const LABELS = /^(?:姓名|单位|职务|岗位)[:为是]?/;
const UNIT = /(?:[镇乡局办委社村区]|街道|公司|中心|大队|站|厂|所)$/;

/** 建群绑定 梅林镇, said in the room that is to be bound. */
export const bindRoom: IntentReader = ({ whole }) => {
  const match = ROOM.exec(whole);
  if (!match) return undefined;
  return match[1]
    ? { intent: 'bind_room', unit: match[1] }
    : { intent: 'bind_room', ask: { about: 'unit', choices: [] } };
};

/** 绑定 姓名 单位 职务; the unit may stand first. */
export const bind: IntentReader = ({ whole }) => {
  if (whole === '绑定') return { intent: 'bind', ask: { about: 'name', choices: [] } };
  const match = PERSON.exec(whole);
  if (!match) return undefined;

  const parts = match[2]!
    .split(/[\s,、;]+/)
    .map((part) => part.replace(LABELS, ''))
    .filter((part) => part !== '');
  if (match[1] === '' && parts.length < 2) return undefined;
  const code = parts.find((part) => CODE.test(part));
  if (code) return { intent: 'bind', code, ...nameBeside(parts, code) };
  const [first, second, ...post] = parts;
  const swapped = first !== undefined && second !== undefined && UNIT.test(first) && !UNIT.test(second);
  const [name, unit] = swapped ? [second, first] : [first, second];
  const missing = name === undefined ? 'name' : unit === undefined ? 'unit' : post.length === 0 ? 'post' : undefined;
  return {
    intent: 'bind',
    ...(name && { name }),
    ...(unit && { unit }),
    ...(post.length > 0 && { post: post.join('') }),
    ...(missing && { ask: { about: missing, choices: [] } }),
  };
};

function nameBeside(parts: readonly string[], code: string): { name?: string } {
  const name = parts.find((part) => part !== code);
  return name ? { name } : {};
}
