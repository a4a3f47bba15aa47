import { type Document, isMap, isPair, isScalar, LineCounter, parseDocument, visit } from 'yaml'

/** Where a key or a value stands in a spec's text. Lines and columns count from 1. */
export interface SpecPosition {
  readonly line: number
  readonly column: number
}

/** A way into the spec, such as `['checks', 2, 'points']`. */
export type SpecPath = readonly PropertyKey[]

/** The text of a spec as a document that knows where its parts stand. */
export interface PositionedSpec {
  readonly document: Document
  readonly at: (offset: number) => SpecPosition
  /** Where the value at a path begins, else its nearest ancestor. */
  readonly valueAt: (path: SpecPath) => SpecPosition
  /** Where the part at a path begins, with its key where it has one, else its nearest ancestor. */
  readonly partAt: (path: SpecPath) => SpecPosition
  /** Where the first part stands that repeats another one. */
  readonly firstAlias: () => SpecPosition
  /** Where a letter of the text at a path stands, by its offset; the text's begin where it is folded. */
  readonly withinText: (path: SpecPath, offset: number) => SpecPosition
}

export function readPositions(text: string): PositionedSpec {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const at = (offset: number): SpecPosition => {
    const { line, col } = lines.linePos(offset)
    return { line, column: col }
  }
  const nearest = (path: SpecPath, find: OffsetFinder) => at(nearestOffset(document, path, find))
  const withinText = (path: SpecPath, offset: number) =>
    at(
      nearestOffset(document, path, valueOffset) +
        lettersBefore(nodeAt(document, path), text, offset),
    )
  return {
    document,
    at,
    withinText,
    firstAlias: () => at(firstAlias(document)),
    valueAt: (path) => nearest(path, valueOffset),
    partAt: (path) => nearest(path, (...words) => keyOffset(...words) ?? valueOffset(...words)),
  }
}

/** Letters of the document before a letter of a scalar: only where its text is as it was written. */
function lettersBefore(node: unknown, text: string, offset: number): number {
  if (!isScalar(node) || typeof node.value !== 'string' || !node.range) return 0
  const [start, end] = node.range
  const quote = node.type === 'PLAIN' ? 0 : 1
  const written = text.slice(start + quote, end - quote)
  return written === node.value && offset <= written.length ? quote + offset : 0
}

function firstAlias(document: Document): number {
  let offset = 0
  visit(document, {
    Alias: (_, node) => {
      offset = node.range?.[0] ?? 0
      return visit.BREAK
    },
  })
  return offset
}

type OffsetFinder = (document: Document, path: SpecPath) => number | undefined

function nearestOffset(document: Document, path: SpecPath, find: OffsetFinder): number {
  for (let length = path.length; length >= 0; length--) {
    const offset = find(document, path.slice(0, length))
    if (offset !== undefined) return offset
  }
  return 0
}

function valueOffset(document: Document, path: SpecPath): number | undefined {
  return (nodeAt(document, path) as { range?: [number, number, number] } | undefined)?.range?.[0]
}

function keyOffset(document: Document, path: SpecPath): number | undefined {
  const map = path.length > 0 ? nodeAt(document, path.slice(0, -1)) : undefined
  if (!isMap(map)) return undefined
  const pair = map.items.find(
    (item) => isPair(item) && isScalar(item.key) && item.key.value === path.at(-1),
  )
  return pair && isScalar(pair.key) ? pair.key.range?.[0] : undefined
}

function nodeAt(document: Document, path: SpecPath): unknown {
  return path.length === 0 ? document.contents : document.getIn(path, true)
}
