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

/**
 * Puts messages into their conversations, unless one of that name was said before, and says of each that is new when it wants to
 * be looked at. Needs LUA_ARGUMENTS.
 */
export const LUA_MESSAGES = `
local function addMessages(rev, lookAt)
  for n = 1, count() do
    local to, once, mark, look, json = arg(), arg(), arg(), arg(), arg()
    local conversation, current, before = key(), key(), key()
    if call('SISMEMBER', before, mark) == 0 and call('SADD', current, mark) == 1 then
      call('EXPIRE', current, ${memorySeconds('once')}, 'NX')
      call('HSET', conversation, 'i:' .. once, rev .. '.' .. n .. ' ' .. look .. '\\n' .. json, 'rev', rev)
      lookAt(to, look)
    end
  end
end
`;

/**
 * The one step in which decisions become true, several of one turn together, each whole or not at all: first everything that could
 * forbid it, then every write. Laid out by `commitAll`. Answers up to where wakes and outbox have been filed, then for each
 * decision `done`, `repeated`, `conflict <what>` or the error of a key that holds something else, which spares its neighbours.
 * Every call counts here: this script bounds how many decisions per second the product can take. So what one decision has read or
 * written is known to those after it, and both indexes are written once at the end.
 */
export const runCommits = script(`
${LUA_ARGUMENTS}
${LUA_MESSAGES}
local revKey, collectionRevs, numbers, wakes, outbox = key(), key(), key(), key(), key()
local audit, alarms, parked, failures = key(), key(), key(), key()
local batches, thingStart = count(), count() + 1
local state = call('HMGET', alarms, 'wakes', 'outbox', 'parked', 'failing')
local heads, collections, wakeAt, lookAt = {}, {}, {}, {}
local isAnswer, handled, lastRev, reserved = false, nil, 0, 0

local function headOf(thing)
  local head = heads[thing]
  if not head then
    head = call('GETRANGE', thing, 0, 39)
    heads[thing] = head
  end
  return head
end
local function collectionRev(name)
  local known = collections[name]
  if not known then
    known = call('HGET', collectionRevs, name) or '0'
    collections[name] = known
  end
  return known
end
local function moved(name, rev)
  call('HSET', collectionRevs, name, rev)
  collections[name] = rev
end
local function note(to, look)
  if not lookAt[to] or tonumber(look) < tonumber(lookAt[to]) then lookAt[to] = look end
end
local function refused(kind, name)
  if isAnswer and call('EXISTS', handled) == 1 then return 'repeated' end
  return 'conflict ' .. kind .. name
end

local function apply(n)
  local at = arg()
  isAnswer = arg() == '1'
  if isAnswer then handled = key() end

  for _ = 1, count() do
    local thing, rev = key(), arg()
    if (string.match(headOf(thing), '^%d+') or '0') ~= rev then return refused('thing ', string.sub(thing, thingStart)) end
  end
  for _ = 1, count() do
    local name, rev = arg(), arg()
    if collectionRev(name) ~= rev then return refused('collection ', name) end
  end
  for _ = 1, count() do
    local letter, last = arg(), arg()
    if (call('HGET', numbers, letter) or '0') ~= last then return refused('series ', letter) end
  end
  local given = {}
  for i = 1, count() do
    local letter, last = arg(), arg()
    if tonumber(call('HGET', numbers, letter) or '0') >= tonumber(last) then return refused('series ', letter) end
    given[2 * i - 1], given[2 * i] = letter, last
  end
  if isAnswer and not call('SET', handled, '', 'NX', 'EX', 691200) then return 'repeated' end

  if reserved == 0 then
    reserved = batches - n + 1
    lastRev = call('INCRBY', revKey, reserved) - reserved
  end
  reserved, lastRev = reserved - 1, lastRev + 1
  local rev = string.format('%d', lastRev)
  if #given > 0 then call('HSET', numbers, unpack(given)) end

  local entries = arg()
  local earlier = {}
  for _ = 1, count() do
    local thing, json, wake = key(), arg(), arg()
    local id, head = string.sub(thing, thingStart), headOf(thing)
    local last = string.match(head, '^%d+ (%d+)\\n') or string.match(head, '^(%d+)\\n')
    if last and last ~= '0' then earlier[#earlier + 1] = id .. ' ' .. last end
    if json == '' then
      call('DEL', thing)
      heads[thing] = ''
    else
      local line = (entries ~= '' and rev or rev .. ' ' .. (last or '0')) .. '\\n'
      call('SET', thing, line .. json)
      heads[thing] = line
    end
    wakeAt[id] = wake
    if state[4] and call('HDEL', failures, id) == 1 then
      if call('EXISTS', failures) == 0 then call('HDEL', alarms, 'failing') end
    end
    if state[3] and call('HDEL', parked, id) == 1 then
      if call('EXISTS', parked) == 0 then call('HDEL', alarms, 'parked') end
    end
  end
  for _ = 1, count() do
    local name, members, id = arg(), key(), arg()
    if call('HSET', members, id, '') == 1 then moved(name, rev) end
  end
  for _ = 1, count() do
    local name, members, id = arg(), key(), arg()
    if call('HDEL', members, id) == 1 then moved(name, rev) end
  end
  for _ = 1, count() do moved(arg(), rev) end
  for _ = 1, count() do
    local id = arg()
    local own = wakeAt[id]
    if own then
      if own == '' or tonumber(at) < tonumber(own) then wakeAt[id] = at end
    elseif call('HEXISTS', parked, id) == 0 then
      call('ZADD', wakes, 'LT', at, id)
    end
  end
  addMessages(rev, note)
  if entries ~= '' then
    call('XADD', audit, rev .. '-0', 't', at, 'p', table.concat(earlier, '\\n'), 'e', entries)
  end
  return 'done'
end

local function flush(command, index, option, fields)
  for from = 1, #fields, 1000 do
    local part = { unpack(fields, from, math.min(from + 999, #fields)) }
    if option then table.insert(part, 1, option) end
    call(command, index, unpack(part))
  end
end

local replies = { (state[1] or '0') .. ' ' .. (state[2] or '0') }
for n = 1, batches do
  local endOfArgs, endOfKeys = count(), count()
  local ran, reply = pcall(apply, n)
  replies[n + 1] = ran and reply or (type(reply) == 'table' and reply or { err = tostring(reply) })
  ai, ki = endOfArgs, endOfKeys
end

local set, gone, looks = {}, {}, {}
for id, wake in pairs(wakeAt) do
  if wake == '' then
    gone[#gone + 1] = id
  else
    set[#set + 1] = wake
    set[#set + 1] = id
  end
end
for to, look in pairs(lookAt) do
  looks[#looks + 1] = look
  looks[#looks + 1] = to
end
flush('ZREM', wakes, nil, gone)
flush('ZADD', wakes, nil, set)
flush('ZADD', outbox, 'LT', looks)
return replies
`);
