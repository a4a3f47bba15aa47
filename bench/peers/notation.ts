import { definitionOf } from '../../src/formula/definitions.ts'
import type { Condition, Expr } from '../../src/formula/expr.ts'
import { mapFormula } from '../../src/formula/map-formula.ts'
import { asConditional } from '../../src/formula/piecewise.ts'

export { proveEqual } from '../../src/prover/prove-equal.ts'
export { parseAssumption, parseFormula } from '../../src/source/parse-formula.ts'

/** Our own functions written out: what is left is what every algebra system knows. */
export function writtenOut(expr: Expr): Expr {
  return mapFormula(expr, (part) => {
    if (part.kind !== 'call' || KEPT.has(part.name)) return part
    const written = definitionOf(part) ?? asConditional(part)
    return written === part ? part : writtenOut(written)
  })
}

const KEPT: ReadonlySet<string> = new Set([
  ...['abs', 'max', 'min', 'sign', 'sinh', 'cosh', 'tanh', 'asinh', 'acosh', 'atanh'],
  ...['sin', 'cos', 'tan', 'asin', 'acos', 'atan', 'exp', 'log', 'sqrt', 'cbrt', 'erf'],
])

export function toPython(expr: Expr): string {
  switch (expr.kind) {
    case 'number':
      return `Rational("${expr.text}")`
    case 'constant':
      return { pi: 'pi', e: 'E', NaN: 'nan', infinity: 'oo' }[expr.name as string] ?? refuse()
    case 'variable':
      return `v_${expr.name}`
    case 'negate':
      return `(-${toPython(expr.operand)})`
    case 'operation':
      return `(${toPython(expr.left)}${expr.operator}${toPython(expr.right)})`
    case 'call': {
      const args = expr.args.map(toPython)
      if (expr.name === 'cbrt') return `real_root(${args},3)`
      return `${PYTHON_NAMES[expr.name] ?? expr.name}(${args})`
    }
    case 'conditional': {
      const branches = [expr.then, expr.otherwise].map(toPython)
      return `Piecewise((${branches[0]},${pythonTest(expr.test)}),(${branches[1]},True))`
    }
  }
}

const PYTHON_NAMES: Record<string, string> = { abs: 'Abs', max: 'Max', min: 'Min' }
const PYTHON_RELATIONS = { '===': 'Eq', '!==': 'Ne', '<': 'Lt', '<=': 'Le', '>': 'Gt', '>=': 'Ge' }

function pythonTest(test: Condition): string {
  switch (test.kind) {
    case 'compare':
      return `${PYTHON_RELATIONS[test.comparison]}(${toPython(test.left)},${toPython(test.right)})`
    case 'and':
      return `And(${pythonTest(test.left)},${pythonTest(test.right)})`
    case 'or':
      return `Or(${pythonTest(test.left)},${pythonTest(test.right)})`
    case 'not':
      return `Not(${pythonTest(test.operand)})`
    case 'truth':
      return test.value ? 'true' : 'false'
  }
}

type MathJson = string | { readonly num: string } | readonly MathJson[]

export function toMathJson(expr: Expr): MathJson {
  switch (expr.kind) {
    case 'number':
      return { num: expr.text }
    case 'constant':
      return (
        { pi: 'Pi', e: 'ExponentialE', NaN: 'NaN', infinity: 'PositiveInfinity' }[
          expr.name as string
        ] ?? refuse()
      )
    case 'variable':
      return `v_${expr.name}`
    case 'negate':
      return ['Negate', toMathJson(expr.operand)]
    case 'operation':
      return [OPERATIONS[expr.operator], toMathJson(expr.left), toMathJson(expr.right)]
    case 'call': {
      const args = expr.args.map(toMathJson)
      if (expr.name === 'cbrt') return ['Root', ...args, { num: '3' }]
      return [MATH_JSON_NAMES[expr.name] ?? refuse(), ...args]
    }
    case 'conditional':
      return [
        'Which',
        mathJsonTest(expr.test),
        toMathJson(expr.then),
        'True',
        toMathJson(expr.otherwise),
      ]
  }
}

const OPERATIONS = {
  '+': 'Add',
  '-': 'Subtract',
  '*': 'Multiply',
  '/': 'Divide',
  '**': 'Power',
} as const

const MATH_JSON_NAMES: Record<string, string> = {
  ...{ abs: 'Abs', max: 'Max', min: 'Min', sign: 'Sign', exp: 'Exp', log: 'Ln', sqrt: 'Sqrt' },
  ...{ sinh: 'Sinh', cosh: 'Cosh', tanh: 'Tanh', asinh: 'Arsinh', acosh: 'Arcosh' },
  ...{ atanh: 'Artanh', sin: 'Sin', cos: 'Cos', tan: 'Tan', asin: 'Arcsin', acos: 'Arccos' },
  ...{ atan: 'Arctan', erf: 'Erf' },
}

const RELATIONS = {
  '===': 'Equal',
  '!==': 'NotEqual',
  '<': 'Less',
  '<=': 'LessEqual',
  '>': 'Greater',
  '>=': 'GreaterEqual',
} as const

function mathJsonTest(test: Condition): MathJson {
  switch (test.kind) {
    case 'compare':
      return [RELATIONS[test.comparison], toMathJson(test.left), toMathJson(test.right)]
    case 'and':
    case 'or':
      return [test.kind === 'and' ? 'And' : 'Or', mathJsonTest(test.left), mathJsonTest(test.right)]
    case 'not':
      return ['Not', mathJsonTest(test.operand)]
    case 'truth':
      return test.value ? 'True' : 'False'
  }
}

/** As a calculator reads it; conditionals only where they are known. */
export function toCalculator(expr: Expr, knowsConditionals: boolean): string {
  const write = (part: Expr) => toCalculator(part, knowsConditionals)
  switch (expr.kind) {
    case 'number':
      return /e/i.test(expr.text) ? `(${expr.text.replace(/e/i, '*10^(')}))` : expr.text
    case 'constant':
      return { pi: 'pi', e: 'e' }[expr.name as string] ?? refuse()
    case 'variable':
      return `v_${expr.name}`
    case 'negate':
      return `(-${write(expr.operand)})`
    case 'operation':
      return `(${write(expr.left)}${expr.operator === '**' ? '^' : expr.operator}${write(expr.right)})`
    case 'call':
      if (!knowsConditionals && expr.name === 'cbrt') return `cbrt(${expr.args.map(write)})`
      return `${expr.name}(${expr.args.map(write)})`
    case 'conditional':
      if (!knowsConditionals) refuse()
      return `(${calculatorTest(expr.test, write)} ? ${write(expr.then)} : ${write(expr.otherwise)})`
  }
}

function calculatorTest(test: Condition, write: (expr: Expr) => string): string {
  switch (test.kind) {
    case 'compare': {
      const relation = test.comparison.replace('===', '==').replace('!==', '!=')
      return `${write(test.left)} ${relation} ${write(test.right)}`
    }
    case 'and':
    case 'or':
      return `((${calculatorTest(test.left, write)}) ${test.kind} (${calculatorTest(test.right, write)}))`
    case 'not':
      return `(not (${calculatorTest(test.operand, write)}))`
    case 'truth':
      return String(test.value)
  }
}

/** What a system has no notation for it is not asked. */
function refuse(): never {
  throw new Error('cannot be written')
}
