import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { rulesFor } from '../../src/course/course.ts'
import type { CourseNames } from '../../src/course/hold-names.ts'
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

const checks = ['value', 'stability', 'proof'].map((kind) => ({ id: `tanh-${kind}`, kind }))
const names: CourseNames = {
  exercises: [
    { id: 'ex1', checks },
    { id: 'ex2', checks: [{ id: 'prelu-value', kind: 'value' }] },
  ],
  idOf: (name) => ({ ex1: 'ex1', tanh: 'ex1', ex2: 'ex2' })[name],
}

describe('a course config', () => {
  it('is read from YAML, and an exercise wins over the course', async () => {
    const course = await loadCourse(saved(whole), names)
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
    await expect(loadCourse(saved(text), names)).rejects.toThrow(UsageError)
    await loadCourse(saved(text), names).catch((error: UsageError) =>
      expect(error.advice).toContain(advice),
    )
  })

  it.each([
    ['visibility: { no-such-check: hidden }', 'visibility.no-such-check: no check and no kind'],
    ['visibility: { tanh-vaule: hidden }', 'is called so. Did you mean "tanh-value"'],
    ['visibility: { Stability: hidden }', 'Did you mean "stability"'],
    ['visibility: { tanh/value: hidden }', 'Did you mean "tanh-value"'],
    ['exercises: { ex99: {} }', 'exercises.ex99: there is no such exercise'],
    ['exercises: { ex2: { visibility: { tanh-value: hidden } } }', 'no check of ex2 and no kind'],
    ['exercises: { ex2: { visibility: { stability: hidden } } }', 'no check of ex2 and no kind'],
    ['exercises: { tanh: {}, ex1: {} }', 'exercises.ex1: this is tanh again'],
    ['late: { percentPerDay: 10 }', 'late: says nothing where no due time does'],
    ['exercises: { ex2: { late: { percentPerDay: 10 } } }', 'exercises.ex2.late: says nothing'],
  ])('whose rule %s would never hold is refused with the near name', async (text, advice) => {
    const loading = loadCourse(saved(text), names)
    await expect(loading).rejects.toThrow('is no course config')
    await loading.catch((error: UsageError) => expect(error.advice).toContain(advice))
  })

  it('may call an exercise by any of its names', async () => {
    const course = await loadCourse(saved('exercises: { tanh: { attempts: 2 } }'), names)
    expect(rulesFor(course, 'ex1')).toEqual({ attempts: 2 })
  })

  it('that is no YAML or not there is refused without a stack', async () => {
    await expect(loadCourse(saved('a: [1'), names)).rejects.toThrow(/is not valid YAML/)
    await expect(loadCourse('/nowhere/course.yaml', names)).rejects.toThrow(/cannot be read/)
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
