import type { Change } from '../duty/checks/seal/find-change.ts';
import type { Period } from '../duty/checks/seal/read-paste.ts';
import type { SealProblem, VerifiedPlan } from '../duty/checks/seal/verify-seal.ts';

/** A plan that matches its seal, for whoever checks it. */
export function sealVerifiedText({ no, period, checks, deviations }: VerifiedPlan): string {
  const changed = deviations.length > 0 ? `，其中变动${deviations.length}次，均写明原因` : '';
  return `${no}（${period.from} 至 ${period.to}）与封存一致，共${checks.length}次${changed}`;
}

export function sealPendingText({ no, period }: { readonly no: string; readonly period: Period }): string {
  return `${no}（${period.from} 至 ${period.to}）还没有公布，公布后再核对`;
}

/** What is wrong with a publication, for whoever checks it. */
export function sealProblemText(problem: SealProblem): string {
  switch (problem.code) {
    case 'too-long':
      return '文字太长，不像是一份抽查公布';
    case 'nothing-found':
      return '没有找到抽查封存或抽查公布的消息，请整条复制';
    case 'no-seal':
      return `${problem.no}没有封存消息，无从核对`;
    case 'no-reveal':
      return `${problem.no}只有封存，没有公布内容`;
    case 'seal-incomplete':
      return `${problem.no}的封存消息不完整，缺时段或校验值`;
    case 'salt-missing':
      return `${problem.no}的公布内容里没有“盐”这一行`;
    case 'part-missing':
      return `${problem.no}缺第${problem.part}部分`;
    case 'part-incomplete':
      return `${problem.no}第${problem.part}部分没有复制完整`;
    case 'part-differs':
      return `${problem.no}第${problem.part}部分有两种不同的内容`;
    case 'second-seal':
      return problem.no === problem.other
        ? `${problem.no}有两个不同的封存校验值`
        : `${problem.no}与${problem.other}封存的是同一时段`;
    case 'period-differs':
      return `${problem.no}封存的时段是${problem.sealed}，公布的是${problem.published || '（没有写）'}`;
    case 'unreadable':
      return `${problem.no}有一行看不懂：${shortLine(problem.line)}`;
    case 'reason-missing':
      return `${problem.no}有一处变动没有写原因：${problem.line}`;
    case 'count-differs':
      return `${problem.no}写明共${problem.said}次，实际列出${problem.found}次`;
    case 'changed':
      return `${problem.no}公布内容与封存校验值不符，改动不止一处，或封存校验值不是这份计划的`;
    case 'changed-here':
      return `${problem.no}公布内容与封存时不同：${changeText(problem.change)}`;
  }
}

function changeText(change: Change): string {
  switch (change.what) {
    case 'salt':
      return `“盐”被改过，封存时是${change.was}`;
    case 'added':
      return `多出一行 ${change.line}`;
    case 'removed':
      return `少了一行 ${change.was}`;
    case 'time':
      return `时间被改过，现在是 ${change.line}，封存时是 ${change.was}`;
    case 'unit':
      return `单位被改过，现在是 ${change.line}，封存时是 ${change.was}`;
    case 'swapped':
      return `两行的单位对调过：${change.line}，${change.other}`;
  }
}

function shortLine(line: string): string {
  const plain = line.replace(/\s+/g, ' ').trim();
  return plain.length > 60 ? `${plain.slice(0, 59)}…` : plain;
}
