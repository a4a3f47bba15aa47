import type { Expr, Operation } from '../formula/expr.ts'
import { sidesOf } from '../formula/parts.ts'
import { PIECEWISE } from '../formula/piecewise.ts'
import { variablesIn } from '../formula/variables.ts'

/** What a note says of the source, where it says something: true of a part that must stand there. */
const DEMANDS: { readonly [note: string]: (part: Expr) => boolean } = {
  'quotient-rule': (part) =>
    part.kind === 'operation' && part.operator === '/' && variablesIn(part.right).size > 0,
  // The same numbers may come of a factor that is lost inside.
  'outer-at-variable': (part) => part.kind === 'call' && part.args.some(isBareInput),
  'logarithm-base': (part) =>
    part.kind === 'operation'
      ? part.operator === '/'
      : part.kind === 'call' && /^log/.test(part.name),
  // A branch that is missing gives the same numbers, and chooses nothing by the output.
  'mask-from-output': (part) => chosenBy(part).some((what) => !isInputMoved(what)),
}

/** What a note says of the whole source. */
const DEMANDS_OF_ALL: { readonly [note: string]: (written: Expr) => boolean } = {
  // log1p(1 + y) is a log-sigmoid of a log-sigmoid by its numbers, and nothing is applied twice in it.
  'applied-twice': (written) =>
    !somePart(written, isCall) || somePart(written, isConditional) || somePart(written, isNested),
}

/** What a part looks at to choose between its branches. */
function chosenBy(part: Expr): readonly Expr[] {
  if (part.kind === 'conditional') return sidesOf(part.test)
  return part.kind === 'call' && PIECEWISE[part.name] !== undefined ? part.args : []
}

/** Whether it is a variable, moved and scaled by constants at most, the side on which such a one lies, or a constant. */
function isInputMoved(expr: Expr): boolean {
  switch (expr.kind) {
    case 'negate':
      return isInputMoved(expr.operand)
    case 'operation':
      return isMovedOrScaled(expr)
    case 'call':
      return expr.name === 'sign' && expr.args.every(isInputMoved)
    case 'conditional':
      return (
        [expr.then, expr.otherwise].every(hasNoVariable) && sidesOf(expr.test).every(isInputMoved)
      )
    default:
      return true
  }
}

function isBareInput(expr: Expr): boolean {
  return expr.kind === 'variable' || (expr.kind === 'negate' && isBareInput(expr.operand))
}

function isMovedOrScaled({ operator, left, right }: Operation): boolean {
  if (operator === '+' || operator === '-') return isInputMoved(left) && isInputMoved(right)
  if (hasNoVariable(right)) return operator !== '**' && isInputMoved(left)
  return operator === '*' && hasNoVariable(left) && isInputMoved(right)
}

function hasNoVariable(expr: Expr): boolean {
  return variablesIn(expr).size === 0
}

function isCall({ kind }: Expr): boolean {
  return kind === 'call'
}

/** A function of two pieces may have been joined with itself. */
function isConditional({ kind }: Expr): boolean {
  return kind === 'conditional'
}

function isNested(part: Expr): boolean {
  if (part.kind !== 'call') return false
  const isSame = (inner: Expr) => inner.kind === 'call' && inner.name === part.name
  return part.args.some((argument) => somePart(argument, isSame))
}

/** Whether what a note says of the source is so; of a source that nobody could follow, nothing is. */
export function stands(note: string, written: Expr | 'not followed' | undefined): boolean {
  const [demand, ofAll] = [DEMANDS[note], DEMANDS_OF_ALL[note]]
  if (written === undefined || (demand === undefined && ofAll === undefined)) return true
  if (written === 'not followed') return demand === undefined
  return demand ? somePart(written, demand) : ofAll?.(written) === true
}

function somePart(expr: Expr, holds: (part: Expr) => boolean): boolean {
  if (holds(expr)) return true
  switch (expr.kind) {
    case 'negate':
      return somePart(expr.operand, holds)
    case 'operation':
      return somePart(expr.left, holds) || somePart(expr.right, holds)
    case 'call':
      return expr.args.some((argument) => somePart(argument, holds))
    case 'conditional':
      return somePart(expr.then, holds) || somePart(expr.otherwise, holds)
    default:
      return false
  }
}
