import type { Expr } from '../formula/expr.ts'
import { variablesIn } from '../formula/variables.ts'

/** What a note says of the source, where it says something: true of a part that must stand there. */
const DEMANDS: { readonly [note: string]: (part: Expr) => boolean } = {
  'quotient-rule': (part) =>
    part.kind === 'operation' && part.operator === '/' && variablesIn(part.right).size > 0,
  'logarithm-base': (part) =>
    part.kind === 'operation'
      ? part.operator === '/'
      : part.kind === 'call' && /^log/.test(part.name),
}

/** What a note says of the whole source. */
const DEMANDS_OF_ALL: { readonly [note: string]: (written: Expr) => boolean } = {
  // log1p(1 + y) is a log-sigmoid of a log-sigmoid by its numbers, and nothing is applied twice in it.
  'applied-twice': (written) =>
    !somePart(written, isCall) || somePart(written, isConditional) || somePart(written, isNested),
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
