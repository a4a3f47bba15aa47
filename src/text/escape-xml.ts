import { COMMAND, cleanText } from './clean-text.ts'

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/** Text between tags of XML 1.0. `>` is escaped too, so that no `]]>` is left. No line is a command. */
export function escapeXml(text: string): string {
  return cleanText(text)
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
    .replace(COMMAND, '$1&#58;:')
}

/** The value of an attribute, in quotes: a parser would turn bare line ends and tabs into spaces. */
export function escapeXmlAttribute(text: string): string {
  return escapeXml(text).replace(/[\n\t]/g, (character) => `&#${character.charCodeAt(0)};`)
}
