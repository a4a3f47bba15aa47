import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** What every peer asks: tanh and its derivative at 4,096 points of [-20, 20], within 1e-5. */
const QUESTION = `const near = (a, b) => Math.abs(a - b) <= 1e-5
  for (let i = 0; i < 4096; i++) {
    const x = -20 + (40 * i) / 4095
    if (!near(tanh(x), Math.tanh(x))) throw new Error('tanh at ' + x)
    if (!near(dtanh(x), 1 - Math.tanh(x) ** 2)) throw new Error('dtanh at ' + x)
  }`

const PYTEST = `import math
import numpy as np

def tanh(x):
    return (np.exp(x) - np.exp(-x)) / (np.exp(x) + np.exp(-x))

def dtanh(x):
    return 1 - tanh(x) ** 2

def test_tanh():
    for x in np.linspace(-20, 20, 4096):
        assert abs(tanh(x) - math.tanh(x)) <= 1e-5
        h = 1e-6
        assert abs(dtanh(x) - (tanh(x + h) - tanh(x - h)) / (2 * h)) <= 1e-5
`

/** Commands of the peers that are there, by name; vitest is one of ours and always is. */
export function foundPeers(folder, solution) {
  const importing = `import { dtanh, tanh } from ${JSON.stringify(solution)}\n`
  const write = (name, text) => {
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  }
  write('vitest.config.mjs', 'export default {}\n')
  write(
    'tanh.test.ts',
    `import { it } from 'vitest'\n${importing}it('is right', () => {\n  ${QUESTION}\n})\n`,
  )
  const nodeTest = write(
    'tanh.node.ts',
    `import { test } from 'node:test'\n${importing}test('is right', () => {\n  ${QUESTION}\n})\n`,
  )
  const vitest = join(
    dirname(createRequire(import.meta.url).resolve('vitest/package.json')),
    'vitest.mjs',
  )
  return {
    vitest: {
      command: [process.execPath, vitest, 'run', '--root', folder],
      prints: /1 passed/,
    },
    ...(stripsTypes() && {
      'node:test': { command: [process.execPath, '--test', nodeTest], prints: /pass 1/ },
    }),
    ...(hasPytest() && {
      'pytest + numpy': {
        command: ['python3', '-m', 'pytest', '-q', write('test_tanh.py', PYTEST)],
        prints: /1 passed/,
      },
    }),
  }
}

function stripsTypes() {
  return process.features.typescript === 'strip'
}

function hasPytest() {
  return spawnSync('python3', ['-c', 'import pytest, numpy']).status === 0
}
