import type { Sign } from '../../exact/sign-set.ts'
import { call, number } from '../../formula/build.ts'
import { definitionOf } from '../../formula/definitions.ts'
import type { Call, Expr, Operation } from '../../formula/expr.ts'
import { PIECEWISE } from '../../formula/piecewise.ts'
import { subtract } from '../../formula/simplify.ts'
import type { Answers } from './answers.ts'

/**
 * The sign of what is infinite in JavaScript and so does not exist here: log(0) is -Infinity. Zero
 * says nothing: the expression may exist, be NaN, or be infinite with the sign of a zero, as 1/0.
 */
export function infinityOf(expr: Expr, answers: Answers): Sign {
  if (expr.kind === 'constant' && expr.name === 'infinity') return 1
  if (expr.kind === 'negate') return opposite(infinityOf(expr.operand, answers))
  if (expr.derivativeOf !== undefined || answers.exists(expr)) return 0
  switch (expr.kind) {
    case 'conditional':
      return infinityOf(answers.holds(expr.test) ? expr.then : expr.otherwise, answers)
    case 'operation':
      return ofOperation(expr, answers)
    case 'call':
      return ofCall(expr, answers)
    default:
      return 0
  }
}

/** Whether it is infinite, of whichever sign: a quotient by zero is, of what is not zero. */
export function isInfinite(expr: Expr, answers: Answers): boolean {
  if (infinityOf(expr, answers) !== 0) return true
  if (expr.kind === 'negate') return isInfinite(expr.operand, answers)
  if (expr.kind !== 'operation' || expr.operator !== '/') return false
  const { left, right } = expr
  if (![left, right].every((side) => answers.exists(side))) return false
  return answers.sign(right) === 0 && answers.sign(left) !== 0
}

function ofOperation({ operator, left, right }: Operation, answers: Answers): Sign {
  const [a, b] = [infinityOf(left, answers), infinityOf(right, answers)]
  switch (operator) {
    case '+':
      return sum([left, a], [right, b], answers)
    case '-':
      return sum([left, a], [right, opposite(b)], answers)
    case '*':
      return times(factor(left, a, answers), factor(right, b, answers))
    case '/':
      return b === 0 ? times(a, factor(right, b, answers)) : 0
    case '**':
      return 0
  }
}

type Part = readonly [expr: Expr, infinity: Sign]

function sum([left, a]: Part, [right, b]: Part, { exists }: Answers): Sign {
  if (a === b) return a
  if (a !== 0) return exists(right) ? a : 0
  return exists(left) ? b : 0
}

/** The sign that a factor gives: its own where it exists. */
function factor(expr: Expr, infinity: Sign, { exists, sign }: Answers): Sign {
  return infinity === 0 && exists(expr) ? sign(expr) : infinity
}

const ONE = number(1)

function ofCall(expr: Call, answers: Answers): Sign {
  if (PIECEWISE[expr.name] !== undefined) return 0
  const definition = definitionOf(expr)
  if (definition !== undefined) return infinityOf(definition, answers)
  const [argument] = expr.args
  if (argument === undefined || !answers.exists(argument)) return 0
  if (expr.name === 'log') return answers.sign(argument) === 0 ? -1 : 0
  if (expr.name !== 'atanh') return 0
  const isEnd = answers.sign(subtract(ONE, call('abs', argument))) === 0
  return isEnd ? answers.sign(argument) : 0
}

function times(a: Sign, b: Sign): Sign {
  return (a === b ? Math.abs(a) : a === 0 || b === 0 ? 0 : -1) as Sign
}

function opposite(sign: Sign): Sign {
  return (sign === 0 ? 0 : -sign) as Sign
}
