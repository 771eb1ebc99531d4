import { gated } from '../gated.ts';
import { looksLikePerson } from '../people/guess.ts';
import { type IntentReader, reading } from './reader.ts';

/** 建群绑定 梅林镇, 绑定本群：梅林镇. */
const ROOM = gated(/^(?:建群绑定|本群绑定|此群绑定|绑定本群|群绑定)[\s:,]*([^\s,。;:]{2,20})?/);
const PERSON = gated(
  /^(?:(?:我|申请|请|请帮我|帮我|麻烦|我来|本人)?(?:要|想|来|申请)?)?绑定(?:一下|下|我|账号|身份|信息)?([\s:,]*)(.{1,60})$/,
);
/** The one-time code of the first administrator: 绑定 管理员 123456. */
const CODE = gated(/^\d{4,8}$/);
const LABELS = gated(/^(?:姓名|名字|单位|部门|职务|岗位|职位|我是|我叫|叫)[:为是]?/);
/** 我是梅林镇党政办副主任邓帆，请帮我绑定. */
const INTRODUCED = gated(
  /^(?:大家好|你好|您好)?[,，\s]*我(?:是|叫)(.{4,30}?)[,，。\s]+(?:申请|请|帮我?|麻烦|我?要|想|来)*绑定(?:一?下|我|账号|身份|信息)*[。!！]*$/,
);
/** 安监办主任罗小军: the name stands behind the post. */
const NAMED_LAST =
  /^([\u4e00-\u9fa5]{2,12}(?:长|主任|书记|员|干事|主席|经理|负责人|助理|干部|主管))的?([\u4e00-\u9fa5]{2,4})$/;
const LABELLED = /(?:姓名|名字|单位|部门|职务|岗位|职位)[:为是\s]?/g;
const UNIT = /(?:[镇乡局办委社村区]|街道|公司|中心|大队|支队|中队|站|厂|所|农场|林场|学校|医院|集团|园)$/;
const POST = /(?:长|主任|书记|员|干事|主席|经理|负责人|助理|干部|主管|参谋)$/;

/** 建群绑定 梅林镇, said in the room that is to be bound. */
export const bindRoom: IntentReader = reading([ROOM], ({ whole }) => {
  const match = ROOM.exec(whole);
  if (!match) return undefined;
  return match[1]
    ? { intent: 'bind_room', unit: match[1] }
    : { intent: 'bind_room', ask: { about: 'unit', choices: [] } };
});

/** 绑定 姓名 单位 职务; the unit may stand first. */
export const bind: IntentReader = reading([PERSON, INTRODUCED], ({ whole }) => {
  const introduced = INTRODUCED.exec(whole);
  if (introduced) return self(introduced[1]!);
  if (whole === '绑定') return { intent: 'bind', ask: { about: 'name', choices: [] } };
  const match = PERSON.exec(whole);
  if (!match) return undefined;

  const parts = match[2]!
    .replace(LABELLED, ' ')
    .split(/[\s,、;]+/)
    .map((part) => LABELS.replaceIn(part, ''))
    .filter((part) => part !== '');
  if (match[1] === '' && parts.length < 2) return undefined;
  parts.splice(0, parts.length, ...parts.flatMap(unitAndPost));
  const code = parts.find((part) => CODE.test(part));
  if (code) return { intent: 'bind', code, ...nameBeside(parts, code) };
  const { name, unit, post } = partsOf(parts);
  const missing = name === undefined ? 'name' : unit === undefined ? 'unit' : post.length === 0 ? 'post' : undefined;
  return {
    intent: 'bind',
    ...(name && { name }),
    ...(unit && { unit }),
    ...(post.length > 0 && { post: post.join('') }),
    ...(missing && { ask: { about: missing, choices: [] } }),
  };
});

/** 姓名 单位 职务, and in the other orders that people write: 单位 姓名 职务, 单位 职务 姓名. */
function partsOf([first, second, ...rest]: readonly string[]): {
  name?: string | undefined;
  unit?: string | undefined;
  post: readonly string[];
} {
  const unitFirst = first !== undefined && second !== undefined && UNIT.test(first) && !UNIT.test(second);
  if (!unitFirst) return { name: first, unit: second, post: rest };
  const postFirst = POST.test(second) && rest.length === 1 && looksLikePerson(rest[0]!) && !POST.test(rest[0]!);
  return postFirst ? { name: rest[0], unit: first, post: [second] } : { name: second, unit: first, post: rest };
}

/** Who somebody says they are, in one go; undefined where no unit, post and name can be told apart. */
function self(said: string) {
  const [unit, rest] = unitAndPost(said, 0, [said, '']);
  const match = NAMED_LAST.exec(rest ?? '');
  return match && looksLikePerson(match[2]!)
    ? { intent: 'bind' as const, name: match[2]!, unit: unit!, post: match[1]! }
    : undefined;
}

/** 梅林镇党政办副主任 → 梅林镇, 党政办副主任. */
function unitAndPost(part: string, _index: number, parts: readonly string[]): readonly string[] {
  const match =
    parts.length === 2
      ? /^([\u4e00-\u9fa5]{1,8}?(?:街道办事处|街道|管委会|开发区|公司|[镇乡局社]|(?<=安|委|应急|防汛|政)[办委]))([\u4e00-\u9fa5]{2,})$/.exec(
          part,
        )
      : null;
  return match && !/^[长]/.test(match[2]!) ? [match[1]!, match[2]!] : [part];
}

function nameBeside(parts: readonly string[], code: string): { name?: string } {
  const name = parts.find((part) => part !== code);
  return name ? { name } : {};
}
