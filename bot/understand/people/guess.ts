import type { Name } from './find-names.ts';

/** Offices whose short name ends in 办; 催办 and 还没办 are none. */
const OFFICE =
  /(?:安委|防汛|防指|森防|防火|党政|政府|府|政|委|应急|信访|综治|食安|消安|消防|交安|道安|减灾|防灾|文明|创建|河长|林长|振兴|环保|宣传|网信|编|外事|人防|经发|农业|城建|规建|民政|事务|专班|指挥部|小组|人大|政协)办$/;
/** 应急局, 安委办, 青山镇, 经开区, 供销社, 消防大队. */
const UNIT_END =
  /(?:街道办事处|街道办|街道|管委会|安委会|[经高][开新]区|开发区|工业园区|园区|大队|支队|中队|派出所|[镇乡局办委社])/g;
/** Ends like a unit and is none: 布局, 城镇, 我们镇, 两个镇. */
const NO_UNIT =
  /(?:[布格结大全当时僵败危]局|[城村集]镇|建制镇|[下返离回出思家老]乡|[推常原]委|(?<!供销|信用)社)$|^(?:我们?|你们?|他们|咱们?|本|该|全|这|那|哪|几|每|[一二两三四五六七八九十\d]+个?)[\u4e00-\u9fa5]{0,2}[镇乡局办委社]$|个[镇乡局]$/;
/** Words after which a name begins. */
const NAME_START =
  /(?:报送至?|报给|报到|报至|报|发给|发到|发|送给|送至|送到|送|交给|交到|交|拍给|给|请|由|让|叫|把|将|对|到|在|和|与|及|同|向|为|是|的|了|从|于|会同|麻烦|通知|安排|要求|督促|责成|转办|抄送|移交|转给|牵头|配合|加上|去掉|改为|改成|应该?找|找|归|属于|应该)/g;
const HAN = /[\u4e00-\u9fa5]/;
const MOST = 8;

/** Stretches written like the name of a unit; the longest that begins after a function word, a mark or a known name. */
export function guessUnits(text: string, taken: Uint8Array): Name[] {
  const names: Name[] = [];
  for (const match of text.matchAll(UNIT_END)) {
    const to = match.index + match[0].length;
    const from = startOf(text, match.index, taken, names[names.length - 1]?.to ?? 0);
    const word = text.slice(from, to);
    const stem = match.index - from;
    const enough = match[0].length > 1 ? to - from >= 3 : stem >= 2 || /^[\u4e00-\u9fa5][镇乡]$/.test(word);
    if (enough && stem <= MOST && !NO_UNIT.test(word) && (!word.endsWith('办') || OFFICE.test(word)))
      names.push({ kind: 'unit', word, from, to, known: false });
  }
  return names;
}

function startOf(text: string, end: number, taken: Uint8Array, floor: number): number {
  let from = end;
  while (from > floor && end - from < MOST && !taken[from - 1] && HAN.test(text[from - 1]!)) from--;
  let start = 0;
  for (const match of text.slice(from, end).matchAll(NAME_START)) start = match.index + match[0].length;
  return from + start;
}

/** 何科长, 李副区长. */
const TITLE = /副?(?:局长|科长|镇长|区长|县长|书记|主任|站长|队长|乡长|所长|部长|股长|处长|校长|主席|经理)/g;
const SURNAMES =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫经房裘缪干解应宗丁宣邓郁单杭洪包诸左石崔吉龚程邢裴陆荣翁荀甄家封芮羿储靳邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全班仰秋仲伊宫宁仇栾暴甘厉戎祖武符刘景詹束龙叶幸司韶郜黎薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧利蔚越隆师巩聂晁勾敖冷辛阚那简饶空曾沙养鞠须丰巢关相查后红游';

/** 何科长, 李副区长: a surname and a title. */
export function guessTitled(text: string): Name[] {
  return [...text.matchAll(TITLE)].flatMap((match) => {
    const from = match.index - 1;
    const to = match.index + match[0].length;
    if (from < 0 || !SURNAMES.includes(text[from]!)) return [];
    return [{ kind: 'person' as const, word: text.slice(from, to), from, to, known: false }];
  });
}

/** 龙海, 刘峰, 张晓明: two or three characters that begin with a surname and fill the given stretch. */
export function looksLikePerson(word: string): boolean {
  return /^[\u4e00-\u9fa5]{2,3}$/.test(word) && SURNAMES.includes(word[0]!);
}
