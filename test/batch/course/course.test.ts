import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { mlpCheck } from '../command.ts'
import { gradeCourse } from './grade-course.ts'
import { PLATFORMS, WRONG } from './platforms.ts'

/** `node scripts/course.js 1000` makes it as large as one likes. */
const COUNT = Number(process.env.MLP_CHECK_COURSE ?? 60)

describe(`a course of ${COUNT} people`, () => {
  let wrong: number

  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mlp-check-wrong-'))
    writeFileSync(join(folder, 'ex1.ts'), WRONG)
    const { stdout } = await mlpCheck(folder, 'check', 'ex1', 'ex1.ts', '--reporter', 'json')
    wrong = JSON.parse(stdout).submissions[0].score / 100
  })

  it.each(PLATFORMS.map((make) => [make.name.replace('Course', ''), make] as const))(
    'gets every grade, state and cell of its sheet as it was made: %s',
    async (_, make) => {
      const { faults, code, settled } = await gradeCourse(make, COUNT, wrong)
      expect(faults).toEqual([])
      expect(code).toBe(2)
      expect(settled.faults).toEqual([])
      expect(settled.code).toBe(0)
    },
    600_000,
  )
})
