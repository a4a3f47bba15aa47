import { micromark } from 'micromark'
import { gfmTableHtml } from 'micromark-extension-gfm-table'
import { syntax } from './markdown.ts'
import { mathHtml } from './math-html.ts'

/**
 * A statement's Markdown as HTML. What looks like HTML in it becomes text, and a link of an unknown
 * protocol leads nowhere: micromark's own rule where nobody asks for another one. The title is left
 * out, for the page has it already.
 */
export function statementHtml(markdown: string): string {
  const body = markdown.replace(/^\s*# .*\n/, '')
  const html = micromark(body, { extensions: syntax, htmlExtensions: [gfmTableHtml(), mathHtml] })
  return html
    .replaceAll('<table>', '<div class="scroll" tabindex="0" role="group"><table>')
    .replaceAll('</table>', '</table></div>')
    .replaceAll('<pre>', '<pre dir="ltr" tabindex="0">')
}
