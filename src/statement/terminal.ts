import type { ChalkInstance } from 'chalk'
import type { BlockContent, List, ListItem, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { mathFromMarkdown } from 'mdast-util-math'
import { displayWidth } from '../messages/display-width.ts'
import { wrapped } from '../messages/line-breaks.ts'
import { cleanText } from '../text/clean-text.ts'
import { inlineText } from './inline.ts'
import { latexLines } from './latex.ts'
import { syntax } from './markdown.ts'
import { styledLines } from './styled-text.ts'
import { tableLines } from './table.ts'

/** How far text stands in below its heading, and code in the text. */
const INDENT = 2
/** Longer lines are harder to read than the terminal is wide. */
const WIDEST = 100

/** A statement's Markdown as text for a terminal of so many columns. */
export function statementText(
  markdown: string,
  { columns, chalk }: { readonly columns: number; readonly chalk: ChalkInstance },
): string {
  const tree = fromMarkdown(cleanText(markdown), {
    extensions: syntax,
    mdastExtensions: [gfmTableFromMarkdown(), mathFromMarkdown()],
  })
  const width = Math.min(columns, WIDEST)
  const blocks = tree.children.map((node) => {
    if (node.type === 'heading') return headingLines(node, width, chalk)
    return indented(blockLines(node, width - INDENT, chalk))
  })
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

function headingLines(
  { depth, children }: Extract<RootContent, { type: 'heading' }>,
  width: number,
  chalk: ChalkInstance,
): readonly string[] {
  const lines = styledLines(inlineText(children, chalk, chalk.bold), width)
  if (depth > 1) return lines
  return [...lines, chalk.dim('─'.repeat(Math.max(...lines.map(displayWidth))))]
}

function blockLines(node: RootContent, width: number, chalk: ChalkInstance): readonly string[] {
  switch (node.type) {
    case 'heading':
      return headingLines(node, width, chalk)
    case 'paragraph':
      return styledLines(inlineText(node.children, chalk), width)
    case 'code':
      return indented(codeLines(node.value, width - INDENT).map((line) => chalk.cyan(line)))
    case 'math':
      return indented(latexLines(node.value, width - INDENT))
    case 'table':
      return tableLines(node, width, chalk)
    case 'list':
      return listLines(node, width, chalk)
    case 'blockquote':
      return blocksLines(node.children, width - 2, chalk).map((line) => `${chalk.dim('│')} ${line}`)
    case 'thematicBreak':
      return [chalk.dim('─'.repeat(width))]
    case 'html':
      return styledLines([{ text: node.value }], width)
    default:
      return []
  }
}

/** Blocks within another, a blank line between them. */
function blocksLines(
  nodes: readonly RootContent[],
  width: number,
  chalk: ChalkInstance,
): readonly string[] {
  return nodes.flatMap((node, index) => [
    ...(index > 0 ? [''] : []),
    ...blockLines(node, width, chalk),
  ])
}

function listLines(list: List, width: number, chalk: ChalkInstance): readonly string[] {
  const first = list.start ?? 1
  return list.children.flatMap((item, index) => {
    const sign = list.ordered ? `${first + index}. ` : '• '
    const [head = '', ...more] = itemLines(item, width - sign.length, chalk)
    const blank = index > 0 && list.spread ? [''] : []
    return [...blank, sign + head, ...indented(more, sign.length)]
  })
}

function itemLines(
  { children, spread }: ListItem,
  width: number,
  chalk: ChalkInstance,
): readonly string[] {
  if (spread) return blocksLines(children, width, chalk)
  return children.flatMap((node: BlockContent | RootContent) => blockLines(node, width, chalk))
}

/** Lines of code as they are; where one is too wide it goes on farther in, a comment as one. */
function codeLines(code: string, width: number): readonly string[] {
  return code.split('\n').flatMap((line) => {
    if (displayWidth(line) <= width) return [line]
    const lead = (/^\s*/.exec(line)?.[0] ?? '').slice(0, width / 2)
    const text = line.trim()
    const [head = ''] = wrapped(text, width - lead.length)
    const hang = `${lead}${/(^|\s)\/\/\s/.test(head) ? '// ' : '    '}`
    const rest = wrapped(text.slice(head.length).trim(), width - hang.length)
    return [lead + head, ...rest.map((more) => hang + more)]
  })
}

function indented(lines: readonly string[], columns = INDENT): readonly string[] {
  return lines.map((line) => (line === '' ? '' : ' '.repeat(columns) + line))
}
