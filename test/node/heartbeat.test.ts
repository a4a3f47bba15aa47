import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { beating, newHeartbeat, watchBounded } from '../../src/node/heartbeat.ts'
import { LIMITS } from '../../src/sandbox/limits.ts'

// Of a machine that does not tell how long a thread ran: each look counts then.
vi.mock('../../src/node/processor-time.ts', () => ({
  ownThread: () => 0,
  processorMs: () => undefined,
}))
beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Looks that it takes until silence is told: at the request, and then until patience is over. */
const SILENT = LIMITS.watchLooks + 1
const looks = (count: number) => vi.advanceTimersByTime(count * LIMITS.watchEveryMs)

function watched() {
  const heartbeat = newHeartbeat()
  const isOver = vi.fn()
  return { ...beating(heartbeat), isOver, end: watchBounded(heartbeat, isOver) }
}

describe('what is bounded', () => {
  test('is told of when it shows nothing for as long as a sandbox may', () => {
    const { bounded, isOver } = watched()
    bounded(() => {
      looks(SILENT - 1)
      expect(isOver).not.toHaveBeenCalled()
      looks(1)
      expect(isOver).toHaveBeenCalled()
    })
  })

  test.each(['tick', 'goesOn'] as const)('is not told of while it shows itself by %s', (sign) => {
    const { bounded, pulse, isOver } = watched()
    bounded(() => {
      for (let k = 0; k < 4 * SILENT; k++) {
        for (let beat = 0; beat < LIMITS.fewTicks; beat++) pulse[sign]()
        looks(1)
      }
    })
    expect(isOver).not.toHaveBeenCalled()
  })

  test('is one request: many short ones, and what lies between, are nobody’s silence', () => {
    const { bounded, isOver } = watched()
    for (let k = 0; k < 2 * LIMITS.watchLooksAtMost; k++) bounded(() => looks(2))
    looks(2 * LIMITS.watchLooksAtMost)
    expect(isOver).not.toHaveBeenCalled()
  })

  test('is over where it throws', () => {
    const { bounded, isOver } = watched()
    const thrower = () => bounded(() => JSON.parse('{'))
    expect(thrower).toThrow(SyntaxError)
    looks(2 * SILENT)
    expect(isOver).not.toHaveBeenCalled()
  })

  test('is not looked at any more once that is called off', () => {
    const { bounded, isOver, end } = watched()
    end()
    bounded(() => looks(2 * SILENT))
    expect(isOver).not.toHaveBeenCalled()
  })
})
