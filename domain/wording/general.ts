/** What 帮助 answers, by what the person may do. */
export function helpText(mayOrder: boolean): string {
  return [
    '常用说法（群里先@值守，私聊直接说）：',
    ...(mayOrder
      ? [
          '交办：请某单位某日前办某事；确认、改 编号 …、撤销 编号 原因；通过 编号 单位、退回 编号 单位 原因、同意/不同意',
          '通知：通知某单位……，收到请回复；未签收 编号、解除 编号',
        ]
      : []),
    '签收：收到　报送：报 编号 内容　进展：进展 编号 内容　延期 编号 到几号 原因　不是我：转办 编号 给谁 原因',
    '值班：今天谁值班、接班、交班 内容、平安、换班 日期 和某人、请假、值班表（直接发文件）',
    '查看：我的待办、编号、今天到期、逾期、未签收 编号',
  ].join('\n');
}

export const HELP_FOR_STRANGERS = '我是值守，负责交办、提醒和台账。还不认识你，请私聊我“绑定 姓名 单位 职务”';

export const NOT_UNDERSTOOD =
  '没看懂。你是要 1 报送 2 查看待办 3 交办任务？可以这样说：“报 T0612 内容”“我的待办”“请青山镇周五前报…”；回复“帮助”看全部说法';

/** For what is understood and not offered. */
export function notOfferedText(what: string): string {
  return `${what}还没有开通，这条没有办理，请按原来的渠道办`;
}

export const WENT_WRONG = '这条没有办成，已通知管理员。原话已记下，不用重发';

export function tooLongText(chars: number): string {
  return `这条有${chars}字，太长了，没有办理。请用几句话说要办的事，材料作为文件发`;
}

export const SAY_AGAIN = '这条是中断期间发的，没有直接办理。如果还需要，请再说一次';

/** Where a picture or file goes that came alone. */
export function whichUploadText(name: string, choices: readonly string[]): string {
  return `收到“${name}”，是报哪一件的？${choices.map((choice, index) => `${index + 1} ${choice}`).join('　')}。回复数字，不是就不用回`;
}

export const SECRECY_TEXT = '疑似涉密或内部文件，请立即撤回并走机要渠道。原文没有保存';

export function whichText(prompt: string, choices: readonly string[]): string {
  return `${prompt}${choices.map((choice, index) => `${index + 1} ${choice}`).join('　')}。回复数字`;
}
