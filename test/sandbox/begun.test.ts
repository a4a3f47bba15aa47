import { expect, test } from 'vitest'
import type { EngineFiles } from '../../src/sandbox/guest-image.ts'
import { sandboxOn } from '../../src/sandbox/sandbox.ts'
import { equip, type WorkerHost, type WorkerListener } from '../../src/sandbox/worker-host.ts'

const made = () => new Promise<EngineFiles>(() => undefined)
const damaged = () => Promise.reject(new Error('damaged'))

/** A worker that says nothing by itself. */
function host(engine: Promise<EngineFiles>, then: (listener: WorkerListener) => void): WorkerHost {
  return {
    start: (listener) => {
      setTimeout(() => then(listener))
      return {
        ...equip(engine, listener, () => undefined),
        signs: () => ({ ticks: 0, pieces: 0 }),
        hold: () => undefined,
        terminate: async () => undefined,
      }
    },
  }
}

test.each<[string, () => Promise<EngineFiles>, (to: WorkerListener) => void]>([
  ['runs', made, (to) => to.heard({ id: 0, ready: true })],
  ['ended as it started', made, (to) => to.ended('no memory')],
  ['has no engine to run', damaged, () => undefined],
])('nobody waits any more for a thread that %s', async (_, engine, then) => {
  await expect(sandboxOn(host(engine(), then)).begun).resolves.toBeUndefined()
})
