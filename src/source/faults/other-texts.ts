import { type Fault, is, type Rule, type Sentence, shown } from './fault.ts'
import type { Token } from './tokens.ts'

/** Characters that word processors, input methods and formulas bring along, and what to write instead. */
const INSTEAD: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '＂': '"',
  '‘': "'",
  '’': "'",
  '´': "'",
  '＇': "'",
  '（': '(',
  '）': ')',
  '［': '[',
  '］': ']',
  '【': '[',
  '】': ']',
  '｛': '{',
  '｝': '}',
  '，': ',',
  '、': ',',
  '；': ';',
  '：': ':',
  '。': '.',
  '．': '.',
  '？': '?',
  '！': '!',
  '＝': '=',
  '＋': '+',
  '－': '-',
  '＊': '*',
  '／': '/',
  '＜': '<',
  '＞': '>',
  '｜': '|',
  '＆': '&',
  '−': '-',
  '–': '-',
  '—': '-',
  '×': '*',
  '·': '*',
  '⋅': '*',
  '∗': '*',
  '÷': '/',
  '∕': '/',
  '≤': '<=',
  '≥': '>=',
  '≠': '!==',
  '⇒': '=>',
  '→': '=>',
  '…': '...',
  '√': 'Math.sqrt(…)',
  '²': '** 2',
  '³': '** 3',
  '⁻': '** -1',
  '∞': 'Infinity',
  '#': '// …',
}

/** A character that no program has outside of texts and comments. */
export const character: Rule = (fault) => {
  const { reason, text, offset } = fault
  const lone = [fault.next, fault.previous].find((token) => is(token, /^[#@\\]$/))
  if (reason !== 'InvalidOrUnexpectedToken' && lone === undefined) return undefined
  const start = lone?.start ?? offset
  const found = String.fromCodePoint(text.codePointAt(start) ?? 0)
  const values = { found: shown({ ...fault.next, text: found }), instead: INSTEAD[found] ?? '' }
  return { id: 'character', values, start }
}

interface Language {
  readonly language: string
  /** Found in the line of the fault, from the word that is not TypeScript. */
  readonly pattern: RegExp
  readonly instead: string
}

/** Lines of other languages, by what one writes instead. The first group is what is shown and marked. */
const LANGUAGES: readonly Language[] = [
  {
    language: 'Python',
    pattern: /^\s*(?:async\s+)?(def)\s+\w+/,
    instead: 'function name(x: number) { return … }',
  },
  { language: 'Python', pattern: /^\s*\}?\s*(elif)\b/, instead: 'else if (…) { … }' },
  { language: 'Python', pattern: /\b(lambda)\b[^:]*:/, instead: '(x: number) => …' },
  {
    language: 'Python',
    pattern: /^\s*(from)\s+[\w.]+\s+import\b/,
    instead: "import { name } from './file'",
  },
  {
    language: 'Python',
    pattern:
      /^\s*(import\s+(?:[\w.]+\s+as\s+\w+|(?:c?math|numpy|torch|tensorflow|random|sys|os|scipy|jax)\b[\w.]*))\s*;?\s*$/,
    instead: 'Math.exp(x)',
  },
  {
    language: 'Python',
    pattern: /^\s*(for\s+\w+(?:\s*,\s*\w+)*\s+in)\b.*:\s*$/,
    instead: 'for (let i = 0; i < n; i++) { … }',
  },
  {
    language: 'Python',
    pattern: /^\s*((?:if|while|else|try|with|except|finally)\b)[^{]*:\s*(?:#.*)?$/,
    instead: 'if (…) { … } else { … }',
  },
  {
    language: 'Python',
    pattern: /^\s*(class)\s+\w+\s*(?:\([\w., ]*\))?\s*:\s*$/,
    instead: 'class Name { … }',
  },
  {
    language: 'Python',
    pattern: /=\s*\S.*\s(if)\s+.+\selse\s/,
    instead: 'condition ? value : otherwise',
  },
  {
    language: 'Python',
    pattern: /^\s*return\b.*\s(if)\s+.+\selse\s/,
    instead: 'condition ? value : otherwise',
  },
  { language: 'Python', pattern: /[\w)\]]\s+(and)\s+[\w(-]/, instead: 'a && b' },
  { language: 'Python', pattern: /[\w)\]]\s+(or)\s+[\w(-]/, instead: 'a || b' },
  { language: 'Python', pattern: /(?:^|[=(,]|\breturn|\bif|\bwhile)\s*(not)\s+\w/, instead: '!a' },
  { language: 'Python', pattern: /^\s*(except)\b/, instead: 'catch (error) { … }' },
  {
    language: 'C or Java',
    pattern: /^\s*((?:public|private|protected|static)\s+(?:static\s+)?\w+)\s+\w+\s*\(/,
    instead: 'function name(x: number) { return … }',
  },
  {
    language: 'C or Java',
    pattern:
      /^\s*((?:unsigned\s+)?(?:int|float|double|long|short|char|bool|boolean|void|auto))\s+\w+\s*\(/,
    instead: 'function name(x: number) { return … }',
  },
  {
    language: 'C or Java',
    pattern:
      /^\s*((?:const\s+)?(?:int|float|double|long|short|char|bool|boolean|auto))\s+\w+\s*(?:=|;|$)/,
    instead: 'const name = …',
  },
  { language: 'C', pattern: /^\s*(#\s*include)\b/, instead: 'Math.exp(x)' },
  {
    language: 'another language',
    pattern: /^\s*(?:pub\s+)?(fn|func|fun|sub|proc)\s+\w+/,
    instead: 'function name(x: number) { return … }',
  },
  {
    language: 'another language',
    pattern: /^\s*(local|my|dim)\s+[$\w]+\s*=/i,
    instead: 'const name = …',
  },
  { language: 'another language', pattern: /(:=)/, instead: 'const name = …' },
]

/** A line of another language, where its own word is what the parser stumbled over. */
export const foreign: Rule = (fault) => {
  const near = [fault.next, fault.previous, fault.tokens[fault.index - 2]].map((one) => one?.start)
  for (const { line, start } of [lineOf(fault, fault.next), lineOf(fault, fault.previous)]) {
    for (const { language, pattern, instead } of LANGUAGES) {
      const found = new RegExp(pattern, `${pattern.flags}d`).exec(line)
      const [at] = found?.indices?.[1] ?? []
      if (found?.[1] === undefined || at === undefined || !near.includes(start + at)) continue
      return { id: 'foreign', values: { found: found[1], language, instead }, start: start + at }
    }
  }
  return undefined
}

const MARKS: readonly [RegExp, Sentence][] = [
  [/^(?:<{7}|={7}|>{7})/, 'merge-mark'],
  [/^```/, 'markdown'],
  [
    /^<(!doctype|\?xml|html|head|body|div|script)\b|^%PDF-|^\{\\rtf\d|^\{?\s*"(cells|nbformat)":/i,
    'document',
  ],
]

/** What stands in files that are no programs, and in programs that were copied with their surroundings. */
export const notCode: Rule = (fault) => {
  const { line, start } = lineOf(fault, fault.next)
  const trimmed = line.trimStart()
  const id = MARKS.find(([pattern]) => pattern.test(trimmed))?.[1]
  return id ? { id, values: {}, start: start + line.length - trimmed.length } : betweenFences(fault)
}

/** A program that was copied with the talk around it: what does not parse stands outside of the marks. */
function betweenFences({ text, offset }: Fault): ReturnType<Rule> {
  const fences = fencesIn(text)
  const [first, last] = [fences[0], fences.at(-1)]
  if (first === undefined || last === undefined) return undefined
  return offset <= first || offset >= last
    ? { id: 'markdown', values: {}, start: first }
    : undefined
}

/** Where lines begin that are marks of Markdown around code. */
export function fencesIn(text: string): readonly number[] {
  return [...text.matchAll(/^(?:```|~~~)/gm)].map(({ index }) => index)
}

/** The beginning of a token's line: nobody writes what is looked for here further behind. */
function lineOf({ text }: Fault, token: Token | undefined): { line: string; start: number } {
  const start = text.lastIndexOf('\n', (token?.start ?? 0) - 1) + 1
  return { line: /^[^\n\r]{0,200}/.exec(text.slice(start, start + 200))?.[0] ?? '', start }
}
