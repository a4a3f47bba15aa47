import { UsageError } from '../../errors.ts'
import { readText } from '../../read-text.ts'
import type { Student } from '../inventory.ts'
import type { Identifier } from '../people/identifier.ts'
import { type Layout, ofNobody, type Placement, studentNamed } from './layout.ts'

const METADATA = 'submission_metadata.yml'

/** `submission_metadata.yml` and a folder `submission_{id}` each, as Gradescope exports them. */
export const gradescope: Layout = {
  name: 'gradescope',
  summary: 'Gradescope: submission_metadata.yml and submission_123/ ("Export Submissions")',
  recognise: ({ files }) => (files.includes(METADATA) ? `there is a ${METADATA}` : undefined),
  open: async ({ pathOf }) => {
    const facts = await readMetadata(pathOf(METADATA))
    return (file) => place(file, facts)
  },
}

interface Fact {
  readonly student: Student
  readonly attempt?: number
  readonly at?: string
  readonly earlier?: number
}

function place(file: string, facts: ReadonlyMap<string, Fact>): Placement {
  if (file === METADATA) return ofNobody('says who handed in what; it was read')
  const [, folder = '', name = ''] = /^(submission_\d+)\/(.+)$/.exec(file) ?? []
  if (folder === '') return ofNobody('outside the folders of submissions')
  const fact = facts.get(folder) ?? { student: studentNamed(folder) }
  return { kind: 'of-student', ...fact, name }
}

/** The keys are Ruby's symbols: they start with a colon. */
async function readMetadata(file: string): Promise<Map<string, Fact>> {
  const { parse } = await import('yaml')
  const facts = new Map<string, Fact>()
  const content = parseOrExplain(parse, await readText(file), file)
  for (const [folder, entry] of Object.entries(isRecord(content) ? content : {})) {
    if (isRecord(entry)) facts.set(folder, factOf(folder, entry))
  }
  return facts
}

function parseOrExplain(parse: (text: string) => unknown, text: string, file: string): unknown {
  try {
    return parse(text)
  } catch (error) {
    const [first] = (error as Error).message.split('\n')
    throw new UsageError(`${file} cannot be read: ${first}`, 'or name another layout by --layout')
  }
}

function factOf(folder: string, entry: Record<string, unknown>): Fact {
  const submitters = Array.isArray(entry[':submitters'])
    ? entry[':submitters'].filter(isRecord)
    : []
  const time = timeOf(entry)
  const earlier = earlierUploads(entry, time)
  const fact = { student: studentOf(folder, submitters), ...(earlier > 0 && { earlier }) }
  return Number.isNaN(time) ? fact : { ...fact, attempt: time, at: new Date(time).toISOString() }
}

function timeOf({ ':created_at': created }: Record<string, unknown>): number {
  return created instanceof Date ? created.getTime() : Date.parse(isoTime(String(created)))
}

/**
 * The export holds the active submission alone; `:history:` tells when the others came. An older
 * one may be active, and what the autograder could not judge was no attempt.
 */
function earlierUploads(entry: Record<string, unknown>, active: number): number {
  const history = Array.isArray(entry[':history']) ? entry[':history'].filter(isRecord) : []
  return history.filter((one) => one[':autograder_error'] !== true && !(timeOf(one) >= active))
    .length
}

/** A group hands in one folder: its members together are the student. */
function studentOf(folder: string, submitters: readonly Record<string, unknown>[]): Student {
  const all = (key: string) => submitters.flatMap((one) => textOf(one[key]) ?? [])
  const names = all(':name').join(' & ')
  const ids = all(':sid').join(' & ')
  const emails = all(':email').join(' & ')
  return {
    key: ids || emails || names || folder,
    name: names || emails || folder,
    id: ids || null,
    email: emails || null,
    readings: [{ kind: 'people', members: submitters.map(identifiersOf) }],
  }
}

function identifiersOf(submitter: Record<string, unknown>): Identifier[] {
  const kinds = [
    [':sid', 'sis'],
    [':email', 'email'],
    [':name', 'name'],
  ] as const
  return kinds.flatMap(([key, kind]) => {
    const value = textOf(submitter[key])
    return value === undefined || value === '' ? [] : [{ kind, value }]
  })
}

/** `2026-09-20 10:00:00.000000000 Z` and `2026-09-20 10:00:00 +0200`, as Ruby writes times. */
function isoTime(text: string): string {
  const parts =
    /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?)\d* ?(Z|UTC|[+-]\d\d:?\d\d)$/
  const [, day, hour, zone = ''] = parts.exec(text.trim()) ?? []
  if (day === undefined) return text
  const offset = /^(Z|UTC)$/.test(zone) ? 'Z' : zone.replace(/^([+-]\d\d):?/, '$1:')
  return `${day}T${hour}${offset}`
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
