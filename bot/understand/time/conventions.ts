/** Each convention by its code, as one sentence for whoever asks why a time was read so. */
const TEXTS = {
  inclusive: '“X日前”含当日',
  exclusive: '写明不含当日，按前一日',
  closing: '没说钟点的，到当天下班时间为止',
  'next-date': '没说年月的日期，取今天起最近的一个',
  'told-date': '说的是已经过去的事，取离今天最近的过去日期',
  inherited: '没说日期或月份的，随前文的日期',
  week: '一周从周一算起，“下周”是下一个周一至周日',
  weekday: '单说星期几，取今天起最近的一个',
  'week-end-work': '“本周内”“下周内”到该周最后一个工作日',
  weekend: '周末是周六和周日',
  'month-end': '月底、季末、年底是最后一个自然日',
  thirds: '上旬1至10日，中旬11至20日，下旬21日至月底',
  days: '按天计的期限从次日起算，最后一天遇休息日不顺延',
  months: '按月计的期限到对应日，没有对应日的到月末',
  workdays: '工作日按国务院放假调休安排，当日不计入',
  exact: '按小时、分钟计的期限从消息发出时起算',
  'break-before': '节日前到放假前最后一个工作日',
  'break-days': '节日期间按国务院公布的放假日期',
  'break-after': '节后从放假后第一个工作日算起',
  'next-break': '没说哪个节的，取下一个法定节假日',
  'feast-before': '节日、节气之前到它前面的最后一个工作日',
  lunar: '农历日期按农历换算成公历',
  term: '节气按太阳到达该节气的当天',
  'season-before': '重点时段之前到它开始的前一天',
  'season-days': '重点时段按设置的起止日期',
  office: '上班、下班按单位作息时间',
  afternoon: '没说上下午的1至6点按下午',
  'next-clock': '只说钟点的，取下一次到这个钟点',
  midnight: '24时、晚12点是次日零点',
  shifted: '推迟、提前从原定日期算',
  moved: '改期以新日期为准',
  now: '立即、马上从现在开始',
  rule: '按周期重复，从消息之后的第一次算起',
  provisional: '当年放假安排尚未公布，只按法定节日和周末推算',
} as const;

export type Convention = keyof typeof TEXTS;

/** The sentence of a convention. */
export function conventionText(code: Convention): string {
  return TEXTS[code];
}
