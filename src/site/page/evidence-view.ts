import { SIGNS } from '../../messages/signs.ts'
import type { Evidence, ProofFinding, SourcePlace, Spread } from '../../report/report.ts'
import { noteHint, noteTitle } from '../../reporters/cause-words.ts'
import { translated } from '../../reporters/check-words.ts'
import {
  counterexampleRows,
  evidenceSentence,
  spreadWords,
} from '../../reporters/evidence-words.ts'
import { button, definitions, el } from './dom.ts'
import { formulaView } from './formula-view.ts'
import type { Speech } from './speech.ts'

export type GoTo = (line: number, column: number) => void

/** One piece of evidence; nothing for what is drawn elsewhere, or is for a shell. */
export function evidenceView(item: Evidence, speech: Speech, goTo: GoTo): Node | undefined {
  const { speak } = speech
  switch (item.kind) {
    case 'counterexample':
      return definitions(counterexampleRows(item, speak))
    case 'spread':
      return spreadView(item, speech)
    case 'note':
      return el(
        'div',
        { class: 'known' },
        el('p', {}, el('strong', {}, noteTitle(item, speech))),
        el('p', {}, noteHint(item, speech)),
      )
    case 'proof':
      return proofView(item, speech)
    case 'source':
      return sourceView(item, speech, goTo)
    case 'arithmetic':
    case 'disagreement':
    case 'measurement':
      return el('p', {}, evidenceSentence(item, speak))
    case 'remark':
      return el('p', {}, translated(item.says, item.text, speech))
    case 'curve':
    case 'reproduce':
      return undefined
  }
}

function spreadView(item: Spread, { speak, locale }: Speech): Node {
  const { comma, colon, stop } = SIGNS[locale]
  const { head, rows, more } = spreadWords(item, { speak, all: false })
  const [only] = rows
  if (rows.length === 0) return el('p', {}, head + stop)
  if (rows.length === 1 && only !== undefined) {
    const parameters = only[0] === '' ? '' : `${only[0]}${comma}`
    return el('p', {}, `${head}${colon}${parameters}${only[1]}${stop}`)
  }
  const rest = more > 0 ? el('p', {}, speak('report.more-values', { count: more })) : undefined
  return el('div', {}, el('p', {}, head + colon.trimEnd()), definitions(rows), rest)
}

/** The reference's formula is left out: it would be the answer. */
export function proofView(
  { text, formula, witness }: ProofFinding,
  { speak }: Speech,
): HTMLElement | undefined {
  const places = Object.entries(witness ?? {}).map(
    ([name, value]) => [speak('page.witness-of', { name }), value] as const,
  )
  const rows = [
    ...(formula === undefined
      ? []
      : [[speak('report.yours-computes'), formulaView(formula)] as const]),
    ...places,
  ]
  if (text === '' && rows.length === 0) return undefined
  return el(
    'div',
    {},
    text === '' ? undefined : el('p', {}, text),
    rows.length === 0 ? undefined : definitions(rows),
  )
}

function sourceView(place: SourcePlace, { speak }: Speech, goTo: GoTo): Node {
  const { line, column, text, remark } = place
  const end = place.endColumn ?? column + (/^[\w$]+/.exec(text.slice(column - 1))?.[0].length ?? 1)
  const marked = el('mark', {}, text.slice(column - 1, end - 1))
  const shown = el('code', {}, text.slice(0, column - 1), marked, text.slice(end - 1))
  return el(
    'div',
    { class: 'place' },
    remark === '' ? undefined : el('p', {}, remark),
    el('pre', { dir: 'ltr', tabindex: 0 }, shown),
    button(speak('page.go-to-line', { line }), () => goTo(line, column), { class: 'link' }),
  )
}
