import { cleanLine, cleanText } from '../text/clean-text.ts'

const ZERO_WIDTH_SPACE = '\u200b'

/**
 * Text inside a line of GitHub's or GitLab's Markdown, also inside a table: it shows as written.
 * Punctuation is escaped; `@name`, `#1` and `!1` get a space of no width, so that nobody is called.
 */
export function escapeMarkdown(text: string): string {
  return cleanLine(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/[\\`*_{}[\]()>#+\-.!|~$"'^=]|:(?=\S)/g, '\\$&')
    .replace(/(@|\\#|\\!|\\~|%|\\\$)(?=\w)/g, `$1${ZERO_WIDTH_SPACE}`)
}

/** The same in the type of code. A span of backticks could not hold a table's `|`. */
export function markdownCode(text: string): string {
  return `<code>${escapeMarkdown(text)}</code>`
}

/** A block whose fence is longer than any that the text holds. */
export function markdownBlock(text: string, language = 'text'): string {
  const clean = cleanText(text)
  const longest = Math.max(2, ...[...clean.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}${language}\n${clean}\n${fence}`
}
