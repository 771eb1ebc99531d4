import type { SessionState } from './gateway.ts';

/**
 * What can happen to a session. `doubt`: a probe or an error says it may be deaf · `confirmed`: a probe was answered while
 * logged in · `gone`: a loss has lasted longer than a mere reset takes.
 */
export type SessionEvent = 'start' | 'stop' | 'scan' | 'login' | 'logout' | 'doubt' | 'confirmed' | 'gone' | 'banned';

/** The state after an event. A ban ends only with a new start by hand; a code to be scanned means logged out, whatever was before. */
export function nextState(state: SessionState, event: SessionEvent): SessionState {
  if (event === 'start') return 'starting';
  if (state === 'banned') return 'banned';
  switch (event) {
    case 'stop':
      return 'offline';
    case 'scan':
      return 'need-scan';
    case 'login':
      return 'online';
    case 'banned':
      return 'banned';
    case 'logout':
      return state === 'need-scan' || state === 'offline' ? state : 'degraded';
    case 'doubt':
      return state === 'online' ? 'degraded' : state;
    case 'confirmed':
      return state === 'degraded' || state === 'offline' ? 'online' : state;
    case 'gone':
      return state === 'degraded' || state === 'starting' ? 'offline' : state;
  }
}

/** Codes and words with which WeChat says that this account may not log in: `ret: 1102`, `账号被限制登录`. */
const BAN = /(?:^|(?:ret|code|status)\W{0,5})(?:1102|1203)\b|限制登录|被限制使用|(?:账号|帐号)(?:被封|已被封|异常)/i;

export function saysBanned(text: string): boolean {
  return BAN.test(text);
}

/** A heartbeat proves something only when the puppet does not add that it is logged out or still looking for a login. */
export function isSoundHeartbeat(food: unknown): boolean {
  return !/(?:logout|offline|init|uuid)$/i.test(String(food ?? ''));
}
