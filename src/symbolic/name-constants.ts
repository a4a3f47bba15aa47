import { call, constant, number, operation } from '../formula/build.ts'
import type { Expr } from '../formula/expr.ts'
import { FLOAT64_CONSTANTS } from '../formula/float64-functions.ts'
import { literalText } from '../formula/literal-text.ts'
import type { ModuleGraph } from '../source/module-graph.ts'
import { asNode, visitNodes } from '../source/syntax-tree.ts'

/**
 * What the doubles of a program are in its formula. A double that a well-known constant has is that
 * constant; one that a literal of the program has is the decimal that was written.
 */
export function constantNames(graph: ModuleGraph): (text: string) => Expr {
  const literals = literalsOf(graph)
  return (text) => {
    const double = Number(text)
    const known = KNOWN.get(double)
    if (known !== undefined) return known
    const written = literals.get(double) ?? text
    return significantDigits(written) < LONG ? number(written) : (fraction(double) ?? number(text))
  }
}

/** A double has 15 to 17 significant digits: who writes as many means a constant. */
const LONG = 15

function significantDigits(text: string): number {
  const [digits = ''] = text.split(/e/i)
  return digits.replace(/^[0.]+|\./g, '').length
}

/** The shortest text of each number that is written in the program. */
function literalsOf({ modules }: ModuleGraph): ReadonlyMap<number, string> {
  const texts = new Map<number, string>()
  for (const { parsed } of modules) {
    visitNodes(asNode(parsed.program), (node) => {
      const isNumber = node.type === 'Literal' && typeof node.value === 'number'
      const text = isNumber ? literalText(String(node.raw)) : undefined
      if (text === undefined) return true
      const known = texts.get(Number(text))
      if (known === undefined || text.length < known.length) texts.set(Number(text), text)
      return true
    })
  }
  return texts
}

const [ONE, TWO] = [number(1), number(2)]
const PI = constant('pi')

/** Math's own, those of SELU, and what people copy of them. */
const KNOWN: ReadonlyMap<number, Expr> = new Map([
  [Math.PI, PI],
  [2 * Math.PI, operation('*', TWO, PI)],
  [Math.PI / 2, operation('/', PI, TWO)],
  [Math.E, constant('e')],
  [Math.LN2, call('log', TWO)],
  [Math.LN10, call('log', number(10))],
  [Math.LOG2E, operation('/', ONE, call('log', TWO))],
  [Math.LOG10E, operation('/', ONE, call('log', number(10)))],
  [Math.SQRT2, call('sqrt', TWO)],
  [Math.SQRT1_2, call('sqrt', operation('/', ONE, TWO))],
  [1 / Math.SQRT2, operation('/', ONE, call('sqrt', TWO))],
  [Math.sqrt(Math.PI), call('sqrt', PI)],
  [1 / Math.sqrt(Math.PI), operation('/', ONE, call('sqrt', PI))],
  [2 / Math.sqrt(Math.PI), operation('/', TWO, call('sqrt', PI))],
  [Math.sqrt(2 / Math.PI), call('sqrt', operation('/', TWO, PI))],
  [2 * Math.sqrt(2 / Math.PI), operation('*', TWO, call('sqrt', operation('/', TWO, PI)))],
  [Math.sqrt(2 * Math.PI), call('sqrt', operation('*', TWO, PI))],
  [1 / Math.sqrt(2 * Math.PI), operation('/', ONE, call('sqrt', operation('*', TWO, PI)))],
  [Number.EPSILON, operation('**', TWO, number(-52))],
  [FLOAT64_CONSTANTS.seluAlpha, constant('seluAlpha')],
  [FLOAT64_CONSTANTS.seluScale, constant('seluScale')],
  [
    FLOAT64_CONSTANTS.seluAlpha * FLOAT64_CONSTANTS.seluScale,
    operation('*', constant('seluScale'), constant('seluAlpha')),
  ],
])

const MAX_DENOMINATOR = 1000

/** p/q with a small q whose double is the given one. */
function fraction(double: number): Expr | undefined {
  for (let q = 2; q <= MAX_DENOMINATOR; q++) {
    const p = Math.round(double * q)
    if (p > 0 && p < 2 ** 31 && p / q === double) return operation('/', number(p), number(q))
  }
  return undefined
}
