import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Writes the CommonJS files of a folder in ASCII: V8 reads and keeps any other text with two bytes
 * for every character, for the sake of an ellipsis. In minified code all that is not ASCII stands in
 * texts and patterns, where an escape means the same.
 */
export function writeAsAscii(folder) {
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.cjs'))) {
    const file = join(folder, name)
    writeFileSync(file, asciiCode(readFileSync(file, 'utf8')))
  }
}

/** @throws where a backslash stands before such a character: an escape would be escaped */
export function asciiCode(code) {
  const escaped = /(?<!\\)(?:\\\\)*\\[^\p{ASCII}]/u.exec(code)
  if (escaped) throw new Error(`an escaped character that is not ASCII: ${escaped[0]}`)
  return code.replace(/[\x80-\uffff]/g, (unit) => {
    return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
}
