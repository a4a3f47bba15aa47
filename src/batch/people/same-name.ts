import { withoutUnseen } from '../../text/clean-text.ts'

/** The spellings under which a whole name may come back: `Doe, Jane`, `Jane Doe`, `doejane`. */
export function spellings(name: string): Set<string> {
  const all = [letters(name), letters(turnedName(name)), joinedWords(wordsOf(name).sort())]
  return new Set(all.filter((one) => one !== ''))
}

/**
 * Also what a platform leaves of it: Canvas drops all signs between words, and of some names what is
 * not ASCII, `mllerzo` for Zoë Müller.
 */
export function leavings(name: string, shortest = SHORTEST): Set<string> {
  const ascii = [name, turnedName(name)].map(asciiOf).filter((one) => one.length >= shortest)
  const known = [...spellings(name)]
  return new Set([...known, ...known.map(withoutHyphens), ...ascii])
}

/** One group's name in one spelling: `Team 1-2` is not `Team 12`. */
export function groupKey(name: string): string {
  return letters(name) || name
}

export function withoutHyphens(spelling: string): string {
  return spelling.replaceAll('-', '')
}

/** Fewer letters that are left of a name say nothing of whose it is. */
const SHORTEST = 4

/** Whether two names may be one person's: a spelling in common, or all words of the shorter. */
export function mayBeOne(one: string, other: string): boolean {
  const [given, known] = [leavings(one, 1), leavings(other, 1)]
  const same = [...given].some((spelling) => known.has(spelling))
  return same || known.size === 0 || given.size === 0 || isPart(one, other)
}

/**
 * Whether two spellings of a name divide it into other words: `Annemarie Smith` and `Anne Marie
 * Smith` may be two people. A single word, such as `doejane`, says nothing of what it was made of.
 */
export function otherwiseDivided(one: string, other: string): boolean {
  const [given = [], known = []] = [one, other].map(divisions)
  if ([...given, ...known].some((words) => words.length < 2)) return false
  const same = new Set(given.map((words) => words.join(' ')))
  return !known.some((words) => same.has(words.join(' ')))
}

/** Of `Pat O'Brien` a system may make `pat-obrien` and `pat-o-brien`. */
function divisions(name: string): string[][] {
  return ['', ' '].map((sign) => wordsOf(name.replace(APOSTROPHES, sign)).sort())
}

const APOSTROPHES = /['’ʼ‘`´]/g

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

/** Without accents and case, composed or not, and without what nobody sees. */
function folded(name: string): string {
  return withoutUnseen(name).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

/** What stands between two numbers tells them apart, and nothing else does. */
function letters(name: string): string {
  return joinedWords(folded(name).split(/[^\p{L}\p{N}]+/u))
}

function joinedWords(words: readonly string[]): string {
  return words
    .filter(Boolean)
    .join('-')
    .replace(/(?<!\p{N})-|-(?!\p{N})/gu, '')
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
