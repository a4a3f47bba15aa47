import type { Expression } from '@oxc-project/types'
import type { Condition, Expr } from '../formula/expr.ts'
import { FormulaError } from '../formula/formula-error.ts'
import { conditionFromExpression, formulaFromExpression } from '../formula/from-ast.ts'
import type { SyntaxProblem } from './faults/syntax-problem.ts'
import { parseTypeScriptExpression } from './parse-typescript.ts'

/** Reads a formula such as `2 * sigmoid(2 * x) - 1`. Throws a FormulaError with the offset. */
export function parseFormula(text: string): Expr {
  return inText(text, formulaFromExpression)
}

/** Reads an assumption such as `alpha > 0`. Throws a FormulaError with the offset. */
export function parseAssumption(text: string): Condition {
  return inText(text, conditionFromExpression)
}

/** The parser and all that follows call themselves: deeper text would overflow the stack. */
const MAX_LENGTH = 20_000
const MAX_DEPTH = 400

function inText<T>(text: string, read: (node: Expression, source: string) => T): T {
  refuseTooDeep(text)
  const parsed = parseTypeScriptExpression(text)
  if ('kind' in parsed && parsed.kind === 'problem') throw syntaxError(parsed, text)
  return read(parsed as Expression, text)
}

function syntaxError(problem: SyntaxProblem, text: string): FormulaError {
  const { message, advice, start } = problem
  return new FormulaError(`\`${text}\` is no formula: ${message}`, start, advice, problem)
}

function refuseTooDeep(text: string): void {
  const nesting = text.match(/[([?!-]|\*\*/g)?.length ?? 0
  if (text.length > MAX_LENGTH || (nesting > MAX_DEPTH && depthOf(text) > MAX_DEPTH)) {
    throw new FormulaError('The formula is too long or too deeply nested', 0)
  }
}

/** An upper bound on how deeply the text nests: open brackets and runs of prefix or right-associative operators. */
function depthOf(text: string): number {
  let open = 0
  let deepest = 0
  let run = 0
  for (const token of text.match(/[()[\]?!,-]|\*\*|[\w.]+|\S/g) ?? []) {
    if (token === '(' || token === '[') open++
    else if (token === ')' || token === ']') open--
    else if (token === '?' || token === '**' || token === '!' || token === '-') run++
    else if (token === ',') run = 0
    deepest = Math.max(deepest, open + run)
  }
  return deepest
}
