import type { Message } from '../report.ts'
import { en, type MessageId } from './en.ts'

/** A message as a sentence in English; ids are checked at compile time by `say`. */
export function render(message: Message): string {
  const sentence = en[message.id as MessageId]
  return sentence ? sentence(message.values) : message.id
}

/** A message of the catalogue, checked when compiled. */
export function say(id: MessageId, values: Message['values'] = {}): Message {
  return { id, values }
}
