import { printLatex } from '../formula/print-latex.ts'
import type { Locale } from '../messages/catalogue.ts'
import { speaker } from '../messages/render.ts'
import type { FormulaParser, PairText } from '../prover/decide-pairs.ts'
import type { CellStep, Decision, Enclosure, ExactPoint, Verdict } from '../prover/decision.ts'

/** A question and its answer. */
export interface ProvedPair extends PairText {
  readonly decision: Decision
}

type Say = ReturnType<typeof speaker>

export function proofAsJson({ decision, ...question }: ProvedPair): string {
  const { cells, ...rest } = decision
  return JSON.stringify({ ...question, ...rest, ...(cells && { cells }) }, null, 2)
}

/** The verdict in a sentence, the two formulas, and on request the cells of the proof. */
export function proofAsText(
  proved: ProvedPair,
  { explain, locale }: { readonly explain: boolean; readonly locale: Locale },
): string {
  const say = speaker(locale)
  const { decision, assumptions: conditions } = proved
  const assumed =
    conditions.length > 0 ? [say('prove.assuming', { conditions: [...conditions] })] : []
  const below = [proved.a.trim(), proved.b.trim(), ...assumed, ...values(decision, say)]
  const cells = explain ? ['', ...cellLines(decision.cells ?? [], say)] : []
  return [sentence(proved, say), ...below.map((line) => `  ${line}`), ...cells].join('\n')
}

function sentence({ decision, tolerance = 0 }: ProvedPair, say: Say): string {
  switch (decision.verdict) {
    case 'equal':
      return say('prove.equal')
    case 'equal-on-domain': {
      const { within, finite = [], outside } = decision
      const place = outside && { outside: inWords(outside) }
      return say('prove.equal-on-domain', { within, finite: [...finite], ...place })
    }
    case 'equal-up-to-rounding': {
      const { within = '', because = '' } = decision
      return say('prove.equal-up-to-rounding', { tolerance, within, because })
    }
    case 'null-set':
    case 'domain': {
      const { where, within = '' } = decision
      return say(`prove.${decision.verdict}`, { where, within })
    }
    case 'different':
      return say('prove.different', { where: inWords(decision.witness) })
    case 'unknown':
      return say('prove.unknown', { why: decision.why })
    case 'refused':
      return say('prove.refused', { why: decision.why })
  }
}

function inWords(point: ExactPoint): string {
  return Object.entries(point)
    .map(([name, value]) => `${name} = ${value}`)
    .join(', ')
}

function values(decision: Decision, say: Say): readonly string[] {
  if (decision.verdict !== 'different') return []
  const ends = ([low, high]: Enclosure) => ({ low, high })
  return [say('prove.left', ends(decision.left)), say('prove.right', ends(decision.right))]
}

function cellLines(cells: readonly CellStep[], say: Say): readonly string[] {
  if (cells.length === 0) return [say('prove.no-cases')]
  return cells.map(({ where, finding, detail }) => {
    const place = where.length > 0 ? where.join(', ') : say('prove.everywhere')
    const found = say(`prove.cell.${finding}`)
    const why = detail === undefined ? undefined : say('prove.detail', { why: detail })
    return say('prove.cell', { place, found, ...(why && { why }) })
  })
}

const RELATIONS: { readonly [verdict in Verdict]: string } = {
  equal: '=',
  'equal-on-domain': '=',
  'equal-up-to-rounding': '\\approx',
  'null-set': '\\overset{\\text{a.e.}}{=}',
  domain: '\\simeq',
  different: '\\ne',
  unknown: '\\overset{?}{=}',
  refused: '\\overset{?}{=}',
}

export function proofAsLatex({ a, b, decision }: ProvedPair, parser: FormulaParser): string {
  const [left, right] = [a, b].map((text) => printLatex(parser.formula(text)))
  return `${left} ${RELATIONS[decision.verdict]} ${right}`
}
