import type { Condition, Expr } from '../formula/expr.ts'
import { ROUNDED } from './runtime/answers.ts'
import type { Row } from './runtime/serialize.ts'

export interface ReadTable {
  /** Formulas and conditions, as the rows have them. */
  readonly parts: readonly (Expr | Condition)[]
  /** What was rounded to float32, which the formulas leave out. */
  readonly rounded: ReadonlySet<Expr>
}

/** Reads a table of the runtime; `number` gives a literal its final form. */
export function readTable(rows: readonly Row[], number: (text: string) => Expr): ReadTable {
  const parts: (Expr | Condition)[] = []
  const rounded = new Set<Expr>()
  const formula = (index: unknown) => parts[Number(index)] as Expr
  const condition = (index: unknown) => parts[Number(index)] as Condition
  for (const [kind, a, b, c, ...rest] of rows) parts.push(read(kind, [a, b, c, ...rest]))
  return { parts, rounded }

  function read(kind: string, [a, b, c, ...rest]: readonly unknown[]): Expr | Condition {
    switch (kind) {
      case 'number':
        return number(String(a))
      case 'constant':
      case 'variable':
        return { kind, name: a } as Expr
      case 'negate':
        return { kind, operand: formula(a) }
      case 'operation':
        return { kind, operator: a, left: formula(b), right: formula(c) } as Expr
      case 'call': {
        const args = [b, c, ...rest].filter((one) => one !== undefined).map(formula)
        if (a === ROUNDED) return roundedCopy(args[0] as Expr)
        return { kind, name: a, args } as Expr
      }
      case 'conditional':
        // biome-ignore lint/suspicious/noThenProperty: a conditional's branch, never awaited
        return { kind, test: condition(a), then: formula(b), otherwise: formula(c) }
      case 'truth':
        return { kind, value: a === true }
      case 'not':
        return { kind, operand: condition(a) }
      case 'compare':
        return { kind, comparison: a, left: formula(b), right: formula(c) } as Condition
      case 'and':
      case 'or':
        return { kind, left: condition(a), right: condition(b) }
      default:
        throw new Error(`no row of the kind ${kind}`)
    }
  }

  function roundedCopy(expr: Expr): Expr {
    const copy = { ...expr }
    rounded.add(copy)
    return copy
  }
}
