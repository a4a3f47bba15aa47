import { describe, expect, it } from 'vitest'
import { FormulaError, type GradeRequest, grade, proveEqual, UsageError } from '../../src/index.ts'
import { packageRoot } from '../../src/package-root.ts'

describe('the library', () => {
  const request = { cwd: packageRoot(), backend: 'tfjs', cache: false } as const

  it('judges a file as the command does', async () => {
    const file = 'solutions/ex01-tanh/solution.ts'
    const report = await grade({ ...request, exercise: 'ex1', file, student: 'ada' })
    expect(report.schema).toBe('mlp-check/report/v1')
    expect(report.backend.name).toBe('tfjs')
    expect(report.submissions).toMatchObject([
      { student: 'ada', exercise: 'ex1', file, status: 'passed' },
    ])
  })

  it('reports a missing file and rejects an unknown exercise', async () => {
    const missing = await grade({ ...request, exercise: 'ex1', file: 'no-such-file.ts' })
    expect(missing.submissions[0]?.checks[0]?.cause).toBe('missing-file')
    await expect(grade({ ...request, exercise: 'tanhh', file: 'x.ts' })).rejects.toThrow(UsageError)
  })

  it.each<[Record<string, unknown>, RegExp]>([
    [{ only: ['dtan'] }, /function or check called "dtan"/],
    [{ only: [] }, /only is an empty list/],
    [{ only: [''] }, /only takes the name of a function/],
    [{ only: 'dtanh' }, /only takes a list/],
    [{ onyl: ['dtanh'] }, /takes no "onyl"/],
    [{ at: ['1,alpha=2'] }, /takes "alpha" beside its variable/],
    [{ at: [] }, /at is an empty list/],
    [{ points: 0 }, /points takes a whole number from 16/],
    [{ seed: -1 }, /seed takes a whole number from 0/],
    [{ backend: 'cuda' }, /backend is one of auto, tfjs-node, tfjs/],
    [{ cache: 'no' }, /cache is true or false/],
    [{ exhaustive: 1 }, /exhaustive is true or false/],
    [{ exercises: 'exercise' }, /there is no folder .*exercise/],
    [{ exercises: 'solutions' }, /there is no exercise in/],
    [{ student: 7 }, /student is a text/],
    [{ file: undefined }, /file is a text/],
    [{ exercise: '' }, /exercise is a text/],
  ])('refuses what the command would refuse: %j', async (changes, says) => {
    const asked = { ...request, exercise: 'ex1', file: 'solutions/ex01-tanh/solution.ts' }
    const judging = grade({ ...asked, ...changes } as unknown as GradeRequest)
    await expect(judging).rejects.toThrow(UsageError)
    await expect(judging).rejects.toThrow(says)
  })

  it('takes a part, single points, and a pack relative to where it works', async () => {
    const file = 'solutions/ex01-tanh/mistakes/sign.ts'
    const one = { ...request, exercise: 'ex1', file, exercises: 'exercises' }
    const part = await grade({ ...one, only: ['dtanh'], at: [-0.5, 'x=0.5'] })
    expect(part.submissions[0]?.checks.map(({ id }) => id)).toEqual(['dtanh-derivative'])
    expect(part.submissions[0]?.checks[0]?.points).toEqual({ tested: 2, failed: 2 })
  })

  it('decides whether two formulas are one function', () => {
    expect(proveEqual('2 * sigmoid(2 * x) - 1', 'tanh(x)').verdict).toBe('equal')
    expect(proveEqual('D(tanh(x), x)', '1 - tanh(x)').verdict).toBe('different')
    expect(proveEqual('abs(a) * x', 'a * x', ['a > 0']).verdict).toBe('equal')
    expect(() => proveEqual('tanh(', 'x')).toThrow(FormulaError)
  })
})
