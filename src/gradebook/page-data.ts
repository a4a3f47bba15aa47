import { createHash } from 'node:crypto'
import { type Curve, decodeScalar } from '../report/report.ts'
import { formatPoints } from '../reporters/format-value.ts'
import { cleanLine } from '../text/clean-text.ts'
import {
  type Cluster,
  type GradebookInput,
  type GradebookPerson,
  type PersonCell,
  submissionsOf,
} from './gradebook.ts'

/**
 * What the page's script is given: a column each, since there may be twenty thousand rows. Texts
 * that many rows share are numbers of `texts`.
 */
export interface PageData {
  readonly states: readonly string[]
  readonly exercises: readonly string[]
  readonly texts: readonly string[]
  readonly people: PeopleColumns
  /** By exercise. */
  readonly cells: readonly CellColumns[]
  readonly clusters: readonly PageCluster[]
  readonly plots: readonly PagePlot[]
}

interface PeopleColumns {
  readonly name: readonly string[]
  readonly id: readonly string[]
  readonly sections: readonly (readonly number[])[]
  readonly feedback: readonly string[]
  readonly total: readonly number[]
  readonly most: readonly number[]
  /** Exercises that the total leaves out. */
  readonly dropped: readonly number[]
  /** Places as people sort names and ids. */
  readonly byName: readonly number[]
  readonly byId: readonly number[]
  /** What stands for the name where names are hidden: no order of the class. */
  readonly number: readonly number[]
}

interface CellColumns {
  /** Indices into the states. */
  readonly state: readonly number[]
  readonly score: readonly number[]
  readonly most: readonly number[]
  readonly late: readonly (0 | 1)[]
  readonly why: readonly number[]
  readonly notes: readonly number[]
  readonly checks: readonly number[]
  readonly file: readonly string[]
}

interface PageCluster {
  readonly kind: Cluster['kind']
  readonly exercise: number
  readonly title: string
  readonly note: string
  /** Of how many people with a verdict they are. */
  readonly of: number
  readonly people: readonly number[]
  /** An index into the plots, or −1. */
  readonly plot: number
  /** A page that shows what two of them have in common; empty where there is none. */
  readonly evidence: string
}

interface PagePlot {
  readonly title: string
  readonly variable: string
  readonly x: readonly number[]
  readonly got: readonly (number | null)[]
  readonly expected: readonly (number | null)[]
}

/** In the order in which they are sorted: what needs a look comes first. */
export const STATES: readonly string[] = [
  'set-aside',
  'not-judged',
  'errored',
  'failed',
  'missing',
  'excused',
  'passed',
]

const MARKS: Readonly<Record<string, string>> = {
  passed: '✓',
  failed: '✗',
  skipped: '–',
  errored: '!',
}

export function pageData(input: GradebookInput, clusters: readonly Cluster[]): PageData {
  const { people, exercises } = input
  const texts = numbered()
  const plots: PagePlot[] = []
  return {
    states: STATES,
    exercises: exercises.map(({ id }) => id),
    people: {
      name: people.map(({ name }) => cleanLine(name)),
      id: people.map(({ id }) => cleanLine(id)),
      sections: people.map(({ sections }) => sections.map((one) => texts.of(cleanLine(one)))),
      feedback: people.map(({ feedback }) => feedback),
      total: people.map(({ total }) => total.score),
      most: people.map(({ total }) => total.maxScore),
      dropped: people.map(({ dropped }) => texts.of(dropped.join(', '))),
      byName: places(people.map(({ name }) => name)),
      byId: places(people.map(({ id }) => id)),
      number: numbersOf(people),
    },
    cells: exercises.map(({ id }) => cellColumns(people, id, texts.of)),
    clusters: pageClusters(input, clusters, plots),
    plots,
    texts: texts.all,
  }
}

/** Each text once, by its number. */
function numbered() {
  const all: string[] = []
  const known = new Map<string, number>()
  const of = (text: string) => {
    const place = known.get(text) ?? all.push(text) - 1
    known.set(text, place)
    return place
  }
  return { all, of }
}

const NOTHING: PersonCell = {
  state: 'missing',
  score: 0,
  maxScore: 0,
  why: '',
  late: false,
  file: '',
}

function cellColumns(
  people: readonly GradebookPerson[],
  exercise: string,
  textOf: (text: string) => number,
): CellColumns {
  const cells = people.map(({ cells }) => cells.get(exercise) ?? NOTHING)
  const notesOf = ({ row }: PersonCell) =>
    [...new Set(row?.checks.flatMap(({ note }) => note ?? []))].join(', ')
  const checksOf = ({ row }: PersonCell) =>
    (row?.checks ?? []).map(({ status }) => MARKS[status]).join('')
  return {
    state: cells.map(({ state }) => STATES.indexOf(state)),
    score: cells.map(({ score }) => score),
    most: cells.map(({ maxScore }) => maxScore),
    late: cells.map(({ late }) => (late ? 1 : 0)),
    why: cells.map(({ why }) => textOf(cleanLine(why))),
    notes: cells.map((cell) => textOf(notesOf(cell))),
    checks: cells.map((cell) => textOf(checksOf(cell))),
    file: cells.map(({ file }) => cleanLine(file)),
  }
}

/** The place of each text among all, as people sort: equal texts share one. */
function places(texts: readonly string[]): number[] {
  const collator = new Intl.Collator('en', { numeric: true })
  const distinct = [...new Set(texts)].sort(collator.compare)
  const place = new Map(distinct.map((text, at) => [text, at]))
  return texts.map((text) => place.get(text) as number)
}

/** In the order of hashes, so that a number says nothing of a name. */
function numbersOf(people: readonly GradebookPerson[]): number[] {
  const hashes = people.map(({ key }, at) => ({ at, hash: hashOf(key) }))
  const numbers = new Array<number>(people.length).fill(0)
  const sorted = hashes.sort((one, other) => (one.hash < other.hash ? -1 : 1))
  for (const [place, { at }] of sorted.entries()) numbers[at] = place + 1
  return numbers
}

function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('hex')
}

/** So many plots may be asked for; the commonest failures have one. */
const MOST_PLOTS = 60

function pageClusters(
  input: GradebookInput,
  clusters: readonly Cluster[],
  plots: PagePlot[],
): PageCluster[] {
  const submissions = submissionsOf(input)
  const judged = new Map<string, number>()
  for (const { exercise } of submissions) judged.set(exercise, (judged.get(exercise) ?? 0) + 1)
  return clusters.map((cluster): PageCluster => {
    const { kind, exercise, members, text, note = '' } = cluster
    const own = members.map((member) => submissions[member] as (typeof submissions)[number])
    const where = [exercise, ...(cluster.function ? [cluster.function] : [])].join(', ')
    return {
      kind,
      exercise: input.exercises.findIndex(({ id }) => id === exercise),
      title: cleanLine(`${where}: ${text}`),
      note,
      of: judged.get(exercise) ?? 0,
      people: [...new Set(own.map(({ person }) => person))],
      plot: plotOf(cluster, input.curvesOf, own[0]?.cell, plots),
      evidence: input.evidenceOf?.(cluster) ?? '',
    }
  })
}

/** One member stands for a cluster of failures: the others compute the same. */
function plotOf(
  cluster: Cluster,
  curvesOf: GradebookInput['curvesOf'],
  cell: PersonCell | undefined,
  plots: PagePlot[],
): number {
  if (cluster.kind === 'likeness' || cell === undefined || plots.length >= MOST_PLOTS) return -1
  const found = curvesOf(cell).find((one) => one.function === cluster.function)
  if (found === undefined) return -1
  const title = `${cluster.exercise}, ${cluster.function}: ${cluster.text}`
  return plots.push(pagePlot(found.curve, title)) - 1
}

function pagePlot(curve: Curve, title: string): PagePlot {
  const finite = (values: Curve['got']) =>
    values.map(decodeScalar).map((value) => (Number.isFinite(value) ? value : null))
  return {
    title,
    variable: curve.variable,
    x: curve.x.map(decodeScalar),
    got: finite(curve.got),
    expected: finite(curve.expected),
  }
}

/** `of 10`, for the headings of columns. */
export function worthText(points: number): string {
  return `of ${formatPoints(points)}`
}
