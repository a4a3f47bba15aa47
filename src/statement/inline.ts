import type { ChalkInstance } from 'chalk'
import type { PhrasingContent } from 'mdast'
import { latexLine } from './latex.ts'
import type { StyledText } from './styled-text.ts'

/** What stands in a line, without its Markdown: code and stress are told by colours alone. */
export function inlineText(
  nodes: readonly PhrasingContent[],
  chalk: ChalkInstance,
  paint?: ChalkInstance,
): StyledText {
  return nodes.flatMap((node): StyledText => {
    switch (node.type) {
      case 'text':
        return [{ text: joined(node.value), paint }]
      case 'inlineCode':
        return [{ text: node.value, paint: chalk.cyan }]
      case 'inlineMath':
        return [{ text: latexLine(node.value), paint }]
      case 'emphasis':
        return inlineText(node.children, chalk, (paint ?? chalk).italic)
      case 'strong':
        return inlineText(node.children, chalk, (paint ?? chalk).bold)
      case 'link':
        return [...inlineText(node.children, chalk, paint), ...address(node.url, node.children)]
      case 'image':
        return [{ text: node.alt ?? '', paint }, ...address(node.url, [])]
      case 'break':
        return [{ text: '\n' }]
      case 'html':
        return [{ text: node.value, paint }]
      default:
        return 'children' in node ? inlineText(node.children, chalk, paint) : []
    }
  })
}

/** Where a link leads, if that is of use outside of the folder of the statement. */
function address(url: string, [first]: readonly PhrasingContent[]): StyledText {
  const isSaid = first?.type === 'text' && url.endsWith(first.value)
  return /^https?:/.test(url) && !isSaid ? [{ text: ` (${url})` }] : []
}

/** The lines of a paragraph as one; scripts without spaces are joined without one. */
function joined(text: string): string {
  const wide = '[\\p{Script=Han}\\u3000-\\u303f\\uff00-\\uff60]'
  return text
    .replace(new RegExp(`(?<=${wide})\\s*\\n\\s*(?=${wide})`, 'gu'), '')
    .replace(/\s*\n\s*/g, ' ')
}
