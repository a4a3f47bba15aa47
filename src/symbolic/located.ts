import type { Place } from './machine.ts'
import { NotFollowed } from './not-followed.ts'

/** The innermost place is the one that is told. */
export function located(error: unknown, offset: number, place: Place): unknown {
  if (error instanceof NotFollowed && error.offset === undefined) {
    error.offset = offset
    error.file = place.machine.file
  }
  return error
}

/** `AwaitExpression` as `await expression`, for people. */
export function describe(type: string): string {
  return `a syntax of the kind "${type.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()}"`
}
