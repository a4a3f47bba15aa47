import { describe, expect, it } from 'vitest'
import { FormulaError, grade, proveEqual, UsageError } from '../src/index.ts'
import { packageRoot } from '../src/package-root.ts'

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

  it('decides whether two formulas are one function', () => {
    expect(proveEqual('2 * sigmoid(2 * x) - 1', 'tanh(x)').verdict).toBe('equal')
    expect(proveEqual('D(tanh(x), x)', '1 - tanh(x)').verdict).toBe('different')
    expect(proveEqual('abs(a) * x', 'a * x', ['a > 0']).verdict).toBe('equal')
    expect(() => proveEqual('tanh(', 'x')).toThrow(FormulaError)
  })
})
