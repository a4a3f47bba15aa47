import { isDeepStrictEqual } from 'node:util'
import { UsageError } from '../errors.ts'
import type { CodeFile } from './likeness/evidence.ts'
import type { BatchResult } from './run-batch.ts'
import { inShard } from './shard.ts'
import type { OpenShard, ShardHead } from './shard-file.ts'
import type { RunHeader } from './task.ts'
import type { Entry } from './verdict-lines.ts'

export interface Merged {
  readonly header: RunHeader
  readonly head: ShardHead
  readonly results: readonly BatchResult[]
  readonly read: (entry: Entry) => string
  readonly codeOf: (result: BatchResult) => Promise<readonly CodeFile[] | undefined>
}

/** Puts all parts of one run together. @throws UsageError where parts are missing or do not fit */
export function mergeShards(shards: readonly OpenShard[]): Merged {
  const [first] = shards
  if (first === undefined) throw new UsageError('there is nothing to merge')
  for (const other of shards) refuseMixture(first, other)
  refuseGaps(shards)
  const owners = new Map<Entry, OpenShard>()
  const codes = new Map<Entry, readonly CodeFile[]>()
  const results = first.head.inventory.handed.flatMap((handed, place): BatchResult[] => {
    const owner = shards.find(({ head }) => inShard(handed, head.shard)) as OpenShard
    const verdict = owner.verdicts.get(place)
    if (verdict === undefined) throw unfinished(owner)
    const { code, ...known } = verdict
    owners.set(known.entry, owner)
    if (code !== undefined) codes.set(known.entry, code)
    return [{ handed, known: true, ...known }]
  })
  return {
    header: headerOf(shards),
    head: first.head,
    results,
    read: (entry) => (owners.get(entry) as OpenShard).read(entry),
    codeOf: async ({ entry }) => codes.get(entry),
  }
}

/** As if one machine had begun with the first part and ended with the last. */
function headerOf(shards: readonly OpenShard[]): RunHeader {
  const headers = shards.map(({ head }) => head.header)
  const [earliest] = headers.map(({ startedAt }) => startedAt).sort()
  const durationMs = Math.max(...headers.map((header) => header.durationMs))
  return { ...(headers[0] as RunHeader), startedAt: earliest as string, durationMs }
}

const SAME: readonly [string, (head: ShardHead) => unknown][] = [
  ['number of parts', ({ shard }) => shard.count],
  ['version of mlp-check', ({ identity }) => [identity.version, identity.tool]],
  ['Node version', ({ header, identity }) => [header.node, identity.v8]],
  ['backend', ({ identity }) => identity.backend],
  ['seed', ({ identity }) => identity.options.seed],
  ['grading options', ({ identity }) => identity.options],
  ['exercises', ({ exercises }) => exercises],
  ['submissions', ({ inventory }) => inventory],
]

function refuseMixture(first: OpenShard, other: OpenShard): void {
  for (const [what, of] of SAME) {
    if (isDeepStrictEqual(of(first.head), of(other.head))) continue
    throw new UsageError(
      `${first.file} and ${other.file} differ in their ${what}: they are not parts of one run`,
      'run the parts again with one version, one seed and one input',
    )
  }
}

function refuseGaps(shards: readonly OpenShard[]): void {
  const count = shards[0]?.head.shard.count ?? 0
  const seen = new Map<number, OpenShard>()
  for (const shard of shards) {
    const { index } = shard.head.shard
    const twin = seen.get(index)
    if (twin)
      throw new UsageError(`${twin.file} and ${shard.file} are both part ${index} of ${count}`)
    seen.set(index, shard)
  }
  const all = Array.from({ length: count }, (_, index) => index + 1)
  const missing = all.filter((index) => !seen.has(index))
  if (missing.length === 0) return
  throw new UsageError(
    `of ${count} parts ${missing.length === 1 ? 'one is' : `${missing.length} are`} missing: ${missing.join(', ')}`,
    `run: mlp-check batch … --shard ${missing[0]}/${count}`,
  )
}

function unfinished({ file, head }: OpenShard): UsageError {
  const { index, count } = head.shard
  return new UsageError(
    `${file} was not judged to its end`,
    `go on with it: mlp-check batch … --shard ${index}/${count} --resume`,
  )
}
