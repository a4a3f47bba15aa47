import type { Calls, Method } from './calls.ts'
import type { Halt } from './halt.ts'
import type { Iteration } from './iteration.ts'
import type { Merge } from './merge.ts'
import type { RuntimeName } from './names.ts'
import type { Operators } from './operators.ts'
import type { Ownership } from './ownership.ts'
import type { Paths } from './paths.ts'
import type { Realm } from './realm.ts'
import type { Symbols } from './symbols.ts'

export interface Parts {
  readonly realm: Realm
  readonly halt: Halt
  readonly symbols: Symbols
  readonly paths: Paths
  readonly operators: Operators
  readonly ownership: Ownership
  readonly merge: Merge
  readonly iteration: Iteration
  readonly calls: Calls
}

/** What an instrumented program calls. Where it stands comes first. */
type Program = { readonly [name in RuntimeName]: (...args: never[]) => unknown }

export function programOf(parts: Parts): Program {
  return { ...asking(parts), ...working(parts), ...writing(parts), ...calling(parts) }
}

/** Conditions. */
function asking({ realm, halt, paths, operators, merge }: Parts) {
  const holds = (at: number, value: unknown) => {
    halt.here(at)
    return operators.holds(value)
  }
  return {
    holds,
    flag: holds,
    and: (at: number, left: unknown, right: () => unknown) => {
      halt.here(at)
      const truth = operators.truth(left)
      if (typeof truth !== 'boolean') return merge.and(left, truth, right)
      return truth ? right() : left
    },
    or: (at: number, left: unknown, right: () => unknown) => {
      halt.here(at)
      const truth = operators.truth(left)
      if (typeof truth !== 'boolean') return merge.or(left, truth, right)
      return truth ? left : right()
    },
    choice: (at: number, test: unknown, then: () => unknown, otherwise: () => unknown) => {
      halt.here(at)
      const truth = operators.truth(test)
      if (typeof truth !== 'boolean') return merge.choice(truth, then, otherwise)
      return truth ? then() : otherwise()
    },
    goesOn: (at: number, value: unknown) => {
      halt.here(at)
      const truth = operators.truth(value)
      if (typeof truth !== 'boolean') paths.countRound(at)
      return paths.choose(truth)
    },
    sameCase: (at: number, value: unknown, test: unknown) => {
      halt.here(at)
      return operators.holds(operators.binary('===', value, test))
    },
    caught: (error: unknown) => {
      halt.caught(error)
      if (realm.isInternalError(error)) halt.refuse('depth')
    },
  }
}

/** Operators and conversions. */
function working({ realm, halt, symbols, operators }: Parts) {
  return {
    refuse: (at: number, construct: string) => {
      halt.here(at)
      halt.refuse('syntax', construct)
    },
    binary: (at: number, operator: string, left: unknown, right: unknown) => {
      halt.here(at)
      return operators.binary(operator, left, right)
    },
    unary: (at: number, operator: string, value: unknown) => {
      halt.here(at)
      return operators.unary(operator, value)
    },
    not: (at: number, value: unknown) => {
      halt.here(at)
      return operators.not(value)
    },
    typeOf: (value: unknown) => symbols.of(value)?.kind ?? typeof value,
    text: (at: number, value: unknown) => {
      halt.here(at)
      return operators.text(value)
    },
    numeric: (at: number, value: unknown) => {
      halt.here(at)
      return operators.numeric(value, true)
    },
    step: (at: number, value: unknown, by: number) => {
      halt.here(at)
      const old = operators.numeric(value, true)
      return typeof old === 'bigint' ? old + BigInt(by) : operators.binary('+', old, by)
    },
    key: (at: number, value: unknown) => {
      halt.here(at)
      return keyOf(operators.settled(value, 'key'))
    },
    isInstance: (at: number, value: unknown, kind: unknown) => {
      halt.here(at)
      if (typeof kind !== 'function') halt.refuse('operand', 'instanceof')
      if (symbols.of(value) !== undefined) return false
      return value instanceof (kind as never)
    },
  }

  /** What decides behind the program's back what an object means is not followed. */
  function keyOf(key: unknown): unknown {
    const isObject = (typeof key === 'object' && key !== null) || typeof key === 'function'
    if (isObject) halt.refuse('key')
    if (REFUSED_KEYS.has(key)) halt.refuse('syntax', String(key))
    const isWellKnown = typeof key === 'symbol' && WELL_KNOWN.has(key)
    if (isWellKnown && key !== realm.iteratorSymbol) halt.refuse('syntax', String(key))
    return key
  }
}

/** Worked out, they go past what is seen of them where they are written out. */
const REFUSED_KEYS: ReadonlySet<unknown> = new Set(['done', 'stack', 'return', '__proto__'])

/** The same in every realm. */
const WELL_KNOWN: ReadonlySet<unknown> = new Set(
  Object.getOwnPropertyNames(Symbol).map((name) => Reflect.get(Symbol, name) as unknown),
)

/** Writes, and what they are held against. */
function writing({ halt, symbols, ownership, iteration }: Parts) {
  return {
    moment: () => ownership.moment(),
    born: <T>(value: T) => ownership.born(value),
    ownArguments: (list: object) => iteration.ownArguments(ownership.born(list)),
    mayAssign: (at: number, moment: number, name: string) => {
      halt.here(at)
      ownership.mayChange(moment, name)
    },
    mayWrite: (at: number, value: unknown) => {
      halt.here(at)
      if (symbols.of(value) !== undefined) halt.refuse('object')
      ownership.mayWrite(value)
      return value
    },
  }
}

/** Members that are called, classes and their parents. */
function calling({ realm, halt, symbols, operators, ownership, calls }: Parts) {
  const parents = new Map<number, unknown>()
  const isNothing = (value: unknown) => value === undefined || value === null
  const hasNativeParent = (number: number) => calls.isNative(parents.get(number))
  return {
    plain: (callee: unknown): Method => ({ callee, self: undefined }),
    bound: (self: unknown, callee: unknown): Method => ({ callee, self }),
    method: (at: number, self: unknown, take: (object: unknown) => unknown): Method => {
      halt.here(at)
      const kind = symbols.of(self)?.kind
      if (kind === undefined) return { callee: take(self), self }
      return { callee: take(kind === 'number' ? realm.numbers : realm.booleans), self }
    },
    call: (at: number, { callee, self }: Method, ...args: unknown[]) => {
      halt.here(at)
      return calls.call(callee, self, args)
    },
    construct: (at: number, callee: unknown, ...args: unknown[]) => {
      halt.here(at)
      return calls.construct(callee, args)
    },
    unlessNullish: (value: unknown, then: (value: unknown) => unknown) =>
      isNothing(value) ? undefined : then(value),
    unlessNullishMethod: (method: Method, then: (method: Method) => unknown) =>
      isNothing(method.callee) ? undefined : then(method),
    /** The parents of one place in the program must be of one kind. */
    heritage: (at: number, number: number, parent: unknown) => {
      halt.here(at)
      const known = parents.get(number) ?? parent
      const isOwn = typeof parent === 'function' && !calls.isNative(parent)
      if (isOwn && !realm.textOf(parent).startsWith('class')) {
        halt.refuse('syntax', 'extends')
      }
      if (known !== parent && (calls.isNative(known) || calls.isNative(parent))) {
        halt.refuse('syntax', 'extends')
      }
      parents.set(number, parent)
      return parent
    },
    superArgument: (at: number, number: number, value: unknown) => {
      halt.here(at)
      if (!hasNativeParent(number) || calls.isError(parents.get(number))) return value
      return operators.settled(value, 'native-input', 'super()')
    },
    superSpread: (at: number, number: number, values: unknown) => {
      halt.here(at)
      if (hasNativeParent(number)) halt.refuse('syntax', 'super(...)')
      return values
    },
    derived: (number: number, self: unknown) =>
      hasNativeParent(number) ? ownership.born(self) : self,
  }
}
