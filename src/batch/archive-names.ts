const LONGEST = 400
const DEEPEST = 32

/** What moves a cursor, ends a line or turns the order of letters; joiners and marks are spelling. */
const CONTROL = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u

export type EntryName =
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'refused'; readonly path: string; readonly reason: string }

/**
 * The path of an archive's entry, with `/` and without anything that leads out of a folder.
 * Bytes that are not UTF-8 are kept as `%NN`: old Windows tools write names in their own code page,
 * and a submission is not lost for that.
 */
export function entryName(raw: Buffer): EntryName {
  const name = decodeName(raw).replaceAll('\\', '/')
  const path = name
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .join('/')
  const reason = refusal(name, path)
  if (reason !== undefined) return { kind: 'refused', path: printableName(name), reason }
  return { kind: 'path', path: name.endsWith('/') ? `${path}/` : path }
}

function refusal(name: string, path: string): string | undefined {
  if (path === '' && !name.endsWith('/')) return 'it has no name'
  if (name.length > LONGEST) return `its name has ${name.length} characters; ${LONGEST} are allowed`
  if (CONTROL.test(name)) return 'its name holds control characters'
  if (name.startsWith('/') || /^[A-Za-z]:/.test(path)) return 'its path is absolute'
  const parts = name.split('/')
  if (parts.includes('..')) return 'its path leads out of the archive'
  if (parts.length > DEEPEST) return `it lies ${parts.length} folders deep; ${DEEPEST} are allowed`
  return undefined
}

function decodeName(raw: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(raw)
  } catch {
    return raw
      .toString('latin1')
      .replace(/[\x80-\xff]/g, (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase()}`)
  }
}

function printableName(name: string): string {
  return name.slice(0, LONGEST).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, '\ufffd')
}

/** Whether the path of an entry, refused or not, stays in the archive's folder. */
export function isWayInside(path: string): boolean {
  const parts = path.split('/')
  return !parts.some(
    (part) => part === '' || part === '.' || part === '..' || /^[a-z]:/i.test(part),
  )
}
