import type { Json, Objection } from '../report/report.ts'
import type { CallRequest, CallResult, CallsResult } from '../session.ts'
import { callEach, endsEverything } from './ask-for-data.ts'
import { findMemory } from './memory.ts'
import type { OwnGuest } from './own-guest.ts'

/** Why a value does not have a property, by the property's name. */
export type Judge = (property: string, value: Json, args: readonly Json[]) => Objection | undefined

/**
 * Calls a function with one list of arguments after the other, and then again in fresh guests in
 * other orders: an answer may depend on nothing but its arguments.
 */
export async function callAll(
  own: OwnGuest,
  { calls, property, alone }: CallRequest,
  { judge, fresh }: { readonly judge: Judge; readonly fresh: () => OwnGuest },
): Promise<CallsResult> {
  const results: CallResult[] = []
  await callEach(own, calls, (result, args) => {
    if (property === undefined || result.kind !== 'returned') {
      results.push(result)
      return !endsEverything(result)
    }
    const objection = judge(property, result.value, args)
    results.push(objection === undefined ? result : { ...result, objection })
    return objection === undefined
  })
  const complete = results.length === calls.length && results.every(wasFine)
  if (!complete || alone) return { results }
  const memory = await findMemory(calls, results, { own, fresh })
  return memory === undefined ? { results } : { results, memory }
}

function wasFine(result: CallResult): boolean {
  return !endsEverything(result) && !(result.kind === 'returned' && result.objection)
}
