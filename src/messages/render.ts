import type { Message } from '../report/report.ts'
import { catalogues, type Locale, type MessageId } from './catalogue.ts'

/** A message as a sentence; ids are checked at compile time by `say`. */
export function render(message: Message, locale: Locale = 'en'): string {
  const id = message.id as MessageId
  const sentences = catalogues[locale]
  return Object.hasOwn(sentences, id) ? sentences[id](message.values) : message.id
}

/** A message of the catalogue, checked when compiled. */
export function say(id: MessageId, values: Message['values'] = {}): Message {
  return { id, values }
}

/** A sentence of the catalogue at once, in one language. */
export function speaker(locale: Locale): (id: MessageId, values?: Message['values']) => string {
  return (id, values = {}) => render(say(id, values), locale)
}
