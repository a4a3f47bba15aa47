import { createHash } from 'node:crypto'
import { UsageError } from '../errors.ts'
import type { Handed } from './inventory.ts'

/** The i-th of n parts of a run, counted from 1. */
export interface Shard {
  readonly index: number
  readonly count: number
}

export const WHOLE: Shard = { index: 1, count: 1 }

/** @throws UsageError */
export function parseShard(text: unknown): Shard {
  if (text === undefined) return WHOLE
  const [, index, count] = /^(\d{1,4})\/(\d{1,4})$/.exec(String(text))?.map(Number) ?? []
  if (index !== undefined && count !== undefined && index >= 1 && index <= count) {
    return { index, count }
  }
  throw new UsageError(`--shard takes a part of a whole such as 2/4, not "${text}"`)
}

/** Who belongs to which part depends on the file's path alone: every machine divides alike. */
export function inShard({ file }: Handed, { index, count }: Shard): boolean {
  const hash = createHash('sha256').update(file.shown).digest()
  return hash.readUInt32BE(0) % count === index - 1
}

export function shardFileName({ index, count }: Shard): string {
  return `shard-${index}-of-${count}.jsonl`
}
