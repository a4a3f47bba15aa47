import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Cluster, type GradedSubmission, submissionsOf } from '../../gradebook/gradebook.ts'
import type { Locale } from '../../messages/catalogue.ts'
import { spokenPage } from '../../messages/spoken-page.ts'
import { makeFolder, writeFileWhole } from '../../whole-file.ts'
import type { Evidence } from '../likeness/evidence.ts'
import { type Author, evidencePage, type Pair } from '../likeness/evidence-page.ts'
import type { FinishedRun } from './finished-run.ts'
import type { Gradebook } from './gradebook.ts'

/** The folder of its pages, under that of the results. */
export const LIKENESS = 'likeness'

/** So many pairs a page are shown, and so many in all, the strongest evidence first: each takes time. */
const MOST_PAIRS = 10
export const MOST_IN_ALL = 1000

/** Writes what like answers have in common, side by side; returns the way to each group's page. */
export async function writeLikeness(
  run: Pick<FinishedRun, 'codeOf' | 'starters'>,
  { input, resultOf }: Gradebook,
  clusters: readonly Cluster[],
  { folder, locale }: { readonly folder: string; readonly locale: Locale },
): Promise<ReadonlyMap<Cluster, string>> {
  const groups = clusters.filter(({ kind }) => kind === 'likeness')
  const budget = pairsToShow(groups)
  const names = new Map([...budget.keys()].map((cluster, at) => [cluster, pageName(at)] as const))
  clearStale(join(folder, LIKENESS), new Set(names.values()))
  if (names.size === 0) return names
  makeFolder(join(folder, LIKENESS))
  // With the parser: most runs have nothing to show.
  const { evidenceOf } = await import('../likeness/evidence.ts')
  const submissions = submissionsOf(input)
  const codeOf = async ({ cell }: GradedSubmission) => {
    const result = resultOf(cell)
    return result && run.codeOf(result)
  }
  for (const [cluster, name] of names) {
    const place = groups.indexOf(cluster) + 1
    const authors = authorsOf(cluster, submissions, input.people)
    const pairs: Pair[] = []
    for (const { one, other, text } of (cluster.pairs ?? []).slice(0, budget.get(cluster))) {
      const [left, right] = [submissions[one], submissions[other]] as [
        GradedSubmission,
        GradedSubmission,
      ]
      const [code, like] = [await codeOf(left), await codeOf(right)]
      const own = run.starters?.get(cluster.exercise) ?? new Set<number>()
      const evidence: Evidence | undefined = code && like && evidenceOf(code, like, own)
      const authorOf = ({ cell: { file } }: GradedSubmission) => authors.get(file) as Author
      pairs.push({
        one: authorOf(left),
        other: authorOf(right),
        text,
        ...(evidence && { evidence }),
      })
    }
    const title = `${cluster.exercise}: ${authors.size} answers that are alike (${place} of ${groups.length})`
    const more = (cluster.pairs ?? []).length - pairs.length
    const page = evidencePage({ title, authors: [...authors.values()], pairs, more })
    await writeFileWhole(join(folder, LIKENESS, name), spokenPage(page, locale))
  }
  return new Map([...names].map(([cluster, name]) => [cluster, `${LIKENESS}/${name}`]))
}

/** How many pairs of each group are shown: one of every group before a second of any. */
export function pairsToShow(groups: readonly Cluster[]): ReadonlyMap<Cluster, number> {
  const shown = groups.slice(0, MOST_IN_ALL)
  let left = MOST_IN_ALL - shown.length
  return new Map(
    shown.map((cluster) => {
      const more = Math.min(MOST_PAIRS - 1, (cluster.pairs ?? []).length - 1, left)
      left -= Math.max(0, more)
      return [cluster, 1 + Math.max(0, more)]
    }),
  )
}

function pageName(at: number): string {
  return `${String(at + 1).padStart(3, '0')}.html`
}

/** By file: of a group's answer, all its members. */
function authorsOf(
  { members }: Cluster,
  submissions: readonly GradedSubmission[],
  people: Gradebook['input']['people'],
): Map<string, Author> {
  const authors = new Map<string, Author>()
  for (const member of members) {
    const { person, cell } = submissions[member] as GradedSubmission
    const { name = '', id = '' } = people[person] ?? {}
    const called = id === '' ? name : `${name} (${id})`
    const known = authors.get(cell.file)?.people ?? []
    authors.set(cell.file, { people: [...known, called], file: cell.file })
  }
  return authors
}

/** Pages of an earlier run would accuse people of what is no more. */
function clearStale(folder: string, names: ReadonlySet<string>): void {
  for (const name of namesIn(folder)) {
    if (/^\d+\.html$/.test(name) && !names.has(name)) rmSync(join(folder, name))
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}
