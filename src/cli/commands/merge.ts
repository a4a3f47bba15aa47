import { readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { mergeShards } from '../../batch/merge-shards.ts'
import { takeFolder } from '../../batch/out/one-writer.ts'
import { startersOf } from '../../batch/out/starters.ts'
import { openShard, type ShardHead } from '../../batch/shard-file.ts'
import { writeFeedback } from '../../batch/write-feedback.ts'
import { UsageError } from '../../errors.ts'
import type { Exercise } from '../../exercise.ts'
import { findExercise, type Pack } from '../../pack/pack.ts'
import { chosenBooks } from '../batch-books.ts'
import { classReporters } from '../batch-reports.ts'
import type { CommandModule, Surroundings } from '../command.ts'
import { finishBatch } from '../finish-batch.ts'
import { INTERRUPTED } from '../interruption.ts'
import { keepPrivate } from '../keep-private.ts'
import { chosenPack } from '../packs.ts'

/** Puts the parts of a divided run together. */
export const run: CommandModule['run'] = async ({ words, options }, surroundings) => {
  keepPrivate()
  const started = performance.now()
  if (typeof options.out !== 'string') {
    throw new UsageError('where to?', 'try: mlp-check merge parts --out results')
  }
  const reporters = classReporters(options)
  const pack = await chosenPack(surroundings)
  const shards = shardFiles(words, surroundings).map(openShard)
  try {
    const { header, head, results, read, codeOf } = mergeShards(shards)
    const exercises = exercisesOf(head, pack)
    const { inventory } = head
    const folder = resolve(surroundings.cwd, options.out)
    const books = await chosenBooks({
      options,
      cwd: surroundings.cwd,
      pack,
      exercises,
      out: folder,
    })
    const seconds = (performance.now() - started) / 1000
    const taken = await takeFolder(folder)
    return await finishBatch(
      {
        header,
        tool: head.identity.tool,
        exercises,
        starters: await startersOf(pack, results),
        inventory,
        results,
        books,
        codeOf,
        read,
      },
      {
        options,
        surroundings,
        folder,
        pool: { writeFeedback },
        reporters,
        seconds,
        interrupted: INTERRUPTED,
      },
    ).finally(taken.release)
  } finally {
    for (const shard of shards) shard.close()
  }
}

/** The parts that are named, and those in folders that are named. */
function shardFiles(words: readonly string[], { cwd }: Surroundings): string[] {
  const files = words.flatMap((word) => {
    const path = resolve(cwd, word)
    const stat = statSync(path, { throwIfNoEntry: false })
    if (stat === undefined) throw new UsageError(`there is no ${word}`)
    if (!stat.isDirectory()) return path
    const parts = readdirSync(path).filter((name) => /^shard-\d+-of-\d+\.jsonl$/.test(name))
    return parts.sort().map((name) => join(path, name))
  })
  if (files.length > 0) return files
  throw new UsageError('which parts?', 'name the files shard-…-of-….jsonl, or their folders')
}

function exercisesOf({ exercises }: ShardHead, pack: Pack): Exercise[] {
  return exercises.map(({ id, sha256 }) => {
    const exercise = pack.load(findExercise(pack, id))
    if (exercise.sha256 === sha256) return exercise
    throw new UsageError(
      `${id} is not the exercise that the parts were judged by`,
      'merge with the pack that the run used: --exercises FOLDER',
    )
  })
}
