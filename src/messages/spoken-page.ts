import type { Locale } from './catalogue.ts'
import { translate } from './languages.ts'

/** What is no prose, whole; a tag; a stretch of text. */
const PARTS = /<(script|style|pre|code)\b[\s\S]*?<\/\1>|<[^>]*>|[^<]+/g

/**
 * A page that was written in English, in another language: its texts and the labels of its parts.
 * Programs and data in it stay as they are.
 */
export function spokenPage(html: string, locale: Locale): string {
  if (locale === 'en') return html
  const say = (text: string) => translate(text, locale)
  return html.replace(PARTS, (part, kept?: string) => {
    if (kept !== undefined) return part
    return part.startsWith('<') ? tagIn(part, locale) : said(part, say)
  })
}

function tagIn(tag: string, locale: Locale): string {
  if (tag.startsWith('<html')) return tag.replace('lang="en"', `lang="${locale}"`)
  return tag.replace(/(aria-label)="([^"]*)"/, (_, name, text) => {
    return `${name}="${translate(text, locale)}"`
  })
}

function said(text: string, say: (text: string) => string): string {
  const [, before = '', inner = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? []
  return inner === '' ? text : `${before}${say(inner)}${after}`
}
