import type { Counterexample, Evidence, ProofFinding, SourcePlace } from '../report/report.ts'
import { describeExpectation, describeInPlainLines } from './describe-check.ts'
import { escapeHtml } from './escape-html.ts'
import { formatValue } from './format-value.ts'
import type { Say } from './in-language.ts'

/** One piece of evidence as HTML, without the sentence that stands above it. A curve is drawn elsewhere. */
export function evidenceHtml(evidence: Evidence, said: string, say: Say): string {
  switch (evidence.kind) {
    case 'counterexample':
      return counterexample(evidence, say)
    case 'note':
      return `<div class="hint"><p><strong>${say(evidence.says ? 'In your source' : 'This looks like')}${say(': ')}${escapeHtml(evidence.title)}</strong> <span class="quiet">${say(`(${escapeHtml(evidence.note)})`)}</span></p><p>${escapeHtml(evidence.hint)}</p></div>`
    case 'proof':
      return proof(evidence, said, say)
    case 'source':
      return source(evidence)
    case 'reproduce':
      return `<p>${say('See it again')}${say(': ')}<code>${escapeHtml(evidence.command)}</code></p>`
    case 'curve':
      return ''
    default:
      return describeInPlainLines(evidence, say)
        .map((line) => paragraph(line, said))
        .join('\n')
  }
}

function counterexample(found: Counterexample, say: Say): string {
  const { float64, tensorflow } = found.references ?? {}
  return definitions([
    ...Object.entries(found.inputs).map(([name, value]) => [name, formatValue(value)] as const),
    [say('where'), found.where],
    [say('yours'), formatValue(found.got)],
    [say('expected'), say(describeExpectation(found.expected))],
    [say('difference'), found.difference === undefined ? undefined : formatValue(found.difference)],
    [say('allowed'), found.tolerance === undefined ? undefined : String(found.tolerance)],
    ['float64', float64 === undefined ? undefined : formatValue(float64)],
    ['TensorFlow.js', tensorflow === undefined ? undefined : formatValue(tensorflow)],
  ])
}

function proof(
  { text, formula, reference, witness }: ProofFinding,
  said: string,
  say: Say,
): string {
  const rows = definitions([
    [say('your formula'), formula],
    [say('reference'), reference],
    ...Object.entries(witness ?? {}).map(
      ([name, value]) => [say(`${name} (witness)`), value] as const,
    ),
  ])
  return `${paragraph(text, said)}${rows}`
}

function paragraph(text: string, said: string): string {
  return text === said ? '' : `<p>${escapeHtml(text)}</p>`
}

function source({ file, line, column, endColumn, text, remark }: SourcePlace): string {
  const start = Math.max(0, column - 1)
  const end = Math.max(start + 1, (endColumn ?? column + 1) - 1)
  const marked = [
    escapeHtml(text.slice(0, start)),
    `<mark>${escapeHtml(text.slice(start, end))}</mark>`,
    escapeHtml(text.slice(end)),
  ].join('')
  const place = escapeHtml(`${file}:${line}:${column}`)
  return `<p><code>${place}</code> ${escapeHtml(remark)}</p><pre tabindex="0"><code>${marked}</code></pre>`
}

function definitions(rows: readonly (readonly [string, string | undefined])[]): string {
  const known = rows.filter(([, value]) => value !== undefined)
  if (known.length === 0) return ''
  const items = known.map(
    ([name, value = '']) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd>`,
  )
  return `<dl>${items.join('')}</dl>`
}
