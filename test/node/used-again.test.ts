import { expect, test, vi } from 'vitest'
import { usedAgain } from '../../src/node/used-again.ts'
import type { WorkerListener } from '../../src/sandbox/worker-host.ts'

/** A host that starts nothing, and what its workers say and were told. */
function fakeHost() {
  const started: { readonly listener: WorkerListener; readonly ended: boolean[] }[] = []
  const host = usedAgain({
    start: (listener) => {
      const ended: boolean[] = []
      started.push({ listener, ended })
      return {
        equipped: Promise.resolve(),
        ask: () => undefined,
        signs: () => ({ ticks: 0, pieces: 0 }),
        hold: () => undefined,
        terminate: async (isIdle) => void ended.push(isIdle),
      }
    },
  })
  return { host, started }
}

const listener = () => ({ heard: vi.fn(), ended: vi.fn() })

test('a worker that is given back idle serves the next one, who alone hears it', async () => {
  const { host, started } = fakeHost()
  const [one, two] = [listener(), listener()]
  await host.start(one).terminate(true)
  host.start(two)
  expect(two.heard).not.toHaveBeenCalled()
  await Promise.resolve()
  expect(two.heard).toHaveBeenCalledWith({ id: 0, ready: true })
  started[0]?.listener.heard({ id: 7, ready: true } as never)
  expect([started.length, one.heard.mock.calls.length, two.heard.mock.calls.length]).toEqual([
    1, 0, 2,
  ])
})

test('one that is at work, or has ended, serves nobody else', async () => {
  const { host, started } = fakeHost()
  await host.start(listener()).terminate(false)
  const second = host.start(listener())
  started[1]?.listener.ended('it ended')
  await second.terminate(true)
  host.start(listener())
  expect(started.map(({ ended }) => ended)).toEqual([[false], [true], []])
})

test('one that ends while nobody uses it is not given to anybody', async () => {
  const { host, started } = fakeHost()
  const one = listener()
  await host.start(one).terminate(true)
  started[0]?.listener.ended('the machine took it')
  host.start(listener())
  expect(started).toHaveLength(2)
})

test('what nobody uses is ended with the host', async () => {
  const { host, started } = fakeHost()
  await host.start(listener()).terminate(true)
  await host.close()
  await host.close()
  expect(started.map(({ ended }) => ended)).toEqual([[true]])
})
