import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../package-root.ts'
import { escapeHtml } from '../reporters/escape-html.ts'
import { clustersOf } from './clusters.ts'
import type { GradebookInput } from './gradebook.ts'
import { type PageData, pageData, STATUSES } from './page-data.ts'
import { clustersHtml, exerciseHtml } from './page-sections.ts'
import { STYLE } from './page-style.ts'

/** The whole page: no network, and nothing runs in it but the script whose hash it names. */
export function gradebookPage(input: GradebookInput): string {
  const clusters = clustersOf(input)
  const script = readFileSync(join(packageRoot(), 'dist', 'gradebook-page.js'), 'utf8')
  return [
    '<!doctype html>',
    '<html lang="en">',
    headHtml(input, script),
    '<body>',
    '<a class="skip" href="#submissions">Skip to the submissions</a>',
    `<header><h1>${escapeHtml(input.title)}</h1><p class="quiet">${escapeHtml(input.origin)}</p></header>`,
    '<main>',
    ...input.exercises.map((exercise) => exerciseHtml(exercise, input)),
    clustersHtml(clusters, input),
    submissionsHtml(input),
    '</main>',
    `<script type="application/json" id="data">${jsonForScript(pageData(input, clusters))}</script>`,
    `<script>${script}</script>`,
    '</body>',
    '</html>\n',
  ].join('\n')
}

function headHtml({ title }: GradebookInput, script: string): string {
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(script)}'`,
    `style-src '${hashOf(STYLE)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  return `<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>`
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}

/** JSON in which no text can end the element that it stands in. */
function jsonForScript(data: PageData): string {
  return JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

function submissionsHtml({ exercises, submissions, absent = [] }: GradebookInput): string {
  const all = submissions.length + absent.length
  const sections = [...new Set([...submissions, ...absent].flatMap(({ section }) => section ?? []))]
  const found = new Set([
    ...submissions.map(({ state, row }) => state ?? row.status),
    ...absent.map(({ state }) => state),
  ])
  const states = STATUSES.filter((state) => found.has(state) || ALWAYS.includes(state))
  const ofSections = sections.filter((one) => one !== '').sort()
  const options = exercises.map(({ id, title }) => option(id, `${id} ${title}`)).join('')
  const columns = Object.entries(COLUMNS).map(
    ([key, label]) =>
      `<th scope="col" aria-sort="none"><button type="button" data-sort="${key}">${label}</button></th>`,
  )
  return `<section aria-labelledby="submissions">
<h2 id="submissions" tabindex="-1">Submissions</h2>
<div class="filters">
<label>Find <input id="find" type="search" autocomplete="off"></label>
<label>Exercise <select id="exercise">${option('', 'all')}${options}</select></label>
<label>Result <select id="status">${option('', 'all')}${states.map((state) => option(state, state)).join('')}</select></label>
<label>Section <select id="section">${option('', 'all')}${ofSections.map((one) => option(one, one)).join('')}</select></label>
<label><input id="anonymous" type="checkbox"> Without names</label>
<button type="button" id="clear">Show all</button>
</div>
<p id="count" role="status">${all} submissions</p>
<div class="scroll" id="scroll" tabindex="0" role="region" aria-label="Table of submissions">
<table id="table" aria-rowcount="${all + 1}">
<thead><tr aria-rowindex="1">${columns.join('')}<th scope="col">Checks</th><th scope="col">Look</th></tr></thead>
<tbody></tbody>
</table>
</div>
<noscript><p>The table needs JavaScript; grades.csv beside this page holds the same.</p></noscript>
</section>
<dialog id="plot" aria-labelledby="plot-title"><h2 id="plot-title"></h2><div id="drawing"></div><form method="dialog"><button>Close</button></form></dialog>`
}

const ALWAYS: readonly string[] = ['passed', 'failed', 'errored']

const COLUMNS = {
  student: 'Student',
  exercise: 'Exercise',
  status: 'Result',
  score: 'Points',
  notes: 'Notes',
  file: 'File',
} as const

function option(value: string, text: string): string {
  return `<option value="${escapeHtml(value)}">${escapeHtml(text)}</option>`
}
