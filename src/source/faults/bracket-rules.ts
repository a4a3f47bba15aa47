import { closerOf, type Stray, type Unclosed } from './brackets.ts'
import { type Explanation, type Fault, is, lineAndColumn, type Rule, shown } from './fault.ts'
import type { Token } from './tokens.ts'

/** `export` or `import` where a bracket above it is still open. */
export const exportInside: Rule = (fault) => {
  const { reason, next, text, brackets } = fault
  if (reason !== 'UnexpectedImportExport' && !is(next, /^(export|import)$/)) return undefined
  const open = brackets.openBefore(next)
  const unclosed = open.filter((opener) => unclosedBy(fault, opener) !== undefined)
  const opener = unclosed.at(-1) ?? open[0]
  if (opener === undefined || closerOf(opener) !== '}') return undefined
  return {
    id: 'export-inside',
    values: {
      found: shown(next),
      opener: '{',
      closer: '}',
      ...lineAndColumn(text, next),
    },
    start: opener.start,
  }
}

/** A bracket that is never closed, or closes nothing, where the parser stumbled over it. */
export const brackets: Rule = (fault) => {
  const { next, brackets } = fault
  const stray = brackets.faults.find((one): one is Stray => one.kind === 'stray' && one.at === next)
  if (stray) return { id: 'closes-nothing', values: { found: shown(next) }, start: next.start }
  const innermost = brackets.openBefore(next).at(-1)
  const unclosed = innermost && unclosedBy(fault, innermost)
  if (unclosed !== undefined) return missing(fault, unclosed)
  const atEnd = brackets.faults.find((one): one is Unclosed => one.kind === 'unclosed')
  return next.kind === 'end' && atEnd ? neverClosed(atEnd.opener) : undefined
}

function unclosedBy({ brackets }: Fault, opener: Token): Unclosed | undefined {
  return brackets.faults.find(
    (one): one is Unclosed => one.kind === 'unclosed' && one.opener === opener,
  )
}

/** Where the closing bracket is missed: behind the last that still belongs to what was opened. */
function missing({ text, next, previous }: Fault, { opener }: Unclosed): Explanation {
  if (next.kind === 'end' || previous === undefined) return neverClosed(opener)
  const values = { opener: shownOpener(opener), closer: closerOf(opener) }
  return {
    id: 'unclosed',
    values: { ...values, ...lineAndColumn(text, opener) },
    start: previous.end,
  }
}

function neverClosed(opener: Token): Explanation {
  const values = { opener: shownOpener(opener), closer: closerOf(opener) }
  const start = opener.kind === 'template' ? opener.end - 2 : opener.start
  return { id: 'never-closed', values, start }
}

function shownOpener(opener: Token): string {
  return opener.kind === 'template' ? '${' : opener.text
}
