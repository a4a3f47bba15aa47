import { call, number } from '../../formula/build.ts'
import { definitionOf } from '../../formula/definitions.ts'
import type { Call, Expr, FunctionName, Operation } from '../../formula/expr.ts'
import { asConditional, PIECEWISE } from '../../formula/piecewise.ts'
import { subtract } from '../../formula/simplify.ts'
import type { Answers } from './answers.ts'
import { infinityOf } from './infinite.ts'

/**
 * Whether something that does not exist is what JavaScript calls not a number, rather than infinite:
 * the logarithm of a negative number, 0/0. Comparisons with it are false. False says nothing.
 */
export function isNotANumber(expr: Expr, answers: Answers): boolean {
  const own = (part: Expr) => isNotANumber(part, answers)
  if (answers.exists(expr) || expr.derivativeOf !== undefined) return false
  switch (expr.kind) {
    case 'constant':
      return expr.name === 'NaN'
    case 'negate':
      return own(expr.operand)
    case 'conditional':
      return own(answers.holds(expr.test) ? expr.then : expr.otherwise)
    case 'operation':
      return own(expr.left) || own(expr.right) || fails(expr, answers)
    case 'call':
      return expr.args.some(own) || isOutside(expr, answers)
    default:
      return false
  }
}

/** An operation on numbers that exist, or zero times what is infinite. */
function fails({ operator, left, right }: Operation, answers: Answers): boolean {
  if (!answers.exists(left) || !answers.exists(right)) {
    return operator === '*' && (isLost(left, right, answers) || isLost(right, left, answers))
  }
  if (operator === '/') return answers.sign(left) === 0
  return operator === '**' && answers.sign(left) < 0
}

function isLost(zero: Expr, infinite: Expr, answers: Answers): boolean {
  if (!answers.exists(zero) || infinityOf(infinite, answers) === 0) return false
  return answers.sign(zero) === 0
}

const ONE = number(1)

/** Functions of an argument beyond which there is nothing; at its end they may be infinite. */
const ROOM: { readonly [name in FunctionName]?: (u: Expr) => Expr } = {
  log: (u) => u,
  sqrt: (u) => u,
  asin: (u) => subtract(ONE, call('abs', u)),
  acosh: (u) => subtract(u, ONE),
  atanh: (u) => subtract(ONE, call('abs', u)),
}

function isOutside(expr: Call, answers: Answers): boolean {
  if (!expr.args.every((argument) => answers.exists(argument))) return false
  if (PIECEWISE[expr.name] !== undefined) return isNotANumber(asConditional(expr), answers)
  const definition = definitionOf(expr)
  if (definition !== undefined) return isNotANumber(definition, answers)
  const [argument = ONE] = expr.args
  const room = ROOM[expr.name]
  return room !== undefined && answers.sign(room(argument)) < 0
}
