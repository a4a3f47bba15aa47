import type { Json, Message } from '../report/report.ts'
import type { Locale, MessageId } from './catalogue.ts'
import { languageOf } from './languages.ts'

/** A message as a sentence; ids are checked at compile time by `say`. */
export function render(message: Message, locale: Locale = 'en'): string {
  const { sentence, translate } = languageOf(locale)
  const said = sentence(message.id)
  if (said === undefined) return message.id
  const values = Object.entries(message.values).map(([name, value]) => [
    name,
    isMessage(value)
      ? render(value, locale)
      : typeof value === 'string'
        ? THEIRS.has(name)
          ? withKind(value, translate)
          : translate(value)
        : value,
  ])
  return said(Object.fromEntries(values))
}

/** Values that are the submission's own words, or the reader's own names: they are shown as they are. */
const THEIRS = new Set(
  'got again line before found construct expression file files folder path'.split(' '),
)

/**
 * What a value of theirs is stands behind it, or in its place, and is ours: `"1" (a string)`,
 * `a Promise`. What the engine says of their program is nobody's own words.
 */
export function withKind(value: string, translate: (text: string) => string): string {
  if (/^(Type|Reference|Range|Syntax)Error: /.test(value)) return translate(value)
  if (/^an? [A-Za-z]+$/.test(value)) return translate(value)
  return value.replace(/ \(an? [a-z]+\)$/, translate)
}

/** A sentence may hold another one, such as a reason. */
function isMessage(value: Json | undefined): value is Json & Message {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  return Object.keys(value).sort().join() === 'id,values'
}

/** A message of the catalogue, checked when compiled. */
export function say(id: MessageId, values: Message['values'] = {}): Message {
  return { id, values }
}

/** A sentence of the catalogue at once, in one language. */
export function speaker(locale: Locale): (id: MessageId, values?: Message['values']) => string {
  return (id, values = {}) => render(say(id, values), locale)
}
