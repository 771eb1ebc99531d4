/** What is wrong at a place of the office file, and what to do about it. */
export interface Complaint {
  readonly what: string;
  readonly remedy: string;
}

const listed = (words: readonly string[]) => words.map((word) => `“${word}”`).join('、');

/** Problems of form: what stands where, and how it is written. */
export const FORM = {
  emptyFile: (): Complaint => ({ what: '文件是空的', remedy: '从 config/sample-office.yaml 复制一份再改' }),
  notMapping: (text: string): Complaint => ({
    what: `这里应是“键: 值”，写的是“${text}”`,
    remedy: text.includes('：') ? '冒号要用半角“:”，后面空一格' : '每项写成“键: 值”，键前的缩进与上一行对齐',
  }),
  notList: (key: string): Complaint => ({
    what: `“${key}”应是列表`,
    remedy: `写成“${key}: [甲, 乙]”，或每行一项、以“- ”开头`,
  }),
  notText: (key: string): Complaint => ({ what: `“${key}”只能写一个值`, remedy: `写成“${key}: 值”` }),
  unknownKey: (key: string, nearest: string | undefined, known: readonly string[]): Complaint => ({
    what: `不认识的键“${key}”`,
    remedy: nearest ? `改成“${nearest}”` : `这里可用的键：${known.join(' ')}`,
  }),
  missing: (key: string): Complaint => ({ what: `缺“${key}”`, remedy: `补一行“${key}: …”` }),
  unknownWord: (key: string, word: string, nearest: string | undefined, known: readonly string[]): Complaint => ({
    what: `“${key}”不能是“${word}”`,
    remedy: nearest ? `改成“${nearest}”` : `只能是${listed(known)}`,
  }),
  badId: (id: string): Complaint => ({ what: `编号“${id}”不合格式`, remedy: '用小写拼音，以字母开头，例如 qingshan' }),
  badPhone: (phone: string): Complaint => ({
    what: `电话“${phone}”不合格式`,
    remedy: '手机写11位数字，座机写区号-号码，例如 0000-6230119',
  }),
  badDay: (day: string): Complaint => ({ what: `日期“${day}”不存在或不合格式`, remedy: '写成 2026-01-05 的样子' }),
  syntax: (code: string): Complaint =>
    SYNTAX[code] ?? {
      what: '这一行的格式不对',
      remedy: '检查冒号后是否空一格、缩进是否都用空格并上下对齐；改好这一处再查其余',
    },
};

const SYNTAX: Readonly<Record<string, Complaint>> = {
  DUPLICATE_KEY: { what: '同一项里有两个相同的键', remedy: '删去其中一个' },
  TAB_AS_INDENT: { what: '缩进用了制表符', remedy: '改用空格；改好这一处再查其余' },
  BAD_INDENT: {
    what: '缩进没有对齐，或上一行的括号没有闭合',
    remedy: '补上括号；与同一层的上一项对齐，只用空格；改好这一处再查其余',
  },
  MISSING_CHAR: {
    what: '缺一个符号',
    remedy: '检查引号、方括号、花括号是否成对，逗号和冒号是否为半角；改好这一处再查其余',
  },
  BAD_ALIAS: { what: '“*”引用的名字没有定义', remedy: '以 * 开头的文字请加引号' },
};

/** Problems of content: the entries do not fit together. */
export const SENSE = {
  twice: (what: string, text: string, line: number): Complaint => ({
    what: `${what}“${text}”与第${line}行重复`,
    remedy: '改掉其中一个',
  }),
  aliasOfTwo: (alias: string, other: string, line: number): Complaint => ({
    what: `别名“${alias}”也指第${line}行的“${other}”，分不清指谁`,
    remedy: '只留给其中一个单位，另一个换个说法',
  }),
  unknownUnit: (name: string, nearest: string | undefined): Complaint => ({
    what: `没有单位“${name}”`,
    remedy: nearest ? `是不是“${nearest}”？否则先在 units 里加上它` : '先在 units 里加上它，或改用已有单位的名称',
  }),
  unknownPerson: (name: string, nearest: string | undefined): Complaint => ({
    what: `没有叫“${name}”的人`,
    remedy: nearest ? `是不是“${nearest}”？否则先在 people 里加上` : '先在 people 里加上，或写此人的 id',
  }),
  twoOfThatName: (name: string): Complaint => ({ what: `叫“${name}”的不止一个`, remedy: '改写 id' }),
  circle: (names: readonly string[]): Complaint => ({
    what: `上下级绕成了圈：${names.join(' → ')}`,
    remedy: '改掉其中一个',
  }),
  reversed: (from: string, to: string): Complaint => ({
    what: `任职起止倒了：${from} 晚于 ${to}`,
    remedy: '把 from 和 to 对调或改正',
  }),
  secondLetter: (unit: string, post: string, other: string, line: number): Complaint => ({
    what: `${unit}同时有两个${post}（另一个是第${line}行的${other}）`,
    remedy: '一个改为B角，或给前任写上 to（离任日）',
  }),
  ownStandIn: (unit: string): Complaint => ({ what: `同一人兼任${unit}的联络员A和B`, remedy: 'B角换一个人' }),
  noUnit: (name: string): Complaint => ({ what: `${name}没有单位`, remedy: '在 posts 里写上单位和职务' }),
  sameNames: (name: string, unit: string, line: number): Complaint => ({
    what: `${unit}有两个${name}，职务也相同（另一个在第${line}行），分不清`,
    remedy: '在 title 里写明科室，例如“党政办副主任”',
  }),
  keeperOfNothing: (name: string, title: string): Complaint => ({
    what: `${name}的职务“${title}”没有写管哪一处`,
    remedy: '写明点位，例如“响水水库巡查责任人”“李家坡地灾点监测责任人”，叫应时按它找人',
  }),
  noLiaison: (unit: string): Complaint => ({
    what: `${unit}没有在任的联络员`,
    remedy: '给一个人写上“post: 联络员A”；还没有人就把单位的 status 写成“试运行”',
  }),
  noDispatcher: (): Complaint => ({
    what: '没有安委办管理员，没有人能确认草稿、核对绑定',
    remedy: '给至少一个人写上“roles: [安委办管理员]”',
  }),
  roomWithoutUnits: (topic: string): Complaint => ({
    what: `群“${topic}”没有写单位`,
    remedy: '写上“units: [单位名]”，或写单位集合的名称',
  }),
  emptySet: (name: string): Complaint => ({ what: `单位集合“${name}”是空的`, remedy: '写上“units: [单位名]”' }),
};

/** One line for one problem: where, what, and what to do. */
export function problemText(file: string, problem: Complaint & { readonly line: number }): string {
  return `${file} 第${problem.line}行：${problem.what}。${problem.remedy}`;
}

export const OFFICE_FILE = {
  unreadable: (file: string) => `读不到文件 ${file}，请核对路径`,
  fine: (file: string, counts: { units: number; people: number; rooms: number; sets: number }) =>
    `${file} 没有问题：${counts.units}个单位，${counts.people}人，${counts.rooms}个群，${counts.sets}个单位集合`,
  problems: (count: number) => `共${count}处问题，改好再试`,
};
