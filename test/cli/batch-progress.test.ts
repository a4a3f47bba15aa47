import { expect, it } from 'vitest'
import { batchProgress } from '../../src/cli/batch-progress.ts'
import type { Output } from '../../src/cli/command.ts'
import { speaker } from '../../src/messages/render.ts'

async function told(screen: Pick<Output, 'isTTY' | 'columns'>, steps: number): Promise<string> {
  let text = ''
  const write = (piece: string) => {
    text += piece
  }
  const stderr = { ...screen, write } as Output
  const { step, stop } = await batchProgress(3, { stderr }, speaker('en'))
  for (let done = 0; done < steps; done++) step()
  stop()
  return text
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
