/** Imports of the submission's own files, written plainly. */
const OWN =
  /\b(?:from|import|import\s*\(|require\s*\()\s*(['"])\.\/(?!(?:[^'"\\]*\/)?\.\.(?:\/|\1))[^'"\\\r\n]*\1/g

/** Whatever else could name a file: the compiler would read it, and print its types in an error. */
const OTHER =
  /\bimport\b\s*[('"/{*\w$]|\brequire\b|\bfrom\b\s*['"/`]|\bmodule\b\s*['"/]|\/\/\/\s*<|\bimport\b\s*$/

const PLAIN_IMPORT =
  /\b(?:import|export)\s+(?:type\s+)?(?:[\w$]+|\*(?:\s+as\s+[\w$]+)?|\{[^{}'"`/]*\})\s+$/

/**
 * Whether a program names no file but its own. The compiler runs outside of the sandbox and would
 * read any path that an import names: what is not plainly inside is not given to it.
 */
export function isConfined(texts: readonly string[]): boolean {
  return texts.every((text) => {
    const parts = text.split(OWN).filter((_, i) => i % 2 === 0)
    return parts.every((part) => !OTHER.test(part.replace(PLAIN_IMPORT, '')))
  })
}
