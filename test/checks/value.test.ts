import { describe, expect, test } from 'vitest'
import { at, exerciseOf, judgesEach, openJudge } from './judge-text.ts'

const judge = openJudge()

const square = exerciseOf({
  functions: { f: 'x ** 2' },
  checks: [{ kind: 'value', function: 'f', points: 4 }],
  mistakes: [
    { note: 'doubled', function: 'f', title: 'twice', hint: 'Once.', formula: '2 * x ** 2' },
  ],
})

const body = (text: string) => `export const f = (x: number): any => { ${text} }`

describe('accepts what is right at every point, however it is written', () => {
  judgesEach(judge, square, 'f-value', [
    ['a product', body('return x * x'), { status: 'passed', score: 400 }],
    ['a power', body('return x ** 2'), { says: { id: 'points.right', values: { tested: 512 } } }],
    ['within the tolerance', body('return x * x + 5e-6'), { message: 'right at all 512 points' }],
    [
      'by a table that no formula is read from',
      'const table = new Map([["two", 2]])\nexport const f = (x: number) => x ** table.get("two")!',
      { status: 'passed', points: { tested: 512, failed: 0 } },
    ],
  ])
})

describe('refuses what is wrong, and says the simplest point at which it is', () => {
  judgesEach(judge, square, 'f-value', [
    [
      'another function, with the note of a known mistake',
      body('return 2 * x * x'),
      {
        ...{ status: 'failed', cause: 'wrong-answer', score: 0, note: 'doubled' },
        message: 'f(1) should be 1, but yours is 2',
        says: { id: 'points.wrong', values: { function: 'f', inputs: { x: 1 }, got: 2 } },
      },
    ],
    ['just beyond the tolerance', body('return x * x + 1.1e-5'), { cause: 'wrong-answer' }],
    [
      'a number that does not exist',
      body('return x > 3 ? NaN : x * x'),
      { cause: 'wrong-answer', message: 'f(4) should be 16, but yours is NaN' },
    ],
    [
      'no number',
      body('return x > 3 ? "9" : x * x'),
      {
        ...{ cause: 'wrong-answer', says: { id: 'points.not-a-number' } },
        message: 'f(4) should be a number, but yours returned "9" (a string)',
      },
    ],
    [
      'nothing',
      body('x * x'),
      { message: 'f(0) should be a number, but yours returned undefined' },
    ],
    [
      'a throw',
      body('if (x > 3) throw new Error("too large"); return x * x'),
      {
        ...{ status: 'failed', cause: 'crashed', score: 0, says: { id: 'points.threw' } },
        message: 'f(4) should be a number, but yours threw Error: too large',
      },
    ],
    [
      'a bump between all samples, at the point that the proof finds',
      body('return x > 3.33333 && x < 3.33334 ? 0 : x * x'),
      {
        ...{ cause: 'wrong-answer', points: { tested: 513, failed: 1 } },
        says: { id: 'witness.wrong', values: { tested: 512, got: 0 } },
        message:
          /^right at all 512 points, but f\(3\.3333\d+\) should be 11\.1\d+, and yours is 0$/,
      },
    ],
    [
      'a right formula whose arithmetic is not',
      body('return (x * x + 1e17) - 1e17'),
      {
        ...{ cause: 'wrong-answer', says: { id: 'arithmetic.wrong' } },
        message:
          'your formula is right, but its arithmetic is not: f(1) should be 1, and yours is 0',
      },
    ],
  ])
})

describe('ends with what a function did instead of answering', () => {
  judgesEach(judge, square, 'f-value', [
    [
      'it never ends',
      body('for (;;) {}'),
      {
        ...{ status: 'failed', cause: 'did-not-finish', says: { id: 'data.fault' } },
        message: /^f\(\S+\): it did not finish: the budget of loop turns and calls ran out$/,
      },
    ],
    [
      'it never ends at some points',
      body('while (x > 1); return x * x'),
      { message: /^f\([1-9]\S*\): it did not finish/ },
    ],
    [
      'it asks for too much memory',
      body('return "x".repeat(1e9)'),
      {
        ...{ status: 'failed', cause: 'out-of-memory' },
        message: /^f\(\S+\): it asked for more memory than a submission may use \(64 MB\)$/,
      },
    ],
    [
      'it throws dice',
      body('return x * x + Math.random()'),
      {
        ...{ status: 'failed', cause: 'not-deterministic', says: { id: 'submission.unstable' } },
        message: /^f\(\S+\) was \S+ first and \S+ when called again: /,
      },
    ],
    [
      'it counts its calls',
      `let calls = 0\n${body('return x * x + 1e-9 * calls++')}`,
      { cause: 'not-deterministic' },
    ],
    [
      'it is not there, but something like it is',
      'export const F = (x: number) => x * x',
      {
        ...{ status: 'failed', cause: 'missing-export', points: { tested: 0, failed: 0 } },
        message: 'the file does not export a function called f (it has F)',
      },
    ],
    [
      'it is no function',
      'export const f = 9',
      { message: 'the file does not export a function called f (it has 9 by that name)' },
    ],
  ])
})

describe('shows a failure with its evidence', () => {
  test('in the order of the report, and a line that shows it again', async () => {
    const { 'f-value': check } = await judge(square, body('return 2 * x * x'))
    expect(check?.evidence.map(({ kind }) => kind)).toEqual([
      ...['counterexample', 'spread', 'curve', 'note', 'source', 'reproduce'],
    ])
    expect(check?.evidence[0]).toEqual({
      ...{ kind: 'counterexample', inputs: { x: 1 }, got: 2, difference: 1, tolerance: 1e-5 },
      expected: { kind: 'value', value: 1 },
      references: { float64: 1, tensorflow: 1 },
    })
    expect(check?.evidence.at(-1)).toEqual({
      ...{ kind: 'reproduce', command: 'mlp-check trial --only f --at 1 --seed 7' },
    })
  })

  test('no difference from what is no finite number', async () => {
    for (const wrong of ['NaN', '1 / 0', '"x"']) {
      const { 'f-value': check } = await judge(square, body(`return ${wrong}`))
      expect(check?.evidence[0]).toHaveProperty('tolerance')
      expect(check?.evidence[0]).not.toHaveProperty('difference')
    }
  })

  test('the line of a throw, and no arithmetic behind it', async () => {
    const { 'f-value': check } = await judge(square, body('\n  throw new Error("no")'))
    expect(check?.evidence.filter(({ kind }) => kind === 'source')).toMatchObject([{ line: 2 }])
    const example = check?.evidence.find(({ kind }) => kind === 'counterexample')
    expect(example).toMatchObject({ got: 'Error: no' })
  })

  test('the part of the formula that loses the digits', async () => {
    const { 'f-value': check } = await judge(square, body('return (x * x + 1e17) - 1e17'))
    expect(check?.evidence.find(({ kind }) => kind === 'arithmetic')).toMatchObject({
      ...{ problem: 'cancellation', expression: expect.stringContaining('- 1e17') },
    })
  })
})

describe('is asked', () => {
  const cut = body('return x > 5 ? 0 : x * x')
  judgesEach(judge, square, 'f-value', [
    ['at a point where it is wrong', cut, { message: 'f(6) should be 36, but yours is 0' }, at(6)],
    [
      'at one where it is right',
      body('return x * x'),
      { message: 'right at the one point tried' },
      at(3),
    ],
    [
      'at one where it is right, and at no other that a proof knows',
      cut,
      { status: 'passed' },
      at(3),
    ],
  ])

  const loose = exerciseOf({
    functions: { f: 'x ** 2' },
    checks: [
      { kind: 'value', function: 'f', points: 4, tolerance: { float64: 0.1, absolute: 0.1 } },
    ],
  })
  judgesEach(judge, loose, 'f-value', [
    ['with a tolerance of its own', body('return x * x + 0.09'), { status: 'passed' }],
    ['and not beyond it', body('return x * x + 0.5'), { status: 'failed' }],
  ])
})

describe('of what rounds to a whole number', () => {
  const floor = exerciseOf({
    functions: {
      f: 'floor(x / 4)',
      g: 'floor(x * 0.29)',
      df: { derivative: { of: 'f', in: 'x' } },
    },
    domain: [-20, 120],
    checks: [
      { kind: 'value', function: 'f', points: 1 },
      { kind: 'value', function: 'g', points: 1 },
      { kind: 'derivative', function: 'df', points: 1 },
      { kind: 'proof', function: 'f', points: 0 },
    ],
  })
  const f = (body: string) => `export const f = (x: number) => ${body}`
  const g = (body: string) => `export const g = (x: number) => ${body}`
  const df = (body: string) => `export const df = (x: number) => ${body}`

  judgesEach(judge, floor, 'f-value', [
    ['the floor', f('Math.floor(x / 4)'), { status: 'passed' }],
    [
      'the remainder taken off',
      f('(x - (x % 4 < 0 ? (x % 4) + 4 : x % 4)) / 4'),
      { status: 'passed' },
    ],
    [
      'the other neighbour at the whole numbers',
      f('Math.ceil(x / 4) - 1'),
      { status: 'failed', message: /f\(0\) should be 0, but yours is -1/ },
    ],
    ['towards zero', f('Math.trunc(x / 4)'), { status: 'failed' }],
  ])
  judgesEach(judge, floor, 'f-proof', [
    ['the floor', f('-Math.ceil(-x / 4)'), { message: /^proved for/ }],
    ['the other neighbour', f('Math.ceil(x / 4) - 1'), { status: 'failed' }],
  ])
  judgesEach(judge, floor, 'g-value', [
    // 100 * 0.29 is 28.999999999999996.
    ['in doubles', g('Math.floor(x * 0.29)'), { status: 'passed' }],
    ['in fractions', g('Math.floor((x * 29) / 100)'), { status: 'passed' }],
    ['of another factor', g('Math.floor(x * 0.28)'), { status: 'failed' }],
  ])
  const size = exerciseOf({
    functions: { size: 'floor((x + 2 * p - k) / s) + 1' },
    domain: [1, 40],
    parameters: {
      k: { values: [1, 3, 5], default: 3, assume: ['k > 0'] },
      p: { values: [0, 1, 2], default: 1 },
      s: { values: [1, 2, 3], default: 2, assume: ['s > 0'] },
    },
    checks: [{ kind: 'value', function: 'size', points: 1 }],
  })
  const sizeIs = (body: string) =>
    `export const size = (x: number, k: number, p: number, s: number) => ${body}`
  judgesEach(judge, size, 'size-value', [
    // Not proved, so that the doubles beside its jumps are asked about: 1.9999999999999996 + 4 is 6.
    ['added up otherwise', sizeIs('Math.floor((x - k + 2 * p + s) / s)'), { status: 'passed' }],
    ['the other neighbour', sizeIs('Math.ceil((x + 2 * p - k) / s)'), { status: 'failed' }],
  ])
  judgesEach(judge, floor, 'df-derivative', [
    ['flat', df('0'), { status: 'passed' }],
    ['nothing at the jumps', df('x % 4 === 0 ? NaN : 0'), { status: 'passed' }],
    ['nothing elsewhere', df('x % 2 === 0 ? NaN : 0'), { status: 'failed' }],
    ['a slope', df('1 / 4'), { status: 'failed' }],
  ])
})

describe('where the formula has no value', () => {
  const functions = {
    f: 'sqrt(x)',
    df: { derivative: { of: 'f', in: 'x' } },
    nowhere: 'log(-1 - x ** 2)',
    dnowhere: { derivative: { of: 'nowhere', in: 'x' } },
  } as const
  const partly = exerciseOf({
    functions,
    domain: [-20, 20],
    checks: [
      { kind: 'value', function: 'f', points: 1 },
      { kind: 'kink', function: 'f', points: 1 },
      { kind: 'value', function: 'nowhere', points: 1 },
      { kind: 'derivative', function: 'dnowhere', points: 1 },
      { kind: 'proof', function: 'nowhere', points: 1 },
    ],
  })
  const all = (f: string) =>
    ['f', 'nowhere', 'dnowhere']
      .map((name) => `export const ${name} = (x: number) => ${f}`)
      .join('\n')
  const blamed = (message: RegExp) => ({ status: 'errored', message }) as const

  judgesEach(judge, partly, 'f-value', [
    [
      'only what is judged is counted',
      all('Math.sqrt(x)'),
      { message: /^right at all 2\d\d points/ },
    ],
    ['and nothing else is', all('x < 0 ? 7 : Math.sqrt(x)'), { status: 'passed' }],
  ])
  judgesEach(judge, partly, 'f-kink', [
    ['there is no kink', all('Math.sqrt(x)'), blamed(/exercise is at fault.*nothing to judge/)],
  ])
  const faults = [
    ['nowhere-value', /formula of nowhere has no value/],
    ['dnowhere-derivative', /formula of nowhere has no value/],
    ['nowhere-proof', /formula of nowhere has no value/],
  ] as const
  for (const [check, message] of faults) {
    judgesEach(judge, partly, check, [['nobody passes', all('7'), blamed(message)]])
  }
})
