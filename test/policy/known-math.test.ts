import { expect, test } from 'vitest'
import { unknownMath } from '../../src/policy/known-math.ts'
import { sourceOf, usedSource } from '../../src/policy/used-source.ts'
import { parseTypeScript } from '../../src/source/parse-typescript.ts'
import { asNode } from '../../src/source/syntax-tree.ts'

test.each([
  ['Math.Exp(x)', ['there is no Math.Exp in JavaScript; it has Math.exp']],
  ['Math.e ** x', ['there is no Math.e in JavaScript; it has Math.E']],
  [
    'Math.ln(x) + Math.sech(x)',
    ['there is no Math.ln in JavaScript; it has Math.log', 'there is no Math.sech in JavaScript'],
  ],
  ['Math.tanh(x) + Math.PI + Math.hypot(x)', []],
])('%s', (formula, messages) => {
  const parsed = parseTypeScript(`export const f = (x: number) => ${formula}`)
  const source = sourceOf([asNode(parsed.program)])
  expect(unknownMath(usedSource(source, 'f')).map(({ message }) => message)).toEqual(messages)
})
