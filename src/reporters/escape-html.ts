import { COMMAND, cleanText } from '../text/clean-text.ts'

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
}

/**
 * Text between tags of HTML, or an attribute's value in quotes. Never for scripts or styles. No line
 * of it is a command to whoever reads a log.
 */
export function escapeHtml(text: string): string {
  return cleanText(text)
    .replace(/[&<>"'`]/g, (character) => ENTITIES[character] ?? character)
    .replace(COMMAND, '$1&#58;:')
}
