import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RunReport } from '../../src/report/report.ts'
import { mlpCheck } from './command.ts'

const folder = mkdtempSync(join(tmpdir(), 'mlp-check-lost-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const derivative = 'export const dtanh = (x: number): number => 1 - Math.tanh(x) ** 2\n'
const PEOPLE = {
  ada: `export const tanh = (x: number): number => Math.tanh(x)\n${derivative}`,
  // No turn of a loop is seen in it, so that its grader has to be ended.
  bob: `export const tanh = (x: number): number => new Array(2 ** 32 - 1).indexOf(x)\n${derivative}`,
  cleo: `const all: number[][] = []\nexport const tanh = (x: number): number => { for (;;) all.push(Array(1e6).fill(x)) }\n${derivative}`,
  dan: `export const tanh = (x: number): number => 1.001 * Math.tanh(x)\n${derivative}`,
  eve: `export const tanh = (x: number): number => 2 / (1 + Math.exp(-2 * x)) - 1\n${derivative}`,
}

beforeAll(() => {
  for (const [person, text] of Object.entries(PEOPLE)) {
    mkdirSync(join(folder, 'class', person), { recursive: true })
    writeFileSync(join(folder, 'class', person, 'ex1.ts'), text)
  }
})

test('what costs a grader is to blame for itself, and for nobody else', async () => {
  const together = [
    'batch',
    'class',
    '--workers',
    '1',
    '--reporter',
    `json=${join(folder, 'class.json')}`,
  ]
  const { code, stderr } = await mlpCheck(folder, ...together)
  expect(code, stderr).toBe(0)
  const { submissions } = JSON.parse(readFileSync(join(folder, 'class.json'), 'utf8')) as RunReport
  const answered = submissions.filter(({ exercise }) => exercise === 'ex1')
  const told = answered.map(({ student, status, checks }) => {
    const value = checks.find(({ id }) => id === 'tanh-value')
    return [student, status, value?.status, value?.cause]
  })
  expect(told).toEqual([
    ['ada', 'passed', 'passed', undefined],
    ['bob', 'failed', 'failed', 'did-not-finish'],
    ['cleo', 'failed', 'failed', 'out-of-memory'],
    ['dan', 'failed', 'failed', 'wrong-answer'],
    ['eve', 'passed', 'passed', undefined],
  ])
})
