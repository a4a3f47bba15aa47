import { createHash } from 'node:crypto'
import { dirname, join } from 'node:path'
import type { CheckKinds } from '../checks/define-check.ts'
import { checkKinds } from '../checks/index.ts'
import { SpecError, type SpecProblem } from '../errors.ts'
import type { Exercise, ReferenceScript } from '../exercise.ts'
import { withoutReturns } from '../text/lines.ts'
import { compileExercise } from './compile.ts'
import { NOTHING_MISSING } from './contradictions/specified.ts'
import type { SpecDefect } from './defect.ts'
import { defectsOf } from './issue-words.ts'
import { compileReferences, REFERENCE_FILE } from './reference-script.ts'
import { salvage } from './salvage.ts'
import { exerciseSchema } from './schema.ts'
import {
  type PositionedSpec,
  readPositions,
  type SpecPath,
  type SpecPosition,
} from './spec-positions.ts'
import { syntaxDefects } from './syntax-words.ts'

/** What stands beside a spec. */
export interface SpecSurroundings {
  /** The folder's name. */
  readonly folder: string
  /** The text of `reference.ts`, where there is one. */
  readonly references?: string | undefined
  /** The kinds of checks that may be asked for; those of the registry by default. */
  readonly kinds?: CheckKinds
}

/**
 * The text of a spec → an exercise.
 * @throws SpecError with every problem that was found
 */
export function parseExercise(text: string, file: string, beside: SpecSurroundings): Exercise {
  const spec = readPositions(text)
  const { document } = spec
  if (document.errors.length > 0) {
    const lineOf = (offset: number) => spec.at(offset).line
    throw new SpecError(
      syntaxDefects(document.errors, lineOf).map(({ start, message, advice }) => ({
        file,
        ...spec.at(start),
        message,
        ...(advice && { advice }),
      })),
    )
  }
  const data = plainData(spec, file)
  const scripts = readScripts(beside.references, join(dirname(file), REFERENCE_FILE))
  const { exercise, defects } = compiled(data, {
    folder: beside.folder,
    sha256: hashOf(text, beside.references),
    kinds: beside.kinds ?? checkKinds,
    ...scripts,
  })
  const own = defects.map((defect) => problemOf(spec, defect, file)).sort(byPlace)
  const problems = [...own, ...scripts.problems]
  if (exercise === undefined || problems.length > 0) throw new SpecError(problems)
  return exercise
}

interface Scripts {
  readonly references?: ReferenceScript
  readonly problems: readonly SpecProblem[]
}

function readScripts(text: string | undefined, file: string): Scripts {
  if (text === undefined) return { problems: [] }
  try {
    return { references: compileReferences(text, file), problems: [] }
  } catch (error) {
    if (!(error instanceof SpecError)) throw error
    return { problems: error.problems }
  }
}

interface Beside extends Scripts {
  readonly folder: string
  readonly sha256: string
  readonly kinds: CheckKinds
}

/** Where a part of the spec is faulty, what is left is looked at as well, so that all is told at once. */
function compiled(
  data: unknown,
  { problems, ...beside }: Beside,
): { readonly exercise?: Exercise; readonly defects: readonly SpecDefect[] } {
  const schema = exerciseSchema(beside.kinds)
  const result = schema.safeParse(data, { reportInput: true })
  const unread = problems.length > 0 ? ['references'] : []
  if (result.success) {
    const missing = { ...NOTHING_MISSING, parts: new Set(unread) }
    return compileExercise(result.data, { ...beside, missing })
  }
  const defects = defectsOf(result.error.issues, schema, data)
  const left = salvage(
    data,
    defects.map(({ path }) => path),
    beside.kinds,
  )
  if (left === undefined) return { defects }
  const parts = new Set([...left.missing.parts, ...unread])
  const more = compileExercise(left.source, { ...beside, missing: { ...left.missing, parts } })
  return { defects: [...defects, ...more.defects.map(left.placed)] }
}

/** Line ends aside: Git may turn them, and the exercise is the same. */
export function hashOf(text: string, references: string | undefined): string {
  const hash = createHash('sha256').update(withoutReturns(text))
  if (references !== undefined) hash.update('\0').update(withoutReturns(references))
  return hash.digest('hex')
}

/** The document as data; what repeats another part, or too much of it, only shows here. */
function plainData(spec: PositionedSpec, file: string): unknown {
  try {
    return spec.document.toJS()
  } catch {
    const message = 'a text cannot begin with *, which repeats what & has named'
    const advice = 'put the text in quotes, or write the repeated part out'
    throw new SpecError([{ file, ...spec.firstAlias(), message, advice }])
  }
}

function byPlace(a: SpecProblem, b: SpecProblem): number {
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0)
}

function problemOf(spec: PositionedSpec, defect: SpecDefect, file: string): SpecProblem {
  const { path, message, advice, atKey } = defect
  const part = partName(atKey ? path.slice(0, -1) : path)
  return {
    file,
    ...positionOf(spec, defect),
    message: part === '' ? message : `${part}: ${message}`,
    ...(advice !== undefined && { advice }),
  }
}

function positionOf(spec: PositionedSpec, { path, atKey, offset }: SpecDefect): SpecPosition {
  if (atKey) return spec.partAt(path)
  return offset === undefined ? spec.valueAt(path) : spec.withinText(path, offset)
}

const LISTS: { readonly [key: string]: string } = {
  checks: 'check',
  mistakes: 'mistake',
  hints: 'hint',
}

/** `functions.cube.formula`, `check 2, points`: entries of lists count from 1. */
function partName(path: SpecPath): string {
  const [key, index, ...rest] = path
  const list = LISTS[String(key)]
  if (list === undefined || typeof index !== 'number') return path.join('.')
  const entry = `${list} ${index + 1}`
  return rest.length === 0 ? entry : `${entry}, ${rest.join('.')}`
}
