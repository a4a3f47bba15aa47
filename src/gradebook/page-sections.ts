import type { Exercise } from '../exercise.ts'
import { escapeHtml } from '../reporters/escape-html.ts'
import { type Cluster, type GradebookInput, submissionsOf } from './gradebook.ts'
import { STATES } from './page-data.ts'
import { passRates, scoreBins } from './statistics.ts'

/** How an exercise went: what became of everybody's work, the scores, and which checks were hard. */
export function exerciseHtml(exercise: Exercise, input: GradebookInput): string {
  const own = submissionsOf(input).filter((submission) => submission.exercise === exercise.id)
  const bins = scoreBins(own).map(({ from, to, count }) => {
    const range = from === 100 ? 'all points' : `${from} to ${to} %`
    return bar(range, count, own.length)
  })
  const rates = passRates(exercise, own).map(({ check, title, passed, decided }) =>
    bar(checkText(check, title), passed, decided),
  )
  const tables = `<div class="pair">
${table('Scores, before any rule', 'Share of the points', bins)}
${table('Checks', 'Passed, of those it could decide about', rates)}
</div>`
  return `<section>
<h2>${escapeHtml(`${exercise.id}: ${exercise.title}`)}</h2>
${statesHtml(exercise.id, input)}
${own.length === 0 ? '<p>No answer has a verdict.</p>' : tables}
</section>`
}

/** Most titles say what the id says. */
function checkText(id: string, title: string): string {
  const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
  return plain(id) === plain(title) ? title : `${id}: ${title}`
}

/** Each state with its number of people; it shows them in the table. */
function statesHtml(exercise: string, { people }: GradebookInput): string {
  const counts = new Map<string, number>()
  for (const { cells } of people) {
    const state = cells.get(exercise)?.state ?? 'missing'
    counts.set(state, (counts.get(state) ?? 0) + 1)
  }
  const items = STATES.filter((state) => counts.has(state)).map(
    (state) =>
      `<li><button type="button" data-state="${state}" data-exercise="${escapeHtml(exercise)}">${counts.get(state)} ${state}</button></li>`,
  )
  return `<ul class="states" aria-label="People by result">${items.join('')}</ul>`
}

function table(caption: string, what: string, rows: readonly string[]): string {
  return `<table class="bars"><caption>${caption}</caption><thead><tr><th scope="col">${what}</th><th scope="col">Answers</th></tr></thead><tbody>${rows.join('')}</tbody></table>`
}

function bar(label: string, count: number, of: number): string {
  const text = `${count} of ${of}`
  return `<tr><th scope="row">${escapeHtml(label)}</th><td><meter min="0" max="${Math.max(1, of)}" value="${count}" aria-label="${escapeHtml(`${label}: ${text}`)}"></meter> <span>${text}</span></td></tr>`
}

const HEADINGS = {
  note: ['Mistakes', 'No known mistake was made.'],
  behaviour: [
    'Failures without a name that do the same',
    'No two wrong answers without a name agree.',
  ],
  likeness: ['The same code in other clothes', 'No two answers have so much in common.'],
} as const

const REMARK =
  'Names, types, helpers, temporary variables, dead lines and order are no difference here. The rarest and longest come first. This says what is the same, not why.'

/** The lists are filled by the script: they name people, whose names may be hidden. */
export function clustersHtml(
  clusters: readonly Cluster[],
  evidenceOf: GradebookInput['evidenceOf'],
): string {
  const kinds = Object.keys(HEADINGS) as Cluster['kind'][]
  const like = clusters.filter(({ kind }) => kind === 'likeness')
  const shown = like.filter((cluster) => evidenceOf?.(cluster) !== undefined).length
  const remark =
    shown > 0 && shown < like.length ? `${REMARK} ${unshown(shown, like.length)}` : REMARK
  return kinds.map((kind) => kindHtml(kind, clusters, kind === 'likeness' ? remark : '')).join('\n')
}

function unshown(shown: number, all: number): string {
  return `The ${shown} strongest groups have a page that shows two answers side by side; the other ${all - shown} stand in this list alone, and each person's row names the file.`
}

function kindHtml(kind: Cluster['kind'], clusters: readonly Cluster[], remark: string): string {
  const [heading, none] = HEADINGS[kind]
  const any = clusters.some((cluster) => cluster.kind === kind)
  const list = `${remark === '' ? '' : `<p>${remark}</p>`}
<ul class="clusters" data-kind="${kind}"></ul><button type="button" data-more="${kind}" hidden></button>`
  return `<section>
<h2>${heading}</h2>
${any ? list : `<p>${none}</p>`}
</section>`
}
