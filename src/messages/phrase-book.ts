/** Chinese by the English that the code says; `{1}`, `{2}`, … are what fills its gaps. */
export type Phrases = { readonly [english: string]: string }

interface Pattern {
  /** What stands before, between and behind the gaps. */
  readonly first: string
  readonly between: readonly string[]
  readonly last: string
  readonly chinese: string
  /** How many letters it has: the more, the more it knows of what it speaks of. */
  readonly weight: number
  /** What has few words of its own is to swallow no whole sentence, and no piece of code. */
  readonly isLight: boolean
}

/** A sentence of ours is no longer; what is, is somebody else's. */
const LONGEST = 2000

/**
 * Says in Chinese what the code has said in English: where errors are thrown, files are looked
 * through and references object, nobody knows yet who will read it. What fills the gaps may be such a
 * sentence itself. A test holds the book against the syntax trees of everything that speaks.
 */
export function phraseBook(phrases: () => readonly Phrases[]): (text: string) => string {
  let book: Book | undefined
  return (text) => {
    if (text.length > LONGEST) return text
    book ??= bookOf(phrases())
    return translateBy(book, text)
  }
}

const GAP = /\{\d\}/

interface Book {
  readonly known: ReadonlyMap<string, string>
  /** Those that may fit a text, by how it begins, the heaviest first. */
  readonly patternsFor: (text: string) => readonly Pattern[]
}

function bookOf(phrases: readonly Phrases[]): Book {
  const entries = phrases.flatMap((room) => Object.entries(room))
  const gapped = entries.filter(([english]) => GAP.test(english))
  const made = new Map<string, readonly Pattern[]>()
  const patternsFor = ([initial = '']: string) => {
    const patterns = made.get(initial) ?? patternsOf(gapped, initial)
    made.set(initial, patterns)
    return patterns
  }
  return { known: new Map(entries), patternsFor }
}

function patternsOf(
  gapped: readonly (readonly [string, string])[],
  initial: string,
): readonly Pattern[] {
  return gapped
    .filter(([english]) => english.startsWith('{') || english.startsWith(initial))
    .map(([english, chinese]) => patternOf(english, chinese))
    .sort((one, other) => other.weight - one.weight)
}

function translateBy({ known, patternsFor }: Book, text: string): string {
  // Parts of a sentence are looked up again and again: each once.
  const found = new Map<string, string>()
  const translate = (part: string): string => {
    const before = found.get(part)
    if (before !== undefined) return before
    found.set(part, part)
    const chinese =
      known.get(part) ??
      knownOtherwise(part, known) ??
      byPattern(part) ??
      withoutStop(part, translate) ??
      byPattern(smallInitial(part)) ??
      inParts(part, translate) ??
      part
    found.set(part, chinese)
    return chinese
  }
  const byPattern = (part: string) => matched(part, patternsFor(part), translate)
  return translate(text)
}

function patternOf(english: string, chinese: string): Pattern {
  const [first = '', ...rest] = english.split(GAP)
  const last = rest.pop() ?? ''
  const weight = [first, ...rest, last].join('').length
  return { first, between: rest, last, chinese, weight, isLight: first === '' && weight < 10 }
}

/** What fills the gaps, each as short as can be; in one walk, whatever the text. */
function gapsIn(
  text: string,
  { first, between, last, isLight }: Pattern,
): readonly string[] | undefined {
  if (!text.startsWith(first) || !text.endsWith(last)) return undefined
  const end = text.length - last.length
  const gaps: string[] = []
  let at = first.length
  for (const part of between) {
    const next = text.indexOf(part, at)
    if (next < 0 || next + part.length > end) return undefined
    gaps.push(text.slice(at, next))
    at = next + part.length
  }
  if (at > end) return undefined
  gaps.push(text.slice(at, end))
  return isLight && gaps.some((gap) => /\s|\W:/.test(gap)) ? undefined : gaps
}

function matched(
  text: string,
  patterns: readonly Pattern[],
  translate: (text: string) => string,
): string | undefined {
  for (const pattern of patterns) {
    const gaps = gapsIn(text, pattern)
    if (gaps !== undefined) return filled(pattern.chinese, gaps.map(translate))
  }
  return undefined
}

/** Between Chinese and anything else there is a blank, and none between Chinese and Chinese. */
export function filled(template: string, gaps: readonly string[]): string {
  return template
    .split(/\{(\d)\}/)
    .map((part, index) => (index % 2 === 0 ? part : (gaps[Number(part) - 1] ?? '')))
    .reduce(joined, '')
}

function joined(left: string, right: string): string {
  if (left === '' || right === '') return left + right
  const [bare, rest] = [left.trimEnd(), right.trimStart()]
  if (bare === '' || rest === '') return left + right
  const blank = left !== bare || right !== rest
  const [last, first] = [lastOf(bare), String.fromCodePoint(rest.codePointAt(0) ?? 32)]
  if (blank && (isChinese(last) ? isChinese(first) || isMark(first) : isMark(last)))
    return bare + rest
  if (blank && isMark(first)) return bare + rest
  const meets = (isHan(last) && isWord(first)) || (isWord(last) && isHan(first))
  return meets && !blank ? `${bare} ${rest}` : left + right
}

function lastOf(text: string): string {
  return [...text.slice(-2)].at(-1) ?? ''
}

const isHan = (character: string) => /\p{Script=Han}/u.test(character)
const isMark = (character: string) => /[，。：；、（）「」“”《》！？]/.test(character)
const isChinese = (character: string) => isHan(character) || isMark(character)
const isWord = (character: string) => /[\p{Script=Latin}\d`]/u.test(character)

/** Known with a small letter, without a full stop, or both: a whole sentence goes before any pattern. */
function knownOtherwise(text: string, known: ReadonlyMap<string, string>): string | undefined {
  const bare = text.replace(/\.$/, '')
  const chinese = known.get(bare) ?? known.get(`${bare[0]?.toLowerCase()}${bare.slice(1)}`)
  return chinese === undefined || bare === text ? chinese : `${chinese}。`
}

function withoutStop(text: string, translate: (text: string) => string): string | undefined {
  if (!ENDS.test(text)) return undefined
  const chinese = translate(text.slice(0, -1))
  return chinese === text.slice(0, -1) ? undefined : `${chinese}。`
}

/** The same as it stands within a sentence; parts of it may be known with a capital letter. */
function smallInitial(text: string): string {
  const isWord = /^[A-Z][a-z]*(?![A-Z])/.test(text)
  return isWord ? `${text[0]?.toLowerCase()}${text.slice(1)}` : text
}

const ENDS = /[a-z)`\d]\.$/

/** Sentences are joined by signs that other sentences have inside: whole ones were looked for first. */
const JOINTS = [
  ['; ', '；'],
  [': ', '：'],
] as const

function inParts(text: string, translate: (text: string) => string): string | undefined {
  // `tanh: value` names a check by its function and its kind.
  if (/^\S+: \S+$/.test(text)) return undefined
  for (const [joint, chinese] of JOINTS) {
    const at = text.indexOf(joint)
    if (at <= 0) continue
    const parts = [text.slice(0, at), text.slice(at + joint.length)]
    const said = parts.map(translate)
    if (said.some((part, index) => part !== parts[index])) return said.join(chinese)
  }
  return undefined
}
