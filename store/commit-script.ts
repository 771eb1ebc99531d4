import { script } from './script.ts';
import { memorySeconds } from './seen.ts';

/** Readers of the flat lists in which scripts get their keys and arguments. */
export const LUA_ARGUMENTS = `
local KEYS, ARGV, call = KEYS, ARGV, redis.call
local ai, ki = 0, 0
local function arg() ai = ai + 1 return ARGV[ai] end
local function key() ki = ki + 1 return KEYS[ki] end
local function count() ai = ai + 1 return tonumber(ARGV[ai]) end
`;

/** Puts messages into their conversations, unless one of that name was said before. Needs LUA_ARGUMENTS and the outbox index. */
export const LUA_MESSAGES = `
local function addMessages(outbox, rev)
  for n = 1, count() do
    local to, once, mark, look, json = arg(), arg(), arg(), arg(), arg()
    local conversation, current, before = key(), key(), key()
    if call('SISMEMBER', before, mark) == 0 and call('SADD', current, mark) == 1 then
      call('EXPIRE', current, ${memorySeconds('once')}, 'NX')
      call('HSET', conversation, 'i:' .. once, rev .. '.' .. n .. ' ' .. look .. '\\n' .. json, 'rev', rev)
      call('ZADD', outbox, 'LT', look, to)
    end
  end
end
`;

/**
 * The one step in which a decision becomes true: first everything that could forbid it, then every write. Its arguments are
 * laid out by `commitArguments`. Answers `repeated`, `conflict <what>` or `done <wakes filed until> <outbox filed until>`.
 * Every call counts here: this script bounds how many decisions per second the product can take.
 */
export const runCommit = script(`
${LUA_ARGUMENTS}
${LUA_MESSAGES}
local revKey, collectionRevs, numbers, wakes, outbox = key(), key(), key(), key(), key()
local audit, alarms, parked, failures, handled = key(), key(), key(), key(), key()
local at, isAnswer = arg(), arg() == '1'

local function conflict(kind, name)
  if isAnswer and call('EXISTS', handled) == 1 then return 'repeated' end
  return 'conflict ' .. kind .. name
end

for _ = 1, count() do
  local id, rev = arg(), arg()
  local head = call('GETRANGE', key(), 0, 19)
  if (string.match(head, '^%d+') or '0') ~= rev then return conflict('thing ', id) end
end
for _ = 1, count() do
  local name, rev = arg(), arg()
  if (call('HGET', collectionRevs, name) or '0') ~= rev then return conflict('collection ', name) end
end
for _ = 1, count() do
  local letter, last = arg(), arg()
  if (call('HGET', numbers, letter) or '0') ~= last then return conflict('series ', letter) end
end
local given = {}
for n = 1, count() do
  local letter, last = arg(), arg()
  if tonumber(call('HGET', numbers, letter) or '0') >= tonumber(last) then return conflict('series ', letter) end
  given[2 * n - 1], given[2 * n] = letter, last
end
if isAnswer and not call('SET', handled, '', 'NX', 'EX', 691200) then return 'repeated' end

local rev = call('INCR', revKey)
if #given > 0 then call('HSET', numbers, unpack(given)) end

local state = call('HMGET', alarms, 'wakes', 'outbox', 'parked', 'failing')
local entries = arg()
local earlier = {}
for _ = 1, count() do
  local id, json, wake, thing = arg(), arg(), arg(), key()
  local head = call('GETRANGE', thing, 0, 39)
  local last = string.match(head, '^%d+ (%d+)\\n') or string.match(head, '^(%d+)\\n')
  if last and last ~= '0' then earlier[#earlier + 1] = id .. ' ' .. last end
  if json == '' then
    call('DEL', thing)
  elseif entries ~= '' then
    call('SET', thing, rev .. '\\n' .. json)
  else
    call('SET', thing, rev .. ' ' .. (last or '0') .. '\\n' .. json)
  end
  if wake == '' then call('ZREM', wakes, id) else call('ZADD', wakes, wake, id) end
  if state[4] and call('HDEL', failures, id) == 1 then
    if call('EXISTS', failures) == 0 then call('HDEL', alarms, 'failing') end
  end
  if state[3] and call('HDEL', parked, id) == 1 then
    if call('EXISTS', parked) == 0 then call('HDEL', alarms, 'parked') end
  end
end
for _ = 1, count() do
  local name, id = arg(), arg()
  if call('HSET', key(), id, '') == 1 then call('HSET', collectionRevs, name, rev) end
end
for _ = 1, count() do
  local name, id = arg(), arg()
  if call('HDEL', key(), id) == 1 then call('HSET', collectionRevs, name, rev) end
end
for _ = 1, count() do call('HSET', collectionRevs, arg(), rev) end
for _ = 1, count() do
  local id = arg()
  if call('HEXISTS', parked, id) == 0 then call('ZADD', wakes, 'LT', at, id) end
end
addMessages(outbox, rev)

if entries ~= '' then
  call('XADD', audit, rev .. '-0', 't', at, 'p', table.concat(earlier, '\\n'), 'e', entries)
end
return 'done ' .. (state[1] or '0') .. ' ' .. (state[2] or '0')
`);
