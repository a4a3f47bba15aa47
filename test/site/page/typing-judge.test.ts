import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { typingJudge } from '../../../src/site/page/typing-judge.ts'

/** A judge that answers when it is told to. */
function slowJudge() {
  const asked: { source: string; signal: AbortSignal; answer: (verdict: string) => void }[] = []
  const said: string[] = []
  const judge = typingJudge<string>({
    judge: (source, signal) =>
      new Promise((answer) => {
        asked.push({ source, signal, answer })
      }),
    onStart: () => said.push('start'),
    onVerdict: (verdict, source) => said.push(`${source}: ${verdict}`),
    onFault: (error) => said.push(`fault: ${(error as Error).message}`),
  })
  return { judge, asked, said }
}

describe('judging what is typed', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('waits for a rest, and judges the last text alone', () => {
    const { judge, asked } = slowJudge()
    for (const text of ['a', 'ab', 'abc']) {
      judge.typed(text)
      vi.advanceTimersByTime(299)
    }
    expect(asked).toEqual([])
    vi.advanceTimersByTime(1)
    expect(asked.map(({ source }) => source)).toEqual(['abc'])
  })

  it('gives up what runs as soon as somebody types on, and hears nothing more of it', async () => {
    const { judge, asked, said } = slowJudge()
    void judge.now('old')
    judge.typed('new')
    expect(asked[0]?.signal.aborted).toBe(true)
    asked[0]?.answer('late')
    await vi.advanceTimersByTimeAsync(300)
    asked[1]?.answer('passed')
    await vi.advanceTimersByTimeAsync(0)
    expect(said).toEqual(['start', 'start', 'new: passed'])
  })

  it('says what went wrong, unless it was given up', async () => {
    const said: string[] = []
    const judge = typingJudge<never>({
      judge: async (source) => {
        throw new Error(source)
      },
      onStart: () => undefined,
      onVerdict: () => undefined,
      onFault: (error) => said.push((error as Error).message),
    })
    const given = judge.now('given up')
    judge.stop()
    await given
    await judge.now('broken')
    expect(said).toEqual(['broken'])
  })
})
