/**
 * The spellings under which a name may come back from a download: `Doe, Jane`, `Jane Doe`,
 * `doejane` and, as Canvas leaves what is not ASCII out, `mllerzo` for Zoë Müller.
 */
export function spellings(name: string): Set<string> {
  const turned = turnedName(name)
  const ascii = [name, turned].map(asciiOf).filter((one) => one.length >= SHORTEST)
  const all = [letters(name), letters(turned), ...ascii]
  return new Set([...all, wordsOf(name).sort().join('')].filter((one) => one !== ''))
}

/** Fewer letters that are left of a name say nothing of whose it is. */
const SHORTEST = 4

/** Whether two names may be one person's: a spelling in common, or all words of the shorter. */
export function mayBeOne(one: string, other: string): boolean {
  const known = spellings(other)
  const same = [...spellings(one)].some((spelling) => known.has(spelling))
  return same || known.size === 0 || spellings(one).size === 0 || isPart(one, other)
}

function isPart(one: string, other: string): boolean {
  const [few, many] = [wordsOf(one), wordsOf(other)].sort((a, b) => a.length - b.length)
  if (few === undefined || few.length < 2) return false
  return few.every((word) => many?.includes(word))
}

function wordsOf(name: string): string[] {
  return folded(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
}

/** Without accents and case, composed or not. */
function folded(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

function letters(name: string): string {
  return folded(name).replace(/[^\p{L}\p{N}]/gu, '')
}

function asciiOf(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
}

/** `Doe, Jane` → `Jane Doe`, and the other way about. */
function turnedName(name: string): string {
  const [last = '', first] = name.split(',')
  if (first !== undefined) return `${first.trim()} ${last.trim()}`
  const words = name.trim().split(/\s+/)
  return [words.at(-1), ...words.slice(0, -1)].join(' ')
}
