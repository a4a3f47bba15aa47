import { describe, expect, it } from 'vitest'
import { UsageError } from '../../src/errors.ts'
import { askedOptions, type WrittenOptions } from '../../src/grading/asked-options.ts'

const asked = (written: WrittenOptions) => askedOptions(written, (option) => `--${option}`)

describe('askedOptions', () => {
  it('takes what is absent for everything', () => {
    expect(asked({})).toEqual({ seed: 7, points: 4096, exhaustive: false, only: [], at: [] })
  })

  it('takes numbers as a command line and as a program writes them', () => {
    expect(asked({ seed: '0', points: '16' })).toEqual(asked({ seed: 0, points: 16 }))
    expect(asked({ at: ['-0.5', ' x = 1 , alpha = -0 '] }).at).toEqual([
      { variable: -0.5, parameters: {} },
      { variable: 1, named: 'x', parameters: { alpha: -0 } },
    ])
    expect(asked({ at: [-0] }).at).toEqual([{ variable: 0, parameters: {} }])
  })

  it.each<[keyof WrittenOptions, unknown]>([
    ['seed', ''],
    ['seed', ' '],
    ['seed', -1],
    ['seed', 1.5],
    ['seed', 2 ** 32],
    ['seed', null],
    ['seed', true],
    ['seed', [7]],
    ['points', 0],
    ['points', 15],
    ['points', 'many'],
    ['points', Number.NaN],
    ['points', 2 ** 20 + 1],
    ['exhaustive', 'yes'],
    ['only', 'tanh'],
    ['only', []],
    ['only', ['']],
    ['only', ['  ']],
    ['only', [7]],
    ['at', 0.5],
    ['at', []],
    ['at', ['']],
    ['at', ['x']],
    ['at', ['x=']],
    ['at', ['1,2']],
    ['at', ['1,=2']],
    ['at', ['1,alpha']],
    ['at', ['1,alpha=']],
    ['at', ['1,alpha=1,alpha=2']],
    ['at', ['NaN']],
    ['at', ['Infinity']],
    ['at', [null]],
  ])('refuses %s: %j, naming the option', (option, value) => {
    const call = () => asked({ [option]: value })
    expect(call).toThrow(UsageError)
    expect(call).toThrow(new RegExp(`^--${option} `))
  })
})
