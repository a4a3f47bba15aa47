import { existsSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { describe, expect, it, vi } from 'vitest'
import { ownThread, processorMs } from '../../src/node/processor-time.ts'

const NO_THREAD = 2 ** 31 - 1

describe.runIf(existsSync('/proc/thread-self'))('the time that a thread had a processor', () => {
  it('grows with what runs, and never beyond the process', () => {
    const before = processorMs(ownThread()) as number
    let now = before
    // Until it is seen to grow, however coarse the clock.
    while (now <= before) now = processorMs(ownThread()) as number
    const { user, system } = process.cpuUsage()
    // The system counts a thread's in hundredths of a second.
    expect(now).toBeLessThanOrEqual((user + system) / 1000 + 20)
  })

  it('is nobody’s to tell while it waits for something else', async () => {
    const waiting = new Worker(
      `const { parentPort } = require('node:worker_threads')
      parentPort.on('message', () => {})
      parentPort.postMessage(require('node:fs').readlinkSync('/proc/thread-self'))`,
      { eval: true },
    )
    const place = await new Promise<string>((resolve) => waiting.once('message', resolve))
    const thread = Number(place.split('/').at(-1))
    await vi.waitFor(() => expect(processorMs(thread)).toBeUndefined())
    await waiting.terminate()
  })
})

it.each([NO_THREAD, 0, -1])('is nobody’s to tell of thread %i', (thread) => {
  expect(processorMs(thread)).toBeUndefined()
})
