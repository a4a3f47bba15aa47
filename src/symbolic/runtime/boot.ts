import type { Request } from './answers.ts'
import { Calls } from './calls.ts'
import { ConditionKeys } from './condition-keys.ts'
import { Constants } from './constants.ts'
import { Follower } from './follow.ts'
import { Halt } from './halt.ts'
import { Iteration } from './iteration.ts'
import { Merge } from './merge.ts'
import { Operators } from './operators.ts'
import { Ownership } from './ownership.ts'
import { Paths } from './paths.ts'
import { programOf } from './program.ts'
import type { Realm } from './realm.ts'
import { Symbols } from './symbols.ts'

/** The runtime of one realm: what its programs call, and what the host asks. */
export function boot(program: Realm) {
  const realm = { ...program, isInternalError: ofEither(program) }
  const halt = new Halt()
  const symbols = new Symbols(halt)
  const constants = new Constants()
  const keys = new ConditionKeys((expr) => constants.doubleOf(expr))
  const paths = new Paths(halt, keys)
  const operators = new Operators(halt, symbols, constants, paths)
  const ownership = new Ownership(halt)
  const merge = new Merge({ halt, symbols, constants, paths, ownership })
  const shared = { realm, halt, symbols, constants, paths, operators, ownership }
  const iteration = new Iteration(realm, ownership)
  const calls = new Calls(shared, (run) => merge.call(run))
  const follower = new Follower({ ...shared, keys, calls })
  return {
    program: programOf({ ...shared, merge, calls, iteration }),
    /** Questions and answers are text, but for the function that is meant. */
    ask(question: string, callee: unknown, self: unknown, request: string): string {
      if (question === 'refusal') return JSON.stringify(halt.refusal ?? null)
      const asked = JSON.parse(request) as Request
      const answer =
        question === 'path'
          ? follower.path(callee, self, asked)
          : follower.formula(callee, self, asked)
      return JSON.stringify(answer)
    },
  }
}

/** A stack may end in the program's realm or in this one: the engine's error is of that realm. */
function ofEither({ isInternalError }: Realm): Realm['isInternalError'] {
  const { InternalError: Own } = globalThis as { InternalError?: ErrorConstructor }
  return (error) => isInternalError(error) || (Own !== undefined && error instanceof Own)
}
