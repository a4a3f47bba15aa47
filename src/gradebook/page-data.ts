import { type Curve, decodeScalar } from '../report/report.ts'
import { formatPoints } from '../reporters/format-value.ts'
import { cleanLine } from '../text/clean-text.ts'
import type { Absent, Cluster, GradebookInput, GradedSubmission } from './gradebook.ts'

/** What the page's script is given: short names, since there may be twenty thousand rows. */
export interface PageData {
  readonly statuses: readonly string[]
  readonly rows: readonly PageRow[]
  readonly plots: readonly PagePlot[]
}

/** What is shown of a submission, and what sorts it: text is sorted here, once. */
interface PageRow {
  readonly student: string
  readonly exercise: string
  /** An index into the statuses. */
  readonly status: number
  readonly section: string
  readonly score: number
  readonly points: string
  readonly checks: string
  readonly notes: string
  /** May name files, and so people. */
  readonly why: string
  readonly late: boolean
  readonly file: string
  readonly link: string
  readonly clusters: readonly number[]
  /** An index into the plots, or −1. */
  readonly plot: number
  readonly order: { readonly [column: string]: number }
}

interface PagePlot {
  readonly cluster: number
  readonly title: string
  readonly variable: string
  readonly x: readonly number[]
  readonly got: readonly (number | null)[]
  readonly expected: readonly (number | null)[]
}

/** In the order in which they are sorted: what needs a look comes first. */
export const STATUSES: readonly string[] = [
  'set-aside',
  'not-judged',
  'failed',
  'errored',
  'missing',
  'passed',
  'excused',
  'skipped',
]

const MARKS: Readonly<Record<string, string>> = {
  passed: '✓',
  failed: '✗',
  skipped: '–',
  errored: '!',
}

export function pageData(input: GradebookInput, clusters: readonly Cluster[]): PageData {
  const plots = plotsOf(input, clusters)
  const clustersOfRow = new Map<number, number[]>()
  for (const [place, { members }] of clusters.entries()) {
    for (const member of members) {
      const known = clustersOfRow.get(member)
      if (known) known.push(place)
      else clustersOfRow.set(member, [place])
    }
  }
  const plotOfCluster = new Map(plots.map(({ cluster }, index) => [cluster, index]))
  const { submissions, absent = [] } = input
  const texts = [...submissions.map(textsOf), ...absent.map(absentTexts)]
  const orders = {
    student: ranks(texts, 'student'),
    exercise: ranks(texts, 'exercise'),
    notes: ranks(texts, 'notes'),
    file: ranks(texts, 'file'),
  }
  const orderOf = (index: number) => ({
    student: orders.student[index] as number,
    exercise: orders.exercise[index] as number,
    notes: orders.notes[index] as number,
    file: orders.file[index] as number,
  })
  const judged = submissions.map((submission, index): PageRow => {
    const own = clustersOfRow.get(index) ?? []
    const plot = own.map((cluster) => plotOfCluster.get(cluster)).find((it) => it !== undefined)
    const { row, state = row.status, score = row.score, section = '' } = submission
    return {
      ...(texts[index] as RowTexts),
      status: STATUSES.indexOf(state),
      section,
      score: row.maxScore === 0 ? 0 : score / row.maxScore,
      late: submission.late,
      link: submission.feedback,
      clusters: own,
      plot: plot ?? -1,
      order: orderOf(index),
    }
  })
  const others = absent.map((one, place): PageRow => {
    const index = submissions.length + place
    return {
      ...(texts[index] as RowTexts),
      status: STATUSES.indexOf(one.state),
      section: one.section ?? '',
      score: 0,
      late: false,
      link: '',
      clusters: [],
      plot: -1,
      order: orderOf(index),
    }
  })
  return { statuses: STATUSES, rows: [...judged, ...others], plots }
}

function absentTexts({ student, exercise, why }: Absent): RowTexts {
  const empty = { points: '', checks: '', notes: '', file: '' }
  return { ...empty, student: cleanLine(student), exercise, why: cleanLine(why) }
}

type RowTexts = Pick<
  PageRow,
  'student' | 'exercise' | 'points' | 'checks' | 'notes' | 'why' | 'file'
>

function textsOf({ student, exercise, file, row, score, why }: GradedSubmission): RowTexts {
  const notes = [...new Set(row.checks.flatMap(({ note }) => note ?? []))]
  return {
    student: cleanLine(student),
    exercise,
    points: `${formatPoints(score ?? row.score)} of ${formatPoints(row.maxScore)}`,
    checks: row.checks.map(({ status }) => MARKS[status]).join(''),
    notes: notes.join(', '),
    why: cleanLine(why ?? ''),
    file: cleanLine(file),
  }
}

/** The place of each text among all, as people sort: equal texts share one. */
function ranks(texts: readonly RowTexts[], column: keyof RowTexts): number[] {
  const collator = new Intl.Collator('en', { numeric: true })
  const distinct = [...new Set(texts.map((text) => text[column]))].sort(collator.compare)
  const places = new Map(distinct.map((text, place) => [text, place]))
  return texts.map((text) => places.get(text[column]) as number)
}

/** So many plots may be asked for; the commonest failures have one. */
const MOST_PLOTS = 60

/** One member stands for a cluster of failures: the others compute the same. */
function plotsOf({ curvesOf }: GradebookInput, clusters: readonly Cluster[]): PagePlot[] {
  return clusters
    .flatMap((cluster, place) => (cluster.kind === 'likeness' ? [] : [{ cluster, place }]))
    .slice(0, MOST_PLOTS)
    .flatMap(({ cluster, place }) => {
      const curves = curvesOf(cluster.members[0] as number)
      const found = curves.find((one) => one.function === cluster.function)
      return found ? [plotOf(found.curve, place, cluster)] : []
    })
}

function plotOf(curve: Curve, place: number, { exercise, text, ...cluster }: Cluster): PagePlot {
  const finite = (values: Curve['got']) =>
    values.map(decodeScalar).map((value) => (Number.isFinite(value) ? value : null))
  return {
    cluster: place,
    title: `${exercise}, ${cluster.function}: ${text}`,
    variable: curve.variable,
    x: curve.x.map(decodeScalar),
    got: finite(curve.got),
    expected: finite(curve.expected),
  }
}
