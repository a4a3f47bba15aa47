import { createHash } from 'node:crypto'
import { escapeHtml } from '../../reporters/escape-html.ts'
import type { Evidence, MarkedFile, Piece } from './evidence.ts'

/** Whose an answer is; a group's has several people. */
export interface Author {
  readonly people: readonly string[]
  readonly file: string
}

export interface Pair {
  readonly one: Author
  readonly other: Author
  readonly text: string
  /** Absent where a file is no more what it was when it was judged. */
  readonly evidence?: Evidence
}

export interface LikenessPage {
  readonly title: string
  readonly authors: readonly Author[]
  readonly pairs: readonly Pair[]
  /** How many more pairs there are than the page shows. */
  readonly more: number
}

/** Two answers side by side, for each pair of a group: no script, no network. */
export function evidencePage({ title, authors, pairs, more }: LikenessPage): string {
  const people = authors.map(
    ({ people, file }) =>
      `<li>${escapeHtml(people.join(', '))} <span class="quiet">${escapeHtml(file)}</span></li>`,
  )
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
<p>${REMARK}</p>
<ul class="people">${people.join('')}</ul>
${pairs.map(pairHtml).join('\n')}
${more > 0 ? `<p>${more} more answers are like these; the table of the gradebook shows whose.</p>` : ''}
</main>
</body>
</html>
`
}

const REMARK =
  'Marked is what is the same but for names, types, helpers, temporary variables, dead lines and order; equal numbers belong together, and lead from one column to the other. What stands in the starter is not marked. This says what is the same, not why.'

function pairHtml({ one, other, text, evidence }: Pair, index: number): string {
  const heading = `${one.people.join(', ')} and ${other.people.join(', ')}`
  return `<section>
<h2>${escapeHtml(heading)}</h2>
<p>${escapeHtml(text)}${evidence?.cut ? ' Of long programs only the beginning was compared.' : ''}</p>
${evidence === undefined ? GONE : columnsHtml(evidence, one, other, index)}
</section>`
}

const GONE =
  '<p>The files cannot be shown: they are not there any more as they were judged. Grade the download again.</p>'

function columnsHtml(evidence: Evidence, one: Author, other: Author, index: number): string {
  const column = (files: readonly MarkedFile[], { people }: Author, side: Side) => {
    const seen = new Set<number>()
    const texts = files.map(
      ({ name, pieces }) =>
        `<h4>${escapeHtml(name)}</h4><pre tabindex="0" aria-label="${escapeHtml(`${name} of ${people.join(', ')}`)}">${pieces.map((piece) => pieceHtml(piece, index, side, seen)).join('')}</pre>`,
    )
    return `<div><h3>${escapeHtml(people.join(', '))}</h3>${texts.join('')}</div>`
  }
  return `<div class="columns">${column(evidence.one, one, 'a')}${column(evidence.other, other, 'b')}</div>`
}

type Side = 'a' | 'b'

/** The first piece of a stretch has its number, which leads to the other column. */
function pieceHtml({ text, stretch }: Piece, pair: number, side: Side, seen: Set<number>): string {
  if (stretch === undefined) return escapeHtml(text)
  const mark = `<mark class="s${stretch % COLOURS.length}">${escapeHtml(text)}</mark>`
  if (seen.has(stretch)) return mark
  seen.add(stretch)
  const idOf = (of: Side) => `p${pair + 1}${of}${stretch}`
  const there = side === 'a' ? 'b' : 'a'
  const where = side === 'a' ? 'right' : 'left'
  return `<a class="number" id="${idOf(side)}" href="#${idOf(there)}" aria-label="stretch ${stretch}, to its place on the ${where}">${stretch}</a>${mark}`
}

const COLOURS = [
  ['#ffe58a', '#5c4a00'],
  ['#bfe3ff', '#0b4a75'],
  ['#c9f0c4', '#14532d'],
  ['#ffd1dc', '#7a1f3d'],
  ['#e2d4ff', '#4b2a86'],
  ['#ffdcb8', '#6b3d00'],
] as const

const STYLE = `
:root { color-scheme: light dark; --page: #fff; --text: #1a1a1a; --quiet: #555; --line: #8886; --soft: #f6f8fa; --link: #0550ae }
@media (prefers-color-scheme: dark) { :root { --page: #121212; --text: #eee; --quiet: #bbb; --soft: #1b1c1f; --link: #8ab4f8 } }
* { box-sizing: border-box }
body { background: var(--page); color: var(--text); font: 15px/1.45 system-ui, sans-serif; margin: 0 auto; max-width: 100rem; padding: 1rem }
h1 { font-size: 1.4rem } h2 { font-size: 1.1rem; margin: 2rem 0 .25rem; border-top: 1px solid var(--line); padding-top: 1rem } h3 { font-size: 1rem; margin: .5rem 0 0 } h4 { font-size: .9rem; font-weight: normal; color: var(--quiet); margin: 0 0 .25rem }
h1, h2, h3, h4, p, li { overflow-wrap: anywhere } .quiet { color: var(--quiet) } p { max-width: 60rem }
.people { columns: 22rem; padding-left: 1.2rem }
.columns { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 1rem }
pre { background: var(--soft); border: 1px solid var(--line); border-radius: 5px; padding: .6rem .75rem; overflow: auto; font: 13px/1.5 ui-monospace, Menlo, Consolas, monospace; tab-size: 2 }
.number { display: inline-block; font-size: .8em; min-width: 1.5em; text-align: center; border: 1px solid var(--link); border-radius: 3px; margin-right: .2em; color: var(--link); text-decoration: none; line-height: 1.2 } .number:target { background: var(--link); color: var(--page) }
mark { color: #1a1a1a; border-radius: 2px } ${COLOURS.map(([light], at) => `mark.s${at} { background: ${light} }`).join(' ')}
@media (prefers-color-scheme: dark) { mark { color: #fff } ${COLOURS.map(([, dark], at) => `mark.s${at} { background: ${dark} }`).join(' ')} }
:focus-visible { outline: 3px solid var(--link); outline-offset: 1px }
@media (max-width: 44rem) { .columns { grid-template-columns: minmax(0, 1fr) } }
@media print { body { font-size: 10px; max-width: none } pre { font-size: 8px; white-space: pre-wrap } mark { print-color-adjust: exact } }
`

const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')
