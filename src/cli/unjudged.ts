import type { Locale } from '../messages/catalogue.ts'
import { markedLine } from '../messages/marked-line.ts'
import { render, say } from '../messages/render.ts'
import type { Message, SourcePlace } from '../report/report.ts'
import type { Fault, MissingFunction } from '../session.ts'
import { cleanText } from '../text/clean-text.ts'

/** Why nothing can be said of a function of a file: the file's own fault, exit code 3. */
export interface Unjudged {
  readonly kind: 'unjudged'
  readonly message: string
  readonly says?: Message | undefined
  readonly advice?: string | undefined
  readonly place?: SourcePlace | undefined
}

export function byFault({ message, says, advice, place }: Omit<Fault, 'cause'>): Unjudged {
  return { kind: 'unjudged', message, says, advice, place }
}

export function byAbsence(name: string, { near, found }: MissingFunction): Unjudged {
  const beside = found === undefined ? near.join(', ') : `${found} by that name`
  const says = say('submission.missing-export', { function: name, near: beside })
  const advice =
    near.length > 0 && found === undefined ? `Did you mean ${near.join(' or ')}?` : undefined
  return { kind: 'unjudged', message: render(says), says, advice }
}

/** `mlp-check: answer.ts:2:7: …`, the line with a caret below the place, and what to do. */
export function unjudgedAsText({ message, says, advice, place }: Unjudged, locale: Locale): string {
  const sentence = says === undefined ? message : render(says, locale)
  const step = says === undefined || advice === undefined ? advice : stepOf(says, advice, locale)
  const where = place === undefined ? '' : `${place.file}:${place.line}:${place.column}: `
  const shown = place === undefined ? [] : frame(place)
  const below = step === undefined ? shown : [...shown, step]
  const lines = [`mlp-check: ${where}${sentence}`, ...below.map((line) => `  ${line}`)]
  return `${cleanText(lines.join('\n'))}\n`
}

/** What to do has an id of its own beside the sentence; without one it stays as it is. */
function stepOf({ id, values }: Message, advice: string, locale: Locale): string {
  const own = `${id}.do`
  const step = render({ id: own, values }, locale)
  return step === own ? advice : step
}

function frame({ text, column }: SourcePlace): readonly string[] {
  const { text: line, blanks, carets } = markedLine(text, { from: column - 1, to: column }, 100)
  return [line, `${blanks}${carets}`]
}
