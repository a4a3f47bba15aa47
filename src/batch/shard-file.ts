import { closeSync, openSync } from 'node:fs'
import { machineError, UsageError } from '../errors.ts'
import type { Exercise } from '../exercise.ts'
import { mayBeAlike } from '../gradebook/like-groups.ts'
import { writePieces } from '../whole-file.ts'
import type { Inventory } from './inventory.ts'
import type { CodeFile } from './likeness/evidence.ts'
import type { FinishedRun } from './out/finished-run.ts'
import type { BatchResult } from './run-batch.ts'
import type { Shard } from './shard.ts'
import type { RunHeader } from './task.ts'
import type { RunIdentity } from './task-key.ts'
import { type Entry, readText, readVerdict, verdictLine, wholeLines } from './verdict-lines.ts'

const SCHEMA = 'mlp-check/shard/v1'

/** All that a merge must know of a part. Everything but `shard` and times is the same in each. */
export interface ShardHead {
  readonly schema: typeof SCHEMA
  readonly shard: Shard
  readonly identity: RunIdentity
  readonly exercises: readonly Pick<Exercise, 'id' | 'sha256'>[]
  readonly header: RunHeader
  readonly inventory: Inventory
}

export interface ShardFacts extends Omit<ShardHead, 'schema' | 'exercises'> {
  readonly exercises: readonly Exercise[]
}

/** What a part knows of one hand-in: a merge on another machine cannot read its files. */
type Placed = readonly [
  place: number,
  unreadable: string | null,
  sha256: string | null,
  code: readonly CodeFile[] | null,
]

/** Writes one part: a line that describes it, then a verdict a line. */
export async function writeShard(
  file: string,
  facts: ShardFacts,
  results: readonly BatchResult[],
  { read, codeOf }: Pick<FinishedRun, 'read' | 'codeOf'>,
): Promise<void> {
  const exercises = facts.exercises.map(({ id, sha256 }) => ({ id, sha256 }))
  const head: ShardHead = {
    schema: SCHEMA,
    ...facts,
    exercises,
    inventory: unplaced(facts.inventory),
  }
  const places = new Map(facts.inventory.handed.map((handed, index) => [handed, index]))
  const codes = new Map<BatchResult, readonly CodeFile[] | undefined>()
  for (const result of results) {
    if (mayBeAlike(result.entry.row)) codes.set(result, await codeOf(result))
  }
  const lines = function* () {
    yield `${JSON.stringify(head)}\n`
    for (const result of results) {
      const { handed, entry, unreadable, sha256 } = result
      const place = places.get(handed) as number
      const key: Placed = [place, unreadable ?? null, sha256, codes.get(result) ?? null]
      yield verdictLine(JSON.stringify(key), entry.row, read(entry)).line
    }
  }
  try {
    writePieces(file, lines())
  } catch (error) {
    throw machineError(error, `the part cannot be written to ${file}`)
  }
}

/** Where files lie on this machine means nothing on another. */
function unplaced(inventory: Inventory): Inventory {
  const handed = inventory.handed.map((one) => ({ ...one, file: { ...one.file, path: '' } }))
  return { ...inventory, handed }
}

interface ShardVerdict extends Pick<BatchResult, 'entry' | 'unreadable' | 'sha256'> {
  readonly code?: readonly CodeFile[]
}

export interface OpenShard {
  readonly file: string
  readonly head: ShardHead
  /** Verdicts by their place in the inventory. */
  readonly verdicts: ReadonlyMap<number, ShardVerdict>
  readonly read: (entry: Entry) => string
  readonly close: () => void
}

/** @throws UsageError where the file is no part of a run */
export function openShard(file: string): OpenShard {
  const handle = openSync(file, 'r')
  let head: ShardHead | undefined
  const verdicts = new Map<number, ShardVerdict>()
  for (const { start, line } of wholeLines(handle)) {
    if (start === 0) head = parseHead(line, file)
    readVerdict(line, start, (key, entry) => {
      const [place, unreadable, sha256, code] = JSON.parse(key) as Placed
      verdicts.set(place, {
        entry,
        sha256,
        ...(unreadable !== null && { unreadable }),
        ...(code !== null && { code }),
      })
    })
  }
  if (head === undefined) throw noPart(file)
  const read = ({ offset, bytes }: Entry) => readText(handle, offset, bytes)
  return { file, head, verdicts, read, close: () => closeSync(handle) }
}

function parseHead(line: Buffer, file: string): ShardHead {
  try {
    const head = JSON.parse(line.toString())
    if (head.schema === SCHEMA) return head
  } catch {}
  throw noPart(file)
}

function noPart(file: string): UsageError {
  return new UsageError(
    `${file} is no part of a run`,
    'parts are written by mlp-check batch --shard i/n --out FOLDER',
  )
}
