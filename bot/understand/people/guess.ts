import { gated } from '../gated.ts';
import type { Name } from './find-names.ts';

/** Surnames of one character, those of almost everybody. */
const SURNAMES = new Set(
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦鲍涂谌覃佟邸冼隋丘芦鄢郗逯辜佘竺牟苟尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫经房裘缪干解应宗丁宣邓郁单杭洪包诸左石崔吉龚程邢裴陆荣翁荀甄家封芮羿储靳邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全班仰秋仲伊宫宁仇栾暴甘厉戎祖武符刘景詹束龙叶幸司韶郜黎薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧利蔚越隆师巩聂晁勾敖冷辛阚那简饶空曾沙养鞠须丰巢关相查后红游付代肖仝岳闫',
);
/** Those that hardly begin a common word, for places where a common word could stand as well. */
const FREQUENT = new Set(
  '赵钱孙李周吴郑王冯陈蒋沈韩杨朱秦许何吕张曹魏姜谢邹苏潘范彭鲁马方俞任袁柳唐薛雷贺倪汤罗郝傅康余顾孟黄萧尹姚邵汪毛戴宋庞熊项董梁杜贾江郭林钟徐邱骆高夏蔡田樊胡霍卢莫丁邓洪石崔龚程邢陆翁段侯武刘龙叶黎白赖乔谭温庄阎艾易廖耿聂曾肖岳闫',
);
const DOUBLE = gated(/^(?:欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|夏侯|司徒)/);

/** Words that begin with a surname and are no person. */
const COMMON =
  /^(?:周[一二三四五六日天末边围转期报]|方[案式面便向法]|马[上路]|高[层速温铁考峰标度危空处中校新质风压原分]|任[务何]|金[额融属]|石[料油灰材膏]|林[区地业场]|田[间块]|文[件字明本]|白[天班酒色蚁]|夏[季天收粮令]|雷[电雨管暴击]|江[河堤边]|龙[头舟]|段落|余[款下留震]|黄[色线牌标]|何[时地人处]|许[可多]|曾经|常[态规]|武[装器]|易[燃爆制发]|温[度馨室]|康复|汛|董事|程[序度]|毛[病巾坯]|钱[款物]|顾[问客虑]|胡[同乱]|江面|唐|庄[稼重]|项[目]|洪[水涝峰]|石头|邢|鲁莽|高[一二三]|艾灸|段时|毛|戴好|顾|乔迁)/;

/** 请查收, 请安排, 请支持: verbs that begin like a surname. */
const VERB = gated(
  /^(?:查[收看阅验询找实处封明核]|安[排装全置]|包[括抓保]|支[持援]|关[注闭停好]|应[急当该对用]|通[知过报]|解[决释除散]|全[力部面程体员]|明[确天早]|成立|巩固|利用|从[严速快]|时刻|管[理控好]|申[请报]|宣[传讲]|连[夜续]|计[划算]|封[堵存闭住]|养护|戴好|单[位独]|相[关互]|严[格禁肃查密]|广[泛大]|高度|马上|方便|祝|都[要把]|和|向|于|费心|许可|万[勿一]|贵[单镇局]|党[委政]|能否|党员|房主|凌晨|车主|师傅|家属|农户)/,
);

/** A surname stands there; without one nothing that follows looks like a person. */
export function beginsLikePerson(text: string, at: number): boolean {
  return isSurname(text[at]) || DOUBLE.test(text.slice(at, at + 2));
}

/** 龙海, 刘峰, 张晓明, 欧阳明: written like a name. */
export function looksLikePerson(word: string): boolean {
  const named = (word.length < 4 && SURNAMES.has(word[0]!)) || DOUBLE.test(word);
  return named && /^[\u4e00-\u9fa5]{2,4}$/.test(word) && !VERB.test(word);
}

/** The same, in a place where an ordinary word might stand just as well. */
export function mustBePerson(word: string): boolean {
  return looksLikePerson(word) && (FREQUENT.has(word[0]!) || DOUBLE.test(word)) && !COMMON.test(word);
}

export function isSurname(char: string | undefined): boolean {
  return char !== undefined && SURNAMES.has(char);
}

/** A name that is not in the roster. All names are of one shape: what reads them looks their parts up faster. */
export function guessed(kind: Name['kind'], word: string, from: number, role?: 'post' | 'desk'): Name {
  const post = role === 'post' || undefined;
  const desk = role === 'desk' || undefined;
  return { kind, word, from, to: from + word.length, known: false, post, desk };
}
