/** What the program's own realm has: its errors are the program's, its natives are told apart. */
export interface Realm {
  /** Its `Reflect.apply` and `Reflect.construct`: what they throw is of its kind. */
  readonly apply: (callee: unknown, self: unknown, args: readonly unknown[]) => unknown
  readonly construct: (callee: unknown, args: readonly unknown[]) => unknown
  readonly typeError: (message: string) => unknown
  readonly isInternalError: (error: unknown) => boolean
  /** Whether an array is made and copied as the language does it. */
  readonly isPlain: (array: unknown) => boolean
  /** Shows the keys of a map or a set. */
  readonly visitKeys: (collection: unknown, visit: (key: unknown) => void) => void
  /** What members of numbers and of booleans are taken from. */
  readonly numbers: object
  readonly booleans: object
  readonly functions: object
  readonly generatorFunctions: object
  /** The text of a function, as it runs. */
  readonly textOf: (callee: unknown) => string
  readonly iteratorSymbol: symbol
  readonly arrays: object
  /** Functions that make iterators, and functions that move one on: where they stand. */
  readonly iteratorMakers: readonly (readonly [holder: object, key: string | symbol])[]
  readonly iteratorMoves: readonly (readonly [holder: object, key: string | symbol])[]
  /** Every native by its name; what no name leads to is found by way of `samples`. */
  readonly globals: object
  readonly samples: { readonly [name: string]: object }
}

/**
 * A script that gives what a realm has; run before any program. Text, for it has to run there and
 * not where the runtime does.
 */
export const REALM_SCRIPT = `(() => {
'use strict'
const { apply, construct, getPrototypeOf: protoOf, getOwnPropertyDescriptor: ownOf } = Reflect
const Type = TypeError, Internal = InternalError.prototype, List = Array, Lists = Array.prototype
const mapEach = Map.prototype.forEach, setEach = Set.prototype.forEach, Maps = Map
const text = Function.prototype.toString, generator = function* () {}, later = async function () {}, laterGenerator = async function* () {}
const lists = [Lists, protoOf(Float64Array.prototype), Map.prototype, Set.prototype]
const iterators = [
  protoOf([].values()), protoOf(new Map().values()), protoOf(new Set().values()),
  protoOf(''[Symbol.iterator]()), protoOf(generator.prototype),
]
return {
  apply, construct,
  typeError: message => new Type(message),
  isInternalError: error => {
    for (let e = error; (typeof e === 'object' && e !== null) || typeof e === 'function'; e = protoOf(e))
      if (e === Internal) return true
    return false
  },
  isPlain: list => protoOf(list) === Lists && ownOf(list, 'constructor') === undefined &&
    ownOf(Lists, 'constructor').value === List,
  visitKeys: (made, visit) => {
    apply(made instanceof Maps ? mapEach : setEach, made, [(_, key) => visit(key)])
  },
  textOf: callee => apply(text, callee, []),
  numbers: Number.prototype, booleans: Boolean.prototype, functions: Function.prototype,
  generatorFunctions: protoOf(generator), iteratorSymbol: Symbol.iterator,
  arrays: Lists,
  iteratorMakers: [
    ...lists.flatMap(list => ['keys', 'values', 'entries', Symbol.iterator].map(key => [list, key])),
    [String.prototype, Symbol.iterator],
  ],
  iteratorMoves: iterators.flatMap(one => ['next', 'return', 'throw'].map(key => [one, key])),
  globals: globalThis,
  samples: {
    '%GeneratorFunction%': protoOf(generator),
    '%AsyncFunction%': protoOf(later), '%AsyncGeneratorFunction%': protoOf(laterGenerator),
    '%ArrayIterator%': protoOf([].values()), '%MapIterator%': protoOf(new Map().values()),
    '%SetIterator%': protoOf(new Set().values()), '%StringIterator%': protoOf(''[Symbol.iterator]()),
    '%RegExpStringIterator%': protoOf(''.matchAll(/x/g)),
    '%TypedArray%': protoOf(Float64Array),
    '%IteratorHelper%': protoOf([].values().map(x => x)),
  },
}
})()`
