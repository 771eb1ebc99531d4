import { LUA_ARGUMENTS, LUA_MESSAGES } from './commit-script.ts';
import { script } from './script.ts';

/** What freeze, progress and settle have in common: the fence, the counts, and when to look at the conversation next. */
const LUA_CONVERSATION = `
${LUA_ARGUMENTS}
${LUA_MESSAGES}
local conversation, outbox, underWay, deliveries = key(), key(), key(), key()
local revKey, alarms, fence = key(), key(), key()
local to, fencing, expected, nextLook = arg(), arg(), arg(), arg()

if fencing ~= '' and (call('GET', fence) or '0') ~= fencing then return 'deposed' end

local function current() return call('HGET', conversation, 'envelope') or '' end
local frozenRev = 0
local function isCurrent(id)
  local head, rev = string.match(current(), '^([^\\n]*)\\n(%d+)\\n')
  frozenRev = tonumber(rev)
  return head == id
end
local function store(envelope, rev)
  local id, json = string.match(envelope, '^([^\\n]*)\\n(.*)$')
  call('HSET', conversation, 'envelope', id .. '\\n' .. rev .. '\\n' .. json)
end
local function addCounts()
  for _ = 1, count() do call('HINCRBY', deliveries, arg(), arg()) end
end
local function waiting()
  local other = call('HMGET', conversation, 'rev', 'use', 'envelope')
  return call('HLEN', conversation) - (other[1] and 1 or 0) - (other[2] and 1 or 0) - (other[3] and 1 or 0)
end
local function look(at)
  if at == '' then call('ZREM', outbox, to) else call('ZADD', outbox, at, to) end
end
local function lookAt(other, at) call('ZADD', outbox, 'LT', at, other) end
local function done()
  if call('HLEN', conversation) == 1 then call('DEL', conversation) end
  return 'done ' .. (call('HGET', alarms, 'outbox') or '0')
end
`;

/** Answers `deposed`, `moved` (nothing done), `occupied`, `stranded` (errors of the caller, nothing done) or `done <filed until>`. */
export const runFreeze = script(`
${LUA_CONVERSATION}
if (call('HGET', conversation, 'rev') or '0') ~= expected then return 'moved' end

local envelope, use = arg(), arg()
if envelope ~= '' and current() ~= '' then return 'occupied' end
local taken, left = {}, waiting()
for n = 1, count() do
  taken[n] = 'i:' .. arg()
  left = left - call('HEXISTS', conversation, taken[n])
end
if left > 0 and nextLook == '' then return 'stranded' end

local rev = call('INCR', revKey)
call('HSET', conversation, 'rev', rev)
for _, item in ipairs(taken) do call('HDEL', conversation, item) end
if use ~= '' then call('HSET', conversation, 'use', use) end
if envelope ~= '' then
  store(envelope, rev)
  call('SADD', underWay, to)
end
addCounts()
look(nextLook)
addMessages(rev, lookAt)
return done()
`);

/** Answers `deposed`, `gone` (another envelope, or none, is under way; nothing done) or `done <filed until>`. */
export const runProgress = script(`
${LUA_CONVERSATION}
if not isCurrent(expected) then return 'gone' end

store(arg(), frozenRev)
call('HSET', conversation, 'rev', call('INCR', revKey))
look(nextLook)
return done()
`);

/** The earliest of the given moment and those that messages asked for which came with the freeze or after it. */
const LUA_EARLIEST = `
local function earliestOfNew(nextLook)
  local best = nextLook ~= '' and nextLook
  for _, field in ipairs(call('HVALS', conversation)) do
    local rev, asked = string.match(field, '^(%d+)%.%d+ (%d+)\\n')
    if rev and tonumber(rev) >= frozenRev and (not best or tonumber(asked) < tonumber(best)) then best = asked end
  end
  return best
end
`;

/** Answers as progress does. Messages that came in the meantime are looked at no later than they asked for. */
export const runSettle = script(`
${LUA_CONVERSATION}
${LUA_EARLIEST}
if not isCurrent(expected) then return 'gone' end

local frozenAt = arg()
local rev = call('INCR', revKey)
call('HSET', conversation, 'rev', rev)
call('HDEL', conversation, 'envelope')
call('SREM', underWay, to)
addCounts()
if waiting() > 0 then nextLook = earliestOfNew(nextLook) or frozenAt end
look(nextLook)
addMessages(rev, lookAt)
return done()
`);
