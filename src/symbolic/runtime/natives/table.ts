import { ARRAYS } from './arrays.ts'
import { COLLECTIONS } from './collections.ts'
import { FUNCTIONS } from './functions.ts'
import { type Handler, type Handlers, ofPrimitives } from './machine.ts'
import { MATH } from './math.ts'
import { NUMBERS } from './numbers.ts'
import { OBJECTS } from './objects.ts'

const HANDLERS: Handlers = {
  ...ARRAYS,
  ...COLLECTIONS,
  ...FUNCTIONS,
  ...MATH,
  ...NUMBERS,
  ...OBJECTS,
}

/** Functions of texts and numbers that work on primitives alone. */
const PRIMITIVES =
  /^(String|parseInt|parseFloat|BigInt|Number\.parse\w+|String\.from\w+|(String|Number|Boolean|BigInt|Symbol)\.prototype(\.\w+|\[Symbol\.iterator\]))$/

/** How a function of the language is followed, by any of its names; undefined where it is not. */
export function handlerOf(names: readonly string[]): Handler | undefined {
  for (const name of names) {
    if (Object.hasOwn(HANDLERS, name)) return HANDLERS[name]
    if (name.startsWith('console.')) return HANDLERS['console.*']
    if (PRIMITIVES.test(name) && !NOT_FOLLOWED.has(name)) return ofPrimitives
  }
  return undefined
}

/** These make patterns of texts, or depend on where they run. */
const NOT_FOLLOWED = new Set(
  ['match', 'matchAll', 'search', 'localeCompare'].map((name) => `String.prototype.${name}`),
)
