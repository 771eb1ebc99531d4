import type { Post, Role, Tenure, Unit, UnitKind } from '../people/office.ts';

/** How people call what the office is made of; the office file is written in these words. */
export const KIND_WORDS: Readonly<Record<UnitKind, string>> = {
  government: '政府',
  office: '办公室',
  department: '部门',
  township: '乡镇',
  street: '街道',
  park: '园区',
  village: '村社区',
  enterprise: '企业',
};

export const STATUS_WORDS: Readonly<Record<Unit['status'], string>> = {
  trial: '试运行',
  active: '正式',
  closed: '停用',
};

export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  sysadmin: '系统管理员',
  dispatcher: '安委办管理员',
  leader: '领导',
  supervisor: '督查员',
  observer: '观察员',
  caller: '叫应发起人',
};

export const POST_WORDS: Readonly<Record<Post, string>> = {
  head: '主要负责人',
  deputy: '分管负责人',
  liaison: '联络员',
  staff: '工作人员',
  'enterprise-contact': '企业联系人',
};

/** `联络员A`. */
export function postWords({ post, letter }: Pick<Tenure, 'post' | 'letter'>): string {
  return `${POST_WORDS[post]}${letter ?? ''}`;
}

/** `应急站站长（联络员A）`; the post alone where the title says no more. */
export function titleWords(tenure: Tenure): string {
  const post = postWords(tenure);
  return ['', post, POST_WORDS[tenure.post]].includes(tenure.title) ? post : `${tenure.title}（${post}）`;
}
