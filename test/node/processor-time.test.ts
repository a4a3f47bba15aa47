import { describe, expect, it } from 'vitest'
import { ownThread, processorMs } from '../../src/node/processor-time.ts'

const NO_THREAD = 2 ** 31 - 1

describe('the time that a thread had a processor', () => {
  it.each([
    ['of this thread', ownThread()],
    ['of the process, where no thread has such a number', NO_THREAD],
    ['of the process, where the system numbers no threads', 0],
  ])('grows with what runs and never beyond the process: %s', (_, thread) => {
    const before = processorMs(thread)
    let now = before
    // Until it is seen to grow, however coarse the clock.
    while (now <= before) now = processorMs(thread)
    const { user, system } = process.cpuUsage()
    // The system counts a thread's in hundredths of a second.
    expect(now).toBeLessThanOrEqual((user + system) / 1000 + 20)
  })
})
