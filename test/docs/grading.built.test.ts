import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, it } from 'vitest'
import { packageRoot } from '../../src/package-root.ts'
import { mlpCheck } from '../batch/command.ts'
import { folderWith } from '../batch/folders.ts'
import { callsIn } from './commands.ts'

const page = readFileSync(join(packageRoot(), 'docs', 'grading.md'), 'utf8')
const solutions = join(packageRoot(), 'solutions', 'ex01-tanh')
const right = readFileSync(join(solutions, 'solution.ts'), 'utf8')
const wrong = readFileSync(join(solutions, 'mistakes', 'sign.ts'), 'utf8')

const SHEET = (cells: readonly string[]) =>
  [
    'Student,ID,SIS User ID,SIS Login ID,Section,HW1 (123),Final Score',
    '    Points Possible,,,,,10,(read only)',
    `"Lee, Ann",5001,1,alee,S1,${cells[0]},`,
    `"Ray, Bob",5002,2,bray,S1,${cells[1]},`,
    `"Day, Ann",5003,3,aday,S2,${cells[2]},`,
    `"Day, Cy",5004,4,cday,S2,${cells[3]},`,
    '',
  ].join('\r\n')

const calls = callsIn(
  [...page.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, code]) => code).join('\n'),
)
const files = [...page.matchAll(/`([\w.-]+)`:\n\n```\w+\n([\s\S]*?)```/g)]

describe('the week of docs/grading.md', () => {
  let cwd: string

  beforeAll(() => {
    cwd = folderWith({
      'canvas.csv': SHEET(['', '', '', '']),
      'hw1/leeann_5001_901_ex1.ts': wrong,
      'hw1/raybob_LATE_5002_902_ex1.ts': right,
      'hw1/otherann_5003_903_ex1.ts': right,
    })
    mkdirSync(join(cwd, 'results'))
    for (const [, name = '', text = ''] of files) writeFileSync(join(cwd, name), text)
  })

  /** Runs the next command of the page, as a shell would. */
  const run = async (at: number) => {
    const line = (calls[at] ?? []).join(' ')
    const words = (line.match(/(?:[^\s"]|"[^"]*")+/g) ?? []).map((word) => word.replaceAll('"', ''))
    return mlpCheck(cwd, ...words)
  }
  const sheetIn = (folder: string) => readFileSync(join(cwd, folder, 'canvas.csv'), 'utf8')

  it('has a command for each day', () => {
    expect(calls.map(([name]) => name)).toEqual(['batch', 'batch', 'batch', 'batch', 'compare'])
    expect(files.map(([, name]) => name)).toEqual(['settled.csv', 'course.yaml', 'by-hand.csv'])
  })

  it('goes through: grades, doubts, rules, decisions, changes', async () => {
    const monday = await run(0)
    expect(monday.code).toBe(2)
    expect(monday.stdout).toContain('doubtful    hw1/otherann_5003_903_ex1.ts')
    const points = sheetIn('results').split('\r\n')[2]?.split(',')[6] as string
    expect(Number(points)).toBeGreaterThan(0)
    expect(sheetIn('results')).toBe(SHEET([points, '10', '', '']))
    const rows = parse(readFileSync(join(cwd, 'results', 'match.csv'))) as string[][]
    expect(rows.slice(1).map(([file]) => file)).toEqual(['hw1/otherann_5003_903_ex1.ts'])

    expect(await run(1)).toMatchObject({ code: 0 })
    expect(sheetIn('results')).toBe(SHEET([points, '10', '10', '']))

    const wednesday = await run(2)
    expect(wednesday.stdout).toContain('points are taken here')
    expect(wednesday.stdout).toContain('judged 0 in')
    expect(sheetIn('results')).toBe(SHEET([points, '10', '10', '']))

    expect(await run(3)).toMatchObject({ code: 0 })
    expect(sheetIn('results-thursday')).toBe(SHEET(['9.5', '10', '10', 'EX']))

    const friday = await run(4)
    expect(friday.stdout.split('\n').slice(0, 2)).toEqual([
      `Lee, Ann (5001), ex1: failed ${points} of 10 points → failed 9.5 of 10 points (a human decided)`,
      'Day, Cy (5004), ex1: missing 0 of 10 points → excused 0 of 10 points (a human decided)',
    ])
    expect(friday.stdout).toContain('2 grades changed; 2 people have the same grades')
  })
})
