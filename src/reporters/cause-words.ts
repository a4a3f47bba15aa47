import type { CheckReport, Recognition } from '../report/report.ts'
import { capitalised, ended, type Spoken, sentence, translated } from './check-words.ts'

/** What went wrong in one sentence, for the top of a report: of all causes the one that says most. */
export function causeText(told: readonly CheckReport[], spoken: Spoken): string {
  const first = told.find(({ status }) => status === 'failed' || status === 'errored')
  if (first === undefined) return ''
  const note = noteOf(first)
  if (note) return noteTitle(note, spoken)
  const types = told.find(({ kind }) => kind === 'types')
  const finding = types?.evidence.find(({ kind }) => kind === 'source' || kind === 'remark')
  if (finding?.kind === 'source') return translated(undefined, finding.remark, spoken)
  if (finding?.kind === 'remark') return translated(finding.says, finding.text, spoken)
  return capitalised(sentence(first, spoken), first).split('\n')[0] ?? ''
}

export function noteOf({ evidence }: Pick<CheckReport, 'evidence'>): Recognition | undefined {
  return evidence.find((item) => item.kind === 'note')
}

/** The sentence of what stands in the source; of other mistakes, that they are known. */
export function noteTitle(note: Recognition, spoken: Spoken): string {
  if (note.says === undefined) return spoken.speak('report.looks-like', { title: note.title })
  const text = translated(note.says, note.title, spoken)
  const start = /^[a-z]+(?=\s)/.test(text) ? `${text[0]?.toUpperCase()}${text.slice(1)}` : text
  return ended(start)
}

export function noteHint({ says, hint }: Recognition, spoken: Spoken): string {
  return translated(says && { ...says, id: `${says.id}.do` }, hint.trim(), spoken)
}
