import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Exercise } from '../exercise.ts'
import type { Locale } from '../messages/catalogue.ts'
import { spokenPage } from '../messages/spoken-page.ts'
import { packageRoot } from '../package-root.ts'
import { escapeHtml } from '../reporters/escape-html.ts'
import { cleanLine } from '../text/clean-text.ts'
import { jsonForScript } from '../text/script-json.ts'
import { clustersOf } from './clusters.ts'
import type { Cluster, GradebookInput } from './gradebook.ts'
import { pageData, STATES, worthText } from './page-data.ts'
import { clustersHtml, exerciseHtml } from './page-sections.ts'
import { STYLE } from './page-style.ts'
import { inLanguage } from './script-words.ts'

/** The whole page: no network, and nothing runs in it but the script whose hash it names. */
export function gradebookPage(
  input: GradebookInput,
  clusters: readonly Cluster[] = clustersOf(input),
  locale: Locale = 'en',
): string {
  const script = readFileSync(join(packageRoot(), 'dist', 'gradebook-page.js'), 'utf8')
  const rules = input.rules.map((rule) => `<li>${escapeHtml(rule)}</li>`).join('')
  const page = [
    '<!doctype html>',
    '<html lang="en">',
    headHtml(input, script),
    '<body>',
    '<a class="skip" href="#people">Skip to the people</a>',
    `<header><h1>${escapeHtml(input.title)}</h1><p class="quiet">${escapeHtml(input.origin)}</p>`,
    `${rules === '' ? '' : `<ul class="quiet">${rules}</ul>`}</header>`,
    '<main>',
    peopleHtml(input),
    ...input.exercises.map((exercise) => exerciseHtml(exercise, input)),
    clustersHtml(clusters, input.evidenceOf),
    '</main>',
    `<script type="application/json" id="data">${jsonForScript(inLanguage(pageData(input, clusters), locale))}</script>`,
    `<script>${script}</script>`,
    '</body>',
    '</html>\n',
  ].join('\n')
  return spokenPage(page, locale)
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

function peopleHtml({ exercises, people }: GradebookInput): string {
  const sections = [...new Set(people.flatMap(({ sections }) => sections.map(oneLine)))].sort()
  const found = new Set(people.flatMap(({ cells }) => [...cells.values()].map((it) => it.state)))
  const states = STATES.filter((state) => found.has(state))
  const late = people.some(({ cells }) => [...cells.values()].some((cell) => cell.late))
  const ofExercises = exercises.map(({ id, title }) => option(id, `${id} ${title}`))
  return `<section aria-labelledby="people">
<h2 id="people" tabindex="-1">People</h2>
<div class="filters">
<label>Find <input id="find" type="search" autocomplete="off"></label>
<label>Exercise <select id="exercise">${option('', 'any')}${ofExercises.join('')}</select></label>
<label>Result <select id="state">${option('', 'any')}${states.map((state) => option(state, state)).join('')}${late ? option('late', 'late') : ''}</select></label>
<label>Section <select id="section">${option('', 'all')}${sections.map((one) => option(one, one)).join('')}</select></label>
<label class="check"><input id="anonymous" type="checkbox"> Without names</label>
<button type="button" id="clear">Show all</button>
<button type="button" id="print">Print</button>
</div>
<p id="hidden" class="quiet" hidden>Names, numbers and files are hidden on the screen and on paper; the file of this page holds them still.</p>
<p id="count" role="status">${people.length} people</p>
<div class="scroll" id="scroll" tabindex="0" role="region" aria-label="Table of people">
<table id="table" aria-rowcount="${people.length + 1}">
<thead><tr aria-rowindex="1">${columnsHtml(exercises)}</tr></thead>
<tbody></tbody>
</table>
</div>
<noscript><p>The table needs JavaScript; grades.csv beside this page holds the same.</p></noscript>
</section>
<dialog id="person" aria-labelledby="person-title"><h2 id="person-title"></h2><div id="person-text"></div><form method="dialog"><button>Close</button></form></dialog>
<dialog id="plot" aria-labelledby="plot-title"><h2 id="plot-title"></h2><div id="drawing"></div><form method="dialog"><button>Close</button></form></dialog>`
}

function columnsHtml(exercises: readonly Exercise[]): string {
  const own = exercises.map(({ id, checks }, at): [string, string, string] => [
    `grade-${at}`,
    id,
    worthText(checks.reduce((sum, { points }) => sum + points, 0)),
  ])
  const columns: [string, string, string][] = [
    ['name', 'Name', ''],
    ['id', 'Id', ''],
    ['section', 'Section', ''],
    ['total', 'Total', ''],
    ...own,
  ]
  return columns
    .map(
      ([key, label, more]) =>
        `<th scope="col" aria-sort="none" class="${more === '' ? key : 'points'}"><button type="button" data-sort="${key}">${escapeHtml(label)}</button>${more === '' ? '' : ` <span class="quiet">${more}</span>`}</th>`,
    )
    .join('')
}

const oneLine = (text: string) => cleanLine(text)

function option(value: string, text: string): string {
  return `<option value="${escapeHtml(value)}">${escapeHtml(text)}</option>`
}
