import { functionTokens, type Token } from '../../source/likeness/fingerprints.ts'
import { BREAK, type CommonRun, commonRuns } from './common-runs.ts'

/** A file of an answer. */
export interface CodeFile {
  readonly name: string
  readonly text: string
}

/** A piece of a file's text; marked by the number of the stretch that it belongs to, from 1. */
export interface Piece {
  readonly text: string
  readonly stretch?: number
}

export interface MarkedFile {
  readonly name: string
  readonly pieces: readonly Piece[]
}

export interface Evidence {
  readonly one: readonly MarkedFile[]
  readonly other: readonly MarkedFile[]
  readonly stretches: number
  /** Only the beginning of so long a program was compared. */
  readonly cut: boolean
}

/** More operations take long to compare, and nobody reads them. */
const MOST_WORDS = 1500

/** What two answers have in common, marked in both. */
export function evidenceOf(
  one: readonly CodeFile[],
  other: readonly CodeFile[],
  starters: ReadonlySet<number>,
): Evidence {
  const [left, right] = [readProgram(one), readProgram(other)]
  const runs = commonRuns(left.words, right.words, starters)
  return {
    one: marked(one, left, runs, (run) => run.one),
    other: marked(other, right, runs, (run) => run.other),
    stretches: runs.length,
    cut: left.cut || right.cut,
  }
}

interface Program {
  readonly words: readonly string[]
  /** For each word, the file that it stands in, and where. */
  readonly places: readonly { readonly file: number; readonly spans: Token['spans'] }[]
  readonly cut: boolean
}

function readProgram(files: readonly CodeFile[]): Program {
  const all = files.flatMap(({ text }, file) =>
    functionTokens(text).flatMap((tokens) => [
      ...tokens.map(({ word, spans }) => ({ word, file, spans })),
      { word: BREAK, file, spans: [] },
    ]),
  )
  const kept = all.slice(0, MOST_WORDS)
  return { words: kept.map(({ word }) => word), places: kept, cut: all.length > kept.length }
}

function marked(
  files: readonly CodeFile[],
  { places }: Program,
  runs: readonly CommonRun[],
  startOf: (run: CommonRun) => number,
): MarkedFile[] {
  const marks = files.map(({ text }) => new Uint16Array(text.length))
  for (const [index, run] of runs.entries()) {
    for (const { file, spans } of places.slice(startOf(run), startOf(run) + run.length)) {
      for (const [start, end] of spans) fill(marks[file] as Uint16Array, start, end, index + 1)
    }
  }
  return files.map(({ name, text }, file) => {
    const own = marks[file] as Uint16Array
    closeGaps(own, text)
    return { name, pieces: piecesOf(own, text) }
  })
}

/** What is marked already belongs to a longer stretch. */
function fill(marks: Uint16Array, start: number, end: number, stretch: number): void {
  for (let at = start; at < end; at++) if (marks[at] === 0) marks[at] = stretch
}

/** Between two marks of one stretch, signs and words of the language are part of it. */
const FILLING =
  /^(?:[^\p{L}\p{N}_$]|\b(?:return|const|let|var|if|else|for|while|of|in|export|function)\b)*$/u

function closeGaps(marks: Uint16Array, text: string): void {
  let last = -1
  for (let at = 0; at < marks.length; at++) {
    if (marks[at] === 0) continue
    const gap = last >= 0 && last < at - 1 && marks[last] === marks[at]
    if (gap && FILLING.test(text.slice(last + 1, at))) marks.fill(marks[at] ?? 0, last + 1, at)
    last = at
  }
}

function piecesOf(marks: Uint16Array, text: string): Piece[] {
  const pieces: Piece[] = []
  for (let from = 0, at = 1; from < text.length; at++) {
    if (at < text.length && marks[at] === marks[from]) continue
    const stretch = marks[from] ?? 0
    pieces.push({ text: text.slice(from, at), ...(stretch > 0 && { stretch }) })
    from = at
  }
  return pieces
}
