import { expect, test } from 'vitest'
import { openSession } from '../../src/node/sandbox.ts'

test('a session that is closed twice, or after its end, is closed', async () => {
  const kept: Uint8Array[] = []
  const session = openSession({ code: undefined, keep: (code) => kept.push(code) })
  const source = { file: 'f.ts', text: 'export const f = (x: number) => x', siblings: {} }
  await session.load(source, [{ name: 'f', arguments: ['x'], symbolic: false }])
  await Promise.all([session.close(), session.close()])
  await session.close()
  expect(kept).toHaveLength(1)
})
