import { LINE_BREAK } from '../text/lines.ts'
import { SOURCE_LIMITS } from './limits.ts'

/** Why a text is not even given to the parser, and where. */
export interface SourceRefusal {
  readonly offset: number
  readonly message: string
  readonly advice: string
}

/**
 * What is not worth giving to the parser. It calls itself for each bracket, and reads what may be a
 * type or an arrow function more than once: a thousand `a<` take seconds, three thousand a minute.
 * What is slow below these bounds is ended by V8 on the main thread, and with its thread elsewhere. A fault shows its whole line, so lines
 * have a bound too. No program written by hand comes near any of them.
 */
export function refuseSource(text: string): SourceRefusal | undefined {
  return tooLong(text) ?? longLine(text) ?? manyBrackets(text)
}

function tooLong(text: string): SourceRefusal | undefined {
  if (text.length <= SOURCE_LIMITS.sourceLength) return undefined
  const message = `${text.length} characters are more than the ${SOURCE_LIMITS.sourceLength} that a submission may have`
  return { offset: 0, message, advice: 'Remove what the exercise does not need.' }
}

function longLine(text: string): SourceRefusal | undefined {
  let start = 0
  for (const line of text.split(LINE_BREAK)) {
    if (line.length > SOURCE_LIMITS.lineLength) {
      const message = `this line has ${line.length} characters; ${SOURCE_LIMITS.lineLength} are allowed`
      return { offset: start, message, advice: 'Break it into several lines.' }
    }
    start += line.length + 1
  }
  return undefined
}

/**
 * Brackets are counted wherever they stand, closed or not: telling a string or a regular
 * expression from code would need a parser, and a mistake in it would be a way around this bound.
 */
function manyBrackets(text: string): SourceRefusal | undefined {
  return manyOf(text, /[([{]/g, SOURCE_LIMITS.brackets) ?? manyOf(text, /</g, SOURCE_LIMITS.angles)
}

function manyOf(text: string, pattern: RegExp, most: number): SourceRefusal | undefined {
  const found = [...text.matchAll(pattern)]
  const first = found[most]
  if (first === undefined) return undefined
  const message = `${found.length} opening brackets are more than the ${most} that a submission may have`
  return { offset: first.index, message, advice: 'Remove what the exercise does not need.' }
}
