import { blank, type Edit } from './edits.ts'
import type { ParsedFile } from './parse-typescript.ts'

/** A text with what finding one's way between its nodes takes. */
export interface Code {
  readonly text: string
  /** The same text with blanks for its comments: between two nodes nothing but tokens is left. */
  readonly plain: string
}

export function codeOf(text: string, { comments }: ParsedFile): Code {
  const parts: string[] = []
  let position = 0
  for (const { start, end } of comments) {
    parts.push(text.slice(position, start), blank(text, start, end).text)
    position = end
  }
  return { text, plain: [...parts, text.slice(position)].join('') }
}

/** A name that stands nowhere in a text. */
export function freshName({ text }: Code, like: string): string {
  let name = `${like}_`
  while (text.includes(name)) name += '_'
  return name
}

/** Writes something new in the place of a range, and keeps the range's line breaks behind it. */
export function replaceRange({ text }: Code, start: number, end: number, by: string): Edit {
  return { start, end, text: by + text.slice(start, end).replace(/[^\r\n\u2028\u2029]/g, '') }
}

export function before({ start }: Range, text: string): Edit {
  return { start, end: start, text }
}

export function behind({ start, end }: Range, text: string): Edit {
  return { start: end, end, text, behind: start }
}

interface Range {
  readonly start: number
  readonly end: number
}
