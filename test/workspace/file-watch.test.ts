import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as later } from 'node:timers/promises'
import { expect, it, onTestFinished } from 'vitest'
import { watchFolders } from '../../src/workspace/file-watch.ts'
import { emptyFolder } from './workspaces.ts'

/** What is told of a folder, one change after the other. */
async function watched(poll: boolean) {
  const folder = await emptyFolder()
  const file = join(folder, 'answer.ts')
  writeFileSync(file, 'export const before = 1\n')
  const told: (readonly string[])[] = []
  let heard: () => void = () => undefined
  const onChange = (paths: readonly string[]) => {
    told.push(paths)
    heard()
  }
  const watch = watchFolders([folder], { poll, onChange })
  onTestFinished(() => watch.close())
  await watch.ready
  const next = () => new Promise<void>((resolve) => (heard = resolve))
  return { file, told, next }
}

it.each([false, true])('takes a save in two steps for one save, by the clock: %s', async (poll) => {
  const { file, told, next } = await watched(poll)
  const change = next()
  writeFileSync(file, '')
  await later(20)
  writeFileSync(file, 'export const after = 1\n')
  await change
  // Long enough for another one.
  await later(250)
  expect(told).toEqual([[file]])
})

it('tells of a file that was emptied and stays so', async () => {
  const { file, told, next } = await watched(false)
  const change = next()
  writeFileSync(file, '')
  await change
  expect(told).toEqual([[file]])
})
