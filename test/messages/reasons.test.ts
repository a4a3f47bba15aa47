import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { reasonInChinese } from '../../src/messages/zh-cn-reasons.ts'
import { packageRoot } from '../../src/package-root.ts'

/** Texts that end in a decision: what is thrown as undecided, and what is given as a reason. */
const REASON =
  /(?:Undecided\(\s*|noteUndecided\([\w., ]+,\s*|\bwhy(?:: | = )|\bmixed = |unknown\()(['`])(.+?)\1/gs

function reasonsIn(folder: string): readonly string[] {
  const files = readdirSync(join(packageRoot(), folder), { recursive: true, encoding: 'utf8' })
  return files
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => [
      ...readFileSync(join(packageRoot(), folder, file), 'utf8').matchAll(REASON),
    ])
    .map(([, , text = '']) => text.replaceAll(/\$\{.*?\}/g, 'x + 1'))
}

const reasons = ['src/exact', 'src/prover', 'src/grading'].flatMap(reasonsIn)

it('looks at all of them', () => {
  expect(reasons.length).toBeGreaterThan(20)
})

it.each([...new Set(reasons)])('%s is said in Chinese', (reason) => {
  expect(reasonInChinese(reason)).toMatch(/\p{Script=Han}/u)
})

it('leaves alone what is not of the prover', () => {
  expect(reasonInChinese('`eval` is not followed')).toBe('`eval` is not followed')
})
