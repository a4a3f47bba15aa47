import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { rulesFor } from '../../src/course/course.ts'
import { loadCourse } from '../../src/course/load-course.ts'
import { courseJsonSchema, parseCourse } from '../../src/course/schema.ts'
import { UsageError } from '../../src/errors.ts'

const whole = `due: 2026-09-20T23:59:00+02:00
late: { percentPerDay: 10 }
attempts: 3
visibility: { stability: hidden }
exercises:
  ex2: { due: 2026-09-27T23:59:00+02:00 }
`

describe('a course config', () => {
  it('is read from YAML, and an exercise wins over the course', async () => {
    const course = await loadCourse(saved(whole))
    expect(rulesFor(course, 'ex1')).toEqual({
      due: '2026-09-20T23:59:00+02:00',
      late: { graceMinutes: 0, percentPerDay: 10, mostPercent: 100 },
      attempts: 3,
      visibility: { stability: 'hidden' },
    })
    expect(rulesFor(course, 'ex2').due).toBe('2026-09-27T23:59:00+02:00')
  })

  it.each([
    ['deu: 1', 'unknown key "deu"; did you mean "due"?'],
    [
      'late: { percentPerDay: 10, grace: 3 }',
      'late: unknown key "grace"; did you mean "graceMinutes"?',
    ],
    ['due: 2026-09-20', 'due: a time with its offset'],
    ['due: 2026-09-20T23:59:00', 'due: a time with its offset'],
    ['late: { percentPerDay: 101 }', 'late.percentPerDay'],
    ['visibility: { value: secret }', 'visibility.value'],
    ['[1]', 'expected object'],
  ])('that says %s is refused with the place', async (text, advice) => {
    await expect(loadCourse(saved(text))).rejects.toThrow(UsageError)
    await loadCourse(saved(text)).catch((error: UsageError) =>
      expect(error.advice).toContain(advice),
    )
  })

  it('that is no YAML or not there is refused without a stack', async () => {
    await expect(loadCourse(saved('a: [1'))).rejects.toThrow(/is not valid YAML/)
    await expect(loadCourse('/nowhere/course.yaml')).rejects.toThrow(/cannot be read/)
  })

  it('has a JSON Schema that agrees', () => {
    const validate = new Ajv2020({ strict: false }).compile(courseJsonSchema())
    expect(validate({ due: '2026-09-20T23:59:00+02:00', late: { percentPerDay: 10 } })).toBe(true)
    expect(validate({ deu: 1 })).toBe(false)
    expect(() => parseCourse({}, 'course.yaml')).not.toThrow()
  })
})

function saved(text: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'mlp-check-')), 'course.yaml')
  writeFileSync(file, text)
  return file
}
