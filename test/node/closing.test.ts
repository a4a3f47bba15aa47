import { createRequire } from 'node:module'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openSession } from '../../src/node/sandbox.ts'
import { packageRoot } from '../../src/package-root.ts'

const room = join(packageRoot(), 'dist', 'sandbox-room.cjs')

test('a session that is closed twice, or after its end, is closed', async () => {
  const kept: Uint8Array[] = []
  const session = openSession({
    loadRoom: () => createRequire(room)(room),
    kept: () => ({ read: () => undefined, keep: (code) => kept.push(code) }),
  })
  // In a thread, whose code is kept when it ends.
  session.begin({ calls: true })
  const source = { file: 'f.ts', text: 'export const f = (x: number) => x', siblings: {} }
  await session.load(source, [{ name: 'f', arguments: ['x'], symbolic: false }])
  await Promise.all([session.close(), session.close()])
  await session.close()
  expect(kept).toHaveLength(1)
})
