import { closeSync, openSync } from 'node:fs'
import { machineError, UsageError } from '../errors.ts'
import type { Exercise } from '../exercise.ts'
import { writePieces } from '../whole-file.ts'
import type { Inventory } from './inventory.ts'
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

/** Writes one part: a line that describes it, then a verdict a line. */
export function writeShard(
  file: string,
  facts: ShardFacts,
  results: readonly BatchResult[],
  read: (entry: Entry) => string,
): void {
  const exercises = facts.exercises.map(({ id, sha256 }) => ({ id, sha256 }))
  const head: ShardHead = {
    schema: SCHEMA,
    ...facts,
    exercises,
    inventory: unplaced(facts.inventory),
  }
  const places = new Map(facts.inventory.handed.map((handed, index) => [handed, index]))
  const lines = function* () {
    yield `${JSON.stringify(head)}\n`
    for (const { handed, entry, unreadable, sha256 } of results) {
      const key = JSON.stringify([places.get(handed), unreadable ?? null, sha256])
      yield verdictLine(key, entry.row, read(entry)).line
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

export interface OpenShard {
  readonly file: string
  readonly head: ShardHead
  /** Verdicts by their place in the inventory. */
  readonly verdicts: ReadonlyMap<number, Pick<BatchResult, 'entry' | 'unreadable' | 'sha256'>>
  readonly read: (entry: Entry) => string
  readonly close: () => void
}

/** @throws UsageError where the file is no part of a run */
export function openShard(file: string): OpenShard {
  const handle = openSync(file, 'r')
  let head: ShardHead | undefined
  const verdicts = new Map<number, Pick<BatchResult, 'entry' | 'unreadable' | 'sha256'>>()
  for (const { start, line } of wholeLines(handle)) {
    if (start === 0) head = parseHead(line, file)
    readVerdict(line, start, (key, entry) => {
      const [place, unreadable, sha256] = JSON.parse(key) as [number, string | null, string | null]
      verdicts.set(place, { entry, sha256, ...(unreadable !== null && { unreadable }) })
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
