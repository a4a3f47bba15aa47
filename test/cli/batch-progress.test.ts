import { expect, it, vi } from 'vitest'
import { batchProgress } from '../../src/cli/batch-progress.ts'
import type { Output } from '../../src/cli/command.ts'
import { speaker } from '../../src/messages/render.ts'

type Screen = Pick<Output, 'isTTY' | 'columns'>

async function begin(screen: Screen) {
  let text = ''
  const write = (piece: string) => {
    text += piece
  }
  const stderr = { ...screen, write } as Output
  const progress = await batchProgress(3, { stderr }, speaker('en'))
  return { ...progress, text: () => text }
}

async function told(screen: Screen, steps: number): Promise<string> {
  const { step, stop, text } = await begin(screen)
  for (let done = 0; done < steps; done++) step({ known: false })
  stop()
  return text()
}

const SCREENS = [
  { isTTY: false, columns: 80 },
  { isTTY: true, columns: 80 },
  { isTTY: true, columns: 120 },
]

it.each(SCREENS)(
  'says of no verdict neither how fast it goes nor when it ends: %o',
  async (screen) => {
    const text = await told(screen, 0)
    expect(text).toContain('0 of 3')
    expect(text).not.toMatch(/second|left|NaN|NULL|INF/)
  },
)

it.each(SCREENS)('counts to the end: %o', async (screen) => {
  const text = await told(screen, 3)
  expect(text).toContain('3 of 3')
  expect(text).not.toMatch(/NaN|NULL|INF/)
})

it('says how fast it goes as of now, also where one verdict takes long', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] })
  try {
    const { step, stop, text } = await begin({ isTTY: false, columns: 80 })
    step({ known: false })
    vi.advanceTimersByTime(60_000)
    stop()
    const lines = text().trim().split('\n')
    expect(lines[1]).toBe('1 of 3 judged, 0.2 a second, 10s left')
    expect(lines.at(-1)).toBe('1 of 3 judged, 0.0 a second, 2m0s left')
  } finally {
    vi.useRealTimers()
  }
})

it('takes no pace from verdicts that were known', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] })
  try {
    const { step, stop, text } = await begin({ isTTY: false, columns: 80 })
    step({ known: true })
    vi.advanceTimersByTime(20_000)
    step({ known: false })
    vi.advanceTimersByTime(20_000)
    stop()
    const lines = text().trim().split('\n')
    expect(lines[1]).toBe('1 of 3 judged')
    expect(lines.at(-1)).toBe('2 of 3 judged, 0.0 a second, 40s left')
  } finally {
    vi.useRealTimers()
  }
})
