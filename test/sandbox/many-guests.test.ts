import { expect, test } from 'vitest'
import { readEngine } from '../../src/node/engine-files.ts'
import { Room } from '../../src/sandbox/room.ts'

const CALLS = 40
const EACH = 40

/** Whoever asks for memory at each call has a new guest at each. */
const text = `export function f(x: number): number {
  const filled = new Uint8Array(${EACH} << 20).fill(1)
  return x + filled[5]! - 1
}`

test('a request that uses up many guests holds the memory of few', async () => {
  let most = 0
  const goesOn = () => {
    most = Math.max(most, process.memoryUsage.rss())
  }
  const room = new Room(await readEngine(Promise.resolve()), {
    pulse: { tick: () => undefined, goesOn },
    judge: () => undefined,
  })
  const wanted = [{ name: 'f', arguments: ['x'], symbolic: false }]
  const source = { file: 'a.ts', text, siblings: {} }
  room.answer({ request: { kind: 'load', source, wanted, ahead: [] } })
  const calls = Array.from({ length: CALLS }, (_, k) => [k])
  const before = process.memoryUsage.rss()
  const answer = room.answer({ request: { kind: 'call', request: { function: 'f', calls } } })
  expect(answer).toMatchObject({ results: calls.map(([value]) => ({ kind: 'returned', value })) })
  // All of them together hold four times as much.
  expect(most - before).toBeLessThan((CALLS * EACH * 2 ** 20) / 2)
})
