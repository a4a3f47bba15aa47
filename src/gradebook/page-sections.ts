import type { Exercise } from '../exercise.ts'
import { escapeHtml } from '../reporters/escape-html.ts'
import type { Cluster, GradebookInput } from './gradebook.ts'
import { passRates, scoreBins } from './statistics.ts'

/** How an exercise went: its scores, and which checks were hard. */
export function exerciseHtml(exercise: Exercise, { submissions }: GradebookInput): string {
  const own = submissions.filter((submission) => submission.exercise === exercise.id)
  if (own.length === 0) return ''
  const passed = own.filter(({ row }) => row.status === 'passed').length
  const bins = scoreBins(own).map(({ from, to, count }) => {
    const range = from === 100 ? 'all points' : `${from} to ${to} %`
    return bar(range, count, own.length)
  })
  const rates = passRates(exercise, own).map(({ check, title, passed, decided }) =>
    bar(`${check}: ${title}`, passed, decided),
  )
  return `<section>
<h2>${escapeHtml(`${exercise.id}: ${exercise.title}`)}</h2>
<p>${passed} of ${own.length} passed.</p>
<div class="pair">
${table('Scores', 'Share of the points', bins)}
${table('Checks', 'Passed, of those it could decide about', rates)}
</div>
</section>`
}

function table(caption: string, what: string, rows: readonly string[]): string {
  return `<table class="bars"><caption>${caption}</caption><thead><tr><th scope="col">${what}</th><th scope="col">Submissions</th></tr></thead><tbody>${rows.join('')}</tbody></table>`
}

function bar(label: string, count: number, of: number): string {
  const text = `${count} of ${of}`
  return `<tr><th scope="row">${escapeHtml(label)}</th><td><meter min="0" max="${Math.max(1, of)}" value="${count}" aria-label="${escapeHtml(`${label}: ${text}`)}"></meter> ${text}</td></tr>`
}

const HEADINGS = {
  note: ['Mistakes', 'No known mistake was made.'],
  behaviour: [
    'Failures without a name that do the same',
    'No two wrong answers without a name agree.',
  ],
  likeness: ['The same code in other clothes', 'No two submissions have so much in common.'],
} as const

const REMARK =
  'Names, types, helpers, temporary variables, dead lines and order are no difference here. The rarest and longest come first. This says what is the same, not why.'
/** What is beyond is in the table. */
const MOST_LISTED = 200

export function clustersHtml(clusters: readonly Cluster[], input: GradebookInput): string {
  const kinds = Object.keys(HEADINGS) as Cluster['kind'][]
  return kinds.map((kind) => kindHtml(kind, clusters, input)).join('\n')
}

function kindHtml(
  kind: Cluster['kind'],
  clusters: readonly Cluster[],
  input: GradebookInput,
): string {
  const [heading, none] = HEADINGS[kind]
  const items = clusters.flatMap((cluster, place) =>
    cluster.kind === kind ? [itemHtml(cluster, place, input)] : [],
  )
  const more = items.length - MOST_LISTED
  return `<section>
<h2>${heading}</h2>
${kind === 'likeness' && items.length > 0 ? `<p>${REMARK}</p>` : ''}
${items.length === 0 ? `<p>${none}</p>` : `<ul class="clusters">${items.slice(0, MOST_LISTED).join('')}</ul>`}
${more > 0 ? `<p>${more} smaller ones are not listed.</p>` : ''}
</section>`
}

function itemHtml(cluster: Cluster, place: number, { submissions }: GradebookInput): string {
  const { exercise, members, text, note } = cluster
  const all = submissions.filter((submission) => submission.exercise === exercise).length
  const where = [exercise, ...(cluster.function ? [cluster.function] : [])].join(', ')
  const id = note === undefined ? '' : ` <code>${escapeHtml(note)}</code>`
  const label = escapeHtml(`${members.length} of ${all}, ${where}: ${text}`)
  return `<li><span>${members.length} of ${all}</span> ${escapeHtml(`${where}: ${text}`)}${id} <button type="button" data-cluster="${place}" aria-label="Show ${label}">Show</button> <button type="button" data-plot="${place}" aria-label="Plot ${label}" hidden>Plot</button></li>`
}
