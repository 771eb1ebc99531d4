import type { DueEntry } from './alarm-groups.ts';
import type { AlarmIndex, OfficeKeys } from './keys.ts';
import { type RedisClient, script } from './script.ts';

const MOST_AT_ONCE = 2000;

/**
 * Hands out what is due between the cursor and `until`, to one caller only, and moves the cursor. A slice with very many entries
 * is halved, so that Redis is not held up; what is due in the same millisecond stays together.
 */
const takeSlice = script(`
local known, to = redis.call('HGET', KEYS[2], ARGV[1]), tonumber(ARGV[2])
local first = redis.call('ZRANGE', KEYS[1], 0, 0, 'WITHSCORES')[2]
local from = tonumber(known or first or to)
if known and from >= to then return {known} end

local lower = known or '-inf'
while to - from > 1 and redis.call('ZCOUNT', KEYS[1], lower, string.format('(%.0f', to)) > ${MOST_AT_ONCE} do
  to = from + math.floor((to - from) / 2)
end
local slice = redis.call('ZRANGEBYSCORE', KEYS[1], lower, string.format('(%.0f', to), 'WITHSCORES')
local cursor = string.format('%.0f', to)
redis.call('HSET', KEYS[2], ARGV[1], cursor)
table.insert(slice, 1, cursor)
return slice
`);

/** The next slice up to `untilMs`, or undefined when everything up to then is handed out. */
export async function nextSlice(
  redis: RedisClient,
  keys: OfficeKeys,
  index: AlarmIndex,
  untilMs: number,
): Promise<{ readonly entries: DueEntry[]; readonly filedUntilMs: number }> {
  const reply = (await takeSlice(redis, [keys.index(index), keys.alarms], [index, String(untilMs)])) as string[];
  const entries: DueEntry[] = [];
  for (let n = 1; n < reply.length; n += 2) entries.push({ id: reply[n]!, atMs: Number(reply[n + 1]) });
  return { entries, filedUntilMs: Number(reply[0]) };
}
