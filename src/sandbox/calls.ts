import type { Json, Objection } from '../report/report.ts'
import {
  type CallRequest,
  type CallResult,
  type CallsResult,
  type Fault,
  usedUp,
} from '../session.ts'
import { callEach, dataOf } from './ask-for-data.ts'
import { ANSWER } from './limits.ts'
import { answersAgain, findMemory } from './memory.ts'
import type { OwnGuest } from './own-guest.ts'

/** Why a value does not have a property, by the property's name. */
export type Judge = (property: string, value: Json, args: readonly Json[]) => Objection | undefined

interface CallTools {
  readonly judge: Judge
  /** A guest in which nothing was asked before. */
  readonly fresh: () => OwnGuest
  /** Whether the source shows that no call leaves anything behind. */
  readonly isPure: () => boolean
}

/**
 * Calls a function with one list of arguments after the other, and then again in fresh guests in
 * other orders: an answer may depend on nothing but its arguments.
 */
export function callAll(
  own: OwnGuest,
  { calls, property, alone }: CallRequest,
  { judge, fresh, isPure }: CallTools,
): CallsResult {
  const results: CallResult[] = []
  let goesOn = true
  const most = ANSWER.eachCall * Math.max(calls.length, ANSWER.callsAtLeast)
  let room = most
  callEach(own, calls, (result, args) => {
    room -= JSON.stringify(dataOf(result)).length
    const given = room < 0 ? tooMuch(most) : result
    const held = property === undefined ? given : heldAgainst(property, given, args, judge)
    results.push(held)
    goesOn = property === undefined ? !usedUp(held) : hasProperty(held)
    return goesOn
  })
  if (!goesOn || alone) return { results }
  if (isPure() && answersAgain(calls, results, own)) return { results }
  const memory = findMemory(calls, results, { own, fresh })
  return memory === undefined ? { results } : { results, memory }
}

/** Everything that an answer is held against, and asked for again, is bounded with it. */
function tooMuch(most: number): Fault {
  return {
    kind: 'fault',
    cause: 'out-of-memory',
    message: `its answers to all calls are more than ${most} characters together`,
  }
}

/** The result with why it does not have a property. */
function heldAgainst(
  property: string,
  result: CallResult,
  args: readonly Json[],
  judge: Judge,
): CallResult {
  if (result.kind !== 'returned') return result
  const objection = judge(property, result.value, args)
  return objection === undefined ? result : { ...result, objection }
}

function hasProperty(result: CallResult): boolean {
  return result.kind === 'returned' && result.objection === undefined
}
