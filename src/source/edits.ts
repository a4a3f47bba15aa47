/** Replaces the UTF-16 range [start, end) of a text. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
  /** Of what is written behind something: where that begins. */
  readonly behind?: number
}

export interface EditedText {
  readonly text: string
  /** The offset in the original text of an offset in the edited one. */
  readonly original: (offset: number) => number
}

/**
 * Applies edits. At one place stands first what is written behind something, the innermost first,
 * then what is written before something, then what is replaced. Of two ranges that overlap, the one
 * that begins first and reaches further wins.
 */
export function applyEdits(text: string, edits: readonly Edit[]): EditedText {
  const kept = withoutOverlaps(edits)
  const parts: string[] = []
  const steps: Step[] = []
  let position = 0
  let length = 0
  for (const edit of kept) {
    parts.push(text.slice(position, edit.start), edit.text)
    length += edit.start - position
    steps.push({ at: length, edit })
    length += edit.text.length
    position = edit.end
  }
  parts.push(text.slice(position))
  return { text: parts.join(''), original: (offset) => originalOffset(steps, offset) }
}

/** Spaces for everything in a range but its line breaks: what stands behind keeps its place. */
export function blank(text: string, start: number, end: number): Edit {
  return { start, end, text: text.slice(start, end).replace(/[^\r\n\u2028\u2029]/g, ' ') }
}

interface Step {
  /** Offset in the edited text at which the replacement begins. */
  readonly at: number
  readonly edit: Edit
}

function withoutOverlaps(edits: readonly Edit[]): Edit[] {
  const sorted = edits.toSorted((a, b) => a.start - b.start || order(a, b))
  const kept: Edit[] = []
  let reach = 0
  for (const edit of sorted) {
    if (edit.start < reach) continue
    kept.push(edit)
    reach = edit.end
  }
  return kept
}

function order(a: Edit, b: Edit): number {
  const byKind = kindOf(a) - kindOf(b)
  if (byKind !== 0) return byKind
  return a.behind !== undefined && b.behind !== undefined ? b.behind - a.behind : b.end - a.end
}

/** Behind something, before something, in the place of something. */
function kindOf({ start, end, behind }: Edit): number {
  if (start !== end) return 2
  return behind === undefined ? 1 : 0
}

function originalOffset(steps: readonly Step[], offset: number): number {
  let origin = offset
  for (const { at, edit } of steps) {
    if (at > offset) break
    const behind = offset - at - edit.text.length
    origin = behind >= 0 ? edit.end + behind : Math.min(edit.start + (offset - at), edit.end)
  }
  return origin
}
