import { expect, test } from 'vitest'
import { sandboxOn } from '../../src/sandbox/sandbox.ts'
import type { WorkerHost, WorkerListener } from '../../src/sandbox/worker-host.ts'

/** A worker that says nothing by itself. */
function host(equipped: Promise<void>, then: (listener: WorkerListener) => void): WorkerHost {
  return {
    start: (listener) => {
      setTimeout(() => then(listener))
      return {
        equipped,
        ask: () => undefined,
        signs: () => ({ ticks: 0, pieces: 0 }),
        hold: () => undefined,
        terminate: async () => undefined,
      }
    },
  }
}

const made = async () => undefined

test.each<[string, () => Promise<void>, (to: WorkerListener) => void]>([
  ['runs', made, (to) => to.heard({ id: 0, ready: true })],
  ['ended as it started', made, (to) => to.ended('no memory')],
])('nobody waits any more for a thread that %s', async (_, equipped, then) => {
  await expect(sandboxOn(host(equipped(), then)).begun).resolves.toBeUndefined()
})
