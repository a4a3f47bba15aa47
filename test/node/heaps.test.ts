import { once } from 'node:events'
import { Script } from 'node:vm'
import { Worker } from 'node:worker_threads'
import { afterEach, describe, expect, it } from 'vitest'
import { growHeapsAsEver, growHeapsSlowly } from '../../src/node/heaps.ts'
import { optimizeAsEver, optimizeLater } from '../../src/node/optimizer.ts'

const TEXT = '(a) => a + 1'
const LOOK = `
const { parentPort, workerData } = require('node:worker_threads')
const { Script } = require('node:vm')
const { text, cachedData } = workerData
const { cachedDataRejected } = new Script(text, { cachedData: Buffer.from(cachedData) })
parentPort.postMessage(!cachedDataRejected)
`

/** Whether V8 takes what it compiled before: asked of a new thread, for this one remembers. */
async function isTaken(cachedData: Buffer): Promise<boolean> {
  const worker = new Worker(LOOK, { eval: true, workerData: { text: TEXT, cachedData } })
  const [taken] = await once(worker, 'message')
  return taken
}

const ways = [
  ['heaps that grew slowly', growHeapsSlowly, growHeapsAsEver],
  ['code that was optimized later', optimizeLater, optimizeAsEver],
] as const

afterEach(() => {
  for (const [, , asEver] of ways) asEver()
})

describe.each(ways)('%s', (_, change, asEver) => {
  it('leaves no trace in V8: code that was compiled before is taken again', async () => {
    const code = new Script(TEXT).createCachedData()
    change()
    const meanwhile = await isTaken(code)
    asEver()
    expect([meanwhile, await isTaken(code)]).toEqual([false, true])
  })
})
