import { Answers } from './answers.ts'
import type { Condition, Expr } from './expr.ts'
import { Structure } from './structure.ts'

/** Kinds of operations. Of functions, abs, max, min and sign count as comparisons. */
export type Counted = 'additions' | 'multiplications' | 'divisions' | 'comparisons' | 'functions'

export type Calculation = readonly [kind: Counted, count: number]

/** Beyond so many ways, all branches are taken for one way. */
const MOST_WAYS = 2000

type Comparison = Condition & { readonly kind: 'compare' }

interface Decision {
  readonly test: Comparison
  readonly answer: boolean
}

/** The calculations of each way through the branches of a formula, each of them once. */
export function ways(expr: Expr): readonly (readonly Calculation[])[] {
  const structure = new Structure()
  const found: (readonly Calculation[])[] = []
  const waiting: (readonly Decision[])[] = [[]]
  for (let way = waiting.pop(); way !== undefined; way = waiting.pop()) {
    const walk = new Walk(structure, way)
    walk.formula(expr)
    const { open } = walk
    if (open === undefined) found.push([...walk.done.values()])
    else
      waiting.push([...way, { test: open, answer: false }], [...way, { test: open, answer: true }])
    if (found.length + waiting.length > MOST_WAYS) return [allOf(expr, structure)]
  }
  return found
}

function allOf(expr: Expr, structure: Structure): readonly Calculation[] {
  const walk = new Walk(structure, undefined)
  walk.formula(expr)
  return [...walk.done.values()]
}

/** One way through a formula: by the answers given, or by every branch where there are none. */
class Walk {
  readonly done = new Map<number, Calculation>()
  /** The first comparison without an answer. */
  open: Comparison | undefined
  readonly #structure: Structure
  readonly #answers: Answers | undefined
  readonly #seen = new Set<number>()

  constructor(structure: Structure, way: readonly Decision[] | undefined) {
    this.#structure = structure
    if (way === undefined) return
    this.#answers = new Answers(structure)
    for (const { test, answer } of way) this.#answers.assume(test, answer)
  }

  formula(expr: Expr): void {
    const name = this.#structure.nameOf(expr)
    if (this.open !== undefined || this.#seen.has(name)) return
    this.#seen.add(name)
    switch (expr.kind) {
      case 'negate':
        this.formula(expr.operand)
        break
      case 'operation':
        for (const part of [expr.left, expr.right]) this.formula(part)
        this.done.set(name, ofOperation(expr))
        break
      case 'call':
        for (const part of expr.args) this.formula(part)
        this.done.set(name, [CHEAP.includes(expr.name) ? 'comparisons' : 'functions', 1])
        break
      case 'conditional': {
        const holds = this.#holds(expr.test)
        if (holds !== false) this.formula(expr.then)
        if (holds !== true) this.formula(expr.otherwise)
      }
    }
  }

  /** Undefined where both branches are walked, or where no answer is there yet. */
  #holds(test: Condition): boolean | undefined {
    switch (test.kind) {
      case 'truth':
        return test.value
      case 'not': {
        const holds = this.#holds(test.operand)
        return holds === undefined ? undefined : !holds
      }
      case 'compare':
        return this.#compared(test)
      default: {
        const left = this.#holds(test.left)
        if (left === (test.kind === 'or')) return left
        const right = this.#holds(test.right)
        return left === undefined ? undefined : right
      }
    }
  }

  #compared(test: Comparison): boolean | undefined {
    for (const part of [test.left, test.right]) this.formula(part)
    if (this.open !== undefined) return undefined
    this.done.set(this.#structure.nameOf(test), ['comparisons', 1])
    const answer = this.#answers?.of(test)
    if (answer === undefined && this.#answers !== undefined) this.open = test
    return answer
  }
}

const CHEAP: readonly string[] = ['abs', 'max', 'min', 'sign', 'relu']

/** A whole power counts its multiplications. */
function ofOperation({ operator, right }: Expr & { readonly kind: 'operation' }): Calculation {
  if (operator === '+' || operator === '-') return ['additions', 1]
  if (operator === '*') return ['multiplications', 1]
  if (operator === '/') return ['divisions', 1]
  const exponent = right.kind === 'number' ? Number(right.text) : Number.NaN
  const isWhole = Number.isInteger(exponent) && exponent > 0 && exponent <= 64
  return isWhole ? ['multiplications', exponent - 1] : ['functions', 1]
}
