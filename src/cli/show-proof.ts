import { printLatex } from '../formula/print-latex.ts'
import type { FormulaParser, PairText } from '../prover/decide-pairs.ts'
import type { CellStep, Decision, Enclosure } from '../prover/decision.ts'

/** A question and its answer. */
export interface ProvedPair extends PairText {
  readonly decision: Decision
}

export function proofAsJson({ a, b, assumptions, decision }: ProvedPair): string {
  const { cells, ...rest } = decision
  return JSON.stringify({ a, b, assumptions, ...rest, ...(cells && { cells }) }, null, 2)
}

/** The verdict in a sentence, the two formulas, and on request the cells of the proof. */
export function proofAsText(
  proved: ProvedPair,
  { explain }: { readonly explain: boolean },
): string {
  const { decision, assumptions } = proved
  const assumed = assumptions.length > 0 ? [`  assuming ${assumptions.join(' and ')}`] : []
  const formulas = [proved.a, proved.b].map((text) => `  ${text.trim()}`)
  const cells = explain ? ['', ...cellLines(decision.cells ?? [])] : []
  return [sentence(decision), ...formulas, ...assumed, ...values(decision), ...cells].join('\n')
}

function sentence(decision: Decision): string {
  switch (decision.verdict) {
    case 'equal':
      return 'equal everywhere'
    case 'null-set':
      return `equal except where ${decision.where}`
    case 'domain':
      return `equal wherever both exist; only one exists where ${decision.where}`
    case 'different': {
      const at = Object.entries(decision.witness).map(([name, value]) => `${name} = ${value}`)
      return at.length > 0 ? `different at ${at.join(', ')}` : 'different'
    }
    case 'unknown':
      return `not decided: ${decision.why}`
  }
}

function values(decision: Decision): readonly string[] {
  if (decision.verdict !== 'different') return []
  return [`  left  ${between(decision.left)}`, `  right ${between(decision.right)}`]
}

function between([low, high]: Enclosure): string {
  return low === high ? `is ${low}` : `is between ${low} and ${high}`
}

function cellLines(cells: readonly CellStep[]): readonly string[] {
  if (cells.length === 0)
    return ['no case was looked at: doubles pointed to the place, intervals certified it']
  return cells.map(({ where, finding, detail }) => {
    const place = where.length > 0 ? where.join(', ') : 'everywhere'
    return `${place}: ${finding}${detail === undefined ? '' : ` (${detail})`}`
  })
}

const RELATIONS: { readonly [verdict in Decision['verdict']]: string } = {
  equal: '=',
  'null-set': '\\overset{\\text{a.e.}}{=}',
  domain: '\\simeq',
  different: '\\ne',
  unknown: '\\overset{?}{=}',
}

export function proofAsLatex({ a, b, decision }: ProvedPair, parser: FormulaParser): string {
  const [left, right] = [a, b].map((text) => printLatex(parser.formula(text)))
  return `${left} ${RELATIONS[decision.verdict]} ${right}`
}
