import { wrapped } from '../messages/line-breaks.ts'
import { boxLines, boxWidth, type Part, partsLine } from './latex-boxes.ts'
import {
  ACCENTS,
  doubleStruck,
  FONTS,
  FUNCTIONS,
  SCRIPTS,
  SIGNS,
  SYMBOLS,
  TEXTS,
} from './latex-symbols.ts'

/** A formula in LaTeX as one line of Unicode; a command that is not known stays as it is written. */
export function latexLine(source: string): string {
  return partsLine(parse(source))
}

/** The same for a formula that stands by itself: cases and matrices have a line for each row. */
export function latexLines(source: string, width: number): readonly string[] {
  const parts = parse(source)
  if (boxWidth(parts) <= width) return boxLines(parts)
  return wrapped(partsLine(parts), width)
}

/** Longer ones are left alone: nobody reads them, in either form. */
const LONGEST = 4000

function parse(source: string): readonly Part[] {
  if (source.length > LONGEST) return [source]
  const tokens = source.match(/\\(?:[a-zA-Z]+\*?|.)|\s+|./gsu) ?? []
  const reader = { tokens, at: 0, isBroken: false }
  const rows = rowsUntil(reader, undefined)
  if (reader.isBroken) return [source]
  const isOne = rows.length === 1 && rows[0]?.length === 1
  return isOne ? (rows[0]?.[0] ?? []) : [{ rows, open: '', close: '' }]
}

interface Reader {
  readonly tokens: readonly string[]
  at: number
  /** A brace without its other one, a command without its argument. */
  isBroken: boolean
}

/** The rows of an environment, as cells; its end is read too. */
function rowsUntil(reader: Reader, name: string | undefined): Part[][][] {
  const rows: Part[][][] = [[[]]]
  while (reader.at < reader.tokens.length && reader.tokens[reader.at] !== '\\end') {
    const token = reader.tokens[reader.at] ?? ''
    const row = rows[rows.length - 1] as Part[][]
    if (token === '\\\\' || token === '&') {
      reader.at++
      if (token === '&') row.push([])
      else rows.push([[]])
    } else row[row.length - 1]?.push(...next(reader))
  }
  if ((reader.tokens[reader.at++] === '\\end') !== (name !== undefined)) reader.isBroken = true
  if (name !== undefined) argument(reader)
  // A line break at the very end begins no row.
  const last = rows.at(-1)
  if (rows.length > 1 && last?.every((cell) => partsLine(cell) === '')) rows.pop()
  return rows
}

/** What the next token is, with its arguments. */
function next(reader: Reader): readonly Part[] {
  const token = reader.tokens[reader.at++] ?? ''
  if (token === '{') return group(reader)
  if (token === '}') return broken(reader)
  if (/^\s/.test(token) || token === '~') return [' ']
  if (token === "'") return ['′']
  if (token === '^' || token === '_') return [scripted(argument(reader), token)]
  return token.startsWith('\\') ? command(token.slice(1).replace(/\*$/, ''), reader) : [token]
}

/** All up to the brace that closes. */
function group(reader: Reader): readonly Part[] {
  const parts: Part[] = []
  while (reader.at < reader.tokens.length && reader.tokens[reader.at] !== '}') {
    parts.push(...next(reader))
  }
  if (reader.tokens[reader.at++] !== '}') reader.isBroken = true
  return parts
}

function argument(reader: Reader): string {
  skipSpace(reader)
  return partsLine(reader.at < reader.tokens.length ? next(reader) : broken(reader))
}

function broken(reader: Reader): readonly Part[] {
  reader.isBroken = true
  return []
}

function command(name: string, reader: Reader): readonly Part[] {
  const symbol = SYMBOLS.get(name) ?? SIGNS.get(name)
  if (symbol !== undefined) return name === 'left' || name === 'right' ? fence(reader) : [symbol]
  if (FUNCTIONS.has(name)) return [{ name }]
  if (TEXTS.has(name)) return [rawArgument(reader)]
  if (name === 'operatorname') return [{ name: argument(reader) }]
  if (FONTS.has(name)) return [argument(reader)]
  if (name === 'mathbb') return [[...argument(reader)].map(doubleStruck).join('')]
  if (/^[dt]?frac$/.test(name)) {
    return [{ over: enclosed(argument(reader)), under: enclosed(argument(reader)) }]
  }
  if (name === 'sqrt') return [root(reader)]
  if (name === 'begin') return [environment(reader)]
  const accent = ACCENTS.get(name)
  if (accent !== undefined) return [argument(reader).replace(/\S/gu, `$&${accent}`).normalize()]
  return [asWritten(name, reader)]
}

/** `\left.` and `\right.` stand for nothing. */
function fence(reader: Reader): readonly Part[] {
  if (reader.tokens[reader.at] === '.') reader.at++
  return []
}

function root(reader: Reader): string {
  const degree = reader.tokens[reader.at] === '[' ? untilBracket(reader) : ''
  const raised = degree === '' ? '' : scripted(degree, '^')
  return `${raised.startsWith('^') ? `(${degree})` : raised}√${enclosed(argument(reader))}`
}

function untilBracket(reader: Reader): string {
  const end = reader.tokens.indexOf(']', reader.at)
  if (end < 0) return ''
  const text = reader.tokens.slice(reader.at + 1, end).join('')
  reader.at = end + 1
  return text.trim()
}

const FENCES: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['cases', ['{', '']],
  ['matrix', ['', '']],
  ['pmatrix', ['(', ')']],
  ['bmatrix', ['[', ']']],
  ['vmatrix', ['|', '|']],
])

function environment(reader: Reader): Part {
  const name = argument(reader).replace(/^d(?=cases)|\*$/, '')
  // The columns of an array.
  if (name === 'array') argument(reader)
  const [open, close] = FENCES.get(name) ?? ['', '']
  return { rows: rowsUntil(reader, name), open, close }
}

/** A command that is not known, with all of its arguments in their braces. */
function asWritten(name: string, reader: Reader): string {
  let text = `\\${name}`
  while (reader.tokens[reader.at] === '{') text += rawGroup(reader)
  return text
}

function rawArgument(reader: Reader): string {
  skipSpace(reader)
  if (reader.tokens[reader.at] !== '{') return reader.tokens[reader.at++] ?? ''
  return rawGroup(reader).slice(1, -1).replaceAll('$', '')
}

function rawGroup(reader: Reader): string {
  const start = reader.at
  let depth = 0
  do {
    const token = reader.tokens[reader.at++]
    depth += token === '{' ? 1 : token === '}' ? -1 : 0
  } while (depth > 0 && reader.at < reader.tokens.length)
  const text = reader.tokens.slice(start, reader.at).join('')
  return text + '}'.repeat(depth)
}

function skipSpace(reader: Reader): void {
  while (/^\s/.test(reader.tokens[reader.at] ?? '')) reader.at++
}

/** Raised or lowered where Unicode has every character of it, and else behind the sign of LaTeX. */
function scripted(text: string, sign: '^' | '_'): string {
  const letters = [...text.replaceAll(' ', '')].map((letter) => SCRIPTS[sign].get(letter))
  if (letters.every((letter) => letter !== undefined)) return letters.join('')
  return `${sign}${enclosed(text)}`
}

/** In parentheses, where it is more than one thing. */
function enclosed(text: string): string {
  const isOne = /^[^\s+\-−·×/,=<>≤≥()]*$/u.test(text) || /^\p{L}*\([^()]*\)$/u.test(text)
  return isOne ? text : `(${text})`
}
