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

/** Whether what a note says of the source is so; of a source that nobody could follow, nothing is. */
export function stands(note: string, written: Expr | 'not followed' | undefined): boolean {
  const demand = DEMANDS[note]
  if (demand === undefined || written === undefined) return true
  return written !== 'not followed' && somePart(written, demand)
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
