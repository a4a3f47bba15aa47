import { readFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { courseRules } from '../batch/ledger/course-rules.ts'
import { parseOverrides } from '../batch/ledger/overrides.ts'
import type { FinishedRun } from '../batch/out/finished-run.ts'
import { OWN_FILES } from '../batch/out/own-names.ts'
import { parseMatches } from '../batch/people/match-file.ts'
import { parseRoster, type Roster } from '../batch/people/roster.ts'
import { sheetColumns } from '../batch/sheet/columns.ts'
import type { CodePage } from '../batch/table/codec.ts'
import { UsageError } from '../errors.ts'
import type { Exercise } from '../exercise.ts'
import { exerciseNamed, type Pack } from '../pack/pack.ts'
import type { Invocation } from './command.ts'
import { courseNames } from './course-names.ts'

export interface Bookkeeping {
  readonly options: Invocation['options']
  readonly cwd: string
  readonly pack: Pack
  readonly exercises: readonly Exercise[]
  /** Where the filled sheet goes; undefined where nothing is kept. */
  readonly out: string | undefined
}

/** Reads all that turns verdicts into grades, before anything is judged. @throws UsageError */
export async function chosenBooks(wanted: Bookkeeping): Promise<FinishedRun['books']> {
  const { options, cwd, pack } = wanted
  const idOf = (name: string) => exerciseNamed(pack, name)?.id
  const page = options.encoding as CodePage | undefined
  const listOf = (option: unknown, what: string) => {
    const read = bytesOf(option, what, cwd)
    return read && parseRoster(read.bytes, read.file, page)
  }
  const sheetRoster = listOf(options.sheet, 'sheet')
  const roster = listOf(options.roster, 'roster') ?? sheetRoster
  const sheet = sheetRoster && sheetPlan(sheetRoster, wanted, idOf)
  const match = bytesOf(options.match, 'match file', cwd)
  const overrides = bytesOf(options.overrides, 'overrides', cwd)
  const course = await courseOf(wanted, roster)
  return {
    roster,
    ...(sheet && { sheet }),
    ...(course && { course }),
    ...(match && { matches: parseMatches(match.bytes, match.file, roster?.people, page) }),
    ...(overrides && {
      overrides: parseOverrides(overrides.bytes, overrides.file, { roster, idOf, page }),
    }),
  }
}

async function courseOf({ options, cwd, pack }: Bookkeeping, roster: Roster | undefined) {
  if (options.course === undefined) return undefined
  const file = String(options.course)
  const names = courseNames(pack, { submissions: [] })
  const { loadCourse } = await import('../course/load-course.ts')
  return courseRules(await loadCourse(resolve(cwd, file), names), roster, file)
}

function bytesOf(option: unknown, what: string, cwd: string) {
  if (typeof option !== 'string') return undefined
  try {
    return { bytes: readFileSync(resolve(cwd, option)), file: option }
  } catch (error) {
    throw new UsageError(`the ${what} ${option} cannot be read`, (error as Error).message)
  }
}

function sheetPlan(
  roster: Roster,
  { options, cwd, exercises, out }: Bookkeeping,
  idOf: (name: string) => string | undefined,
) {
  const { file } = roster.table
  const name = basename(file)
  if (out === undefined) {
    throw new UsageError('a sheet is given back under --out', 'add --out FOLDER')
  }
  if (OWN_FILES.some((own) => own === name.toLowerCase())) {
    throw new UsageError(`a run writes a ${name} of its own`, `rename ${file}, and name it again`)
  }
  if (resolve(out, name) === resolve(cwd, file)) {
    throw new UsageError(`${file} lies where it is to be given back`, 'name another --out')
  }
  const wanted = (options.column as string[] | undefined) ?? []
  const ids = exercises.map(({ id }) => id)
  return { roster, columns: sheetColumns(wanted, roster, { exercises: ids, idOf }) }
}
