import { describe, expect, it } from 'vitest'
import { SpecError, type SpecProblem } from '../../src/errors.ts'
import { parseExercise } from '../../src/pack/parse-exercise.ts'

/** Lines are counted below: change nothing above what a row names. */
const SPEC = `id: ex1
aliases: [tanh]
title: A scaled tanh
source: a course
domain: [-20, 20]
parameters:
  alpha:
    values: [0.5, 1.5]
    default: 0.5
    assume: ['alpha > 0']
functions:
  f:
    signature: '(x: number, alpha: number) => number'
    summary: a function
    formula: 'alpha * tanh(x)'
  df:
    signature: '(x: number, alpha: number) => number'
    summary: its derivative
    derivative: { of: f, in: x }
    kinks: [{ at: 0, accept: between-or-nan }]
  g:
    signature: '(v: number[]) => number[]'
    summary: a function of a vector
checks:
  - { kind: value, function: f, points: 2.5 }
  - { kind: derivative, function: df, points: 1, after: [f-value] }
  - { kind: stability, function: f, points: 0 }
  - { kind: call, function: g, points: 2, reference: twice }
  - { kind: gradient, function: g, points: 2, reference: twice, in: 0 }
  - { kind: policy, function: f, rules: [{ rule: no-loops }], because: loops are slow }
mistakes:
  - { note: sign, function: df, title: sign, hint: look, formula: '-D(alpha * tanh(x), x)' }
  - { note: lost, function: f, title: lost, hint: look, formula: 'tanh(x)' }
hints: [one, two, three]
`
const REFERENCE = `import { defineReference } from 'mlp-check/reference'
export const twice = defineReference({ summary: 's', inputs: () => [[1]], exact: (v) => v })
`

function problems(text: string, references = REFERENCE): readonly SpecProblem[] {
  try {
    parseExercise(text, 'huber/exercise.yaml', { folder: 'ex01-f', references })
  } catch (error) {
    if (error instanceof SpecError) return error.problems
    throw error
  }
  return []
}

/** One change to the spec, and what is told of it: the line, what is said, what to do. */
type Row = readonly [
  name: string,
  from: string,
  to: string,
  line: number,
  message: RegExp,
  advice: RegExp,
]

const SYNTAX: readonly Row[] = [
  [
    'a text with a colon',
    "'(v: number[]) => number[]'",
    '(v: number) => number',
    22,
    /colon/,
    /quotes/,
  ],
  [
    'a bracket left open',
    'aliases: [tanh]',
    'aliases: [tanh',
    3,
    /bracket/,
    /close brackets|count/,
  ],
  ['a quote left open', "['alpha > 0']", "['alpha > 0]", 10, /./, /./],
  ['a tab', '  alpha:\n', '\talpha:\n', 7, /tab/, /blanks/],
  ['a key twice', 'title: A', 'title: B\ntitle: A', 4, /twice/, /one of the two/],
  ['a column off', '    summary: its', '   summary: its', 18, /indented/, /same column/],
  ['a letter of its own', "'alpha * tanh(x)'", '@x', 15, /begin with this letter/, /quotes/],
  ['a star', "'alpha * tanh(x)'", '*x', 15, /repeats|of its own/, /./],
  [
    'a line without a colon',
    'title: A scaled tanh',
    'title A scaled tanh',
    3,
    /no colon/,
    /blank behind/,
  ],
  ['a backslash', 'title: A scaled tanh', 'title: "A \\q tanh"', 3, /backslash/, /single quotes/],
  ['two documents', 'source: a', '---\nsource: a', 4, /one document/, /three dashes/],
]

const FORM: readonly Row[] = [
  ['a misspelt key', 'title:', 'titel:', 3, /unknown key "titel"/, /"title"/],
  [
    'a misspelt key of a check',
    'points: 2.5',
    'pionts: 2.5',
    25,
    /value check takes no "pionts"/,
    /"points"/,
  ],
  [
    'a misspelt key of a function',
    'summary: its',
    'sumary: its',
    18,
    /unknown key "sumary"/,
    /"summary"/,
  ],
  [
    'a misspelt key of a parameter',
    'default: 0.5',
    'defualt: 0.5',
    9,
    /unknown key "defualt"/,
    /"default"/,
  ],
  [
    'a misspelt key of a kink',
    'accept: between',
    'acept: between',
    20,
    /unknown key "acept"/,
    /"accept"/,
  ],
  ['a misspelt key of a derivative', 'of: f', 'off: f', 19, /unknown key "off"/, /"of"/],
  [
    'a misspelt key of a mistake',
    "hint: look, formula: 'tanh",
    "hnit: look, formula: 'tanh",
    33,
    /"hnit"/,
    /"hint"/,
  ],
  [
    'a misspelt key of a rule',
    'rule: no-loops',
    'rule: no-loops, lokups: true',
    30,
    /"lokups"/,
    /"lookups"/,
  ],
  [
    'a key that nothing reads',
    'source: a course',
    'source: a course\nauthor: me',
    5,
    /unknown key "author"/,
    /known here: id, aliases/,
  ],
  [
    'partial where nothing is partial',
    'reference: twice }',
    'reference: twice, partial: by-point }',
    28,
    /call check takes no "partial"/,
    /known here/,
  ],
  [
    'a tolerance of stability',
    'points: 0 }',
    'points: 0, tolerance: 1 }',
    27,
    /stability check takes no "tolerance"/,
    /./,
  ],
  [
    'a reference of value',
    'points: 2.5',
    'points: 2.5, reference: twice',
    25,
    /takes no "reference"/,
    /./,
  ],
  ['no id', 'id: ex1\n', '', 1, /"id" is missing/, /such as id: prelu/],
  ['no title', 'title: A scaled tanh\n', '', 1, /"title" is missing/, /One line for lists/],
  [
    'no summary',
    '    summary: its derivative\n',
    '',
    16,
    /"summary" is missing/,
    /shown to the student/,
  ],
  [
    'no signature',
    "    signature: '(v: number[]) => number[]'\n",
    '',
    21,
    /"signature" is missing/,
    /TypeScript/,
  ],
  ['no kind', 'kind: value, ', '', 25, /"kind" is missing/, /there are value, derivative/],
  [
    'no function',
    'function: f, points: 2.5',
    'points: 2.5',
    25,
    /"function" is missing/,
    /asks about/,
  ],
  [
    'no hint of a mistake',
    "hint: look, formula: 'tanh",
    "formula: 'tanh",
    33,
    /"hint" is missing/,
    /giving it away/,
  ],
  ['no reason of a policy', ', because: loops are slow', '', 30, /"because" is missing/, /Why/],
  ['no default', '    default: 0.5\n', '', 7, /"default" is missing/, /plotted/],
  [
    'no checks',
    /checks:\n(?: {2}- .*\n){6}/.exec(SPEC)?.[0] ?? '',
    'checks: []\n',
    24,
    /has 0 entries; there should be at least 1/,
    /What is asked/,
  ],
  ['an unknown kind', 'kind: value', 'kind: valeu', 25, /no kind "valeu"/, /"value"/],
  ['a kind of nowhere', 'kind: value', 'kind: beauty', 25, /no kind "beauty"/, /there are value/],
  ['an unknown rule', 'rule: no-loops', 'rule: no-lops', 30, /no rule "no-lops"/, /"no-loops"/],
  [
    'an unknown accept',
    'accept: between-or-nan',
    'accept: between-or-nann',
    20,
    /none of between, between-or-nan, nan, anything/,
    /"between-or-nan"/,
  ],
  [
    'an unknown severity',
    'points: 0 }',
    'points: 0, severity: warn }',
    27,
    /none of error, warning/,
    /"warning"/,
  ],
  [
    'an unknown visibility',
    'points: 0 }',
    'points: 0, visibility: hiden }',
    27,
    /none of visible, hidden/,
    /"hidden"/,
  ],
  [
    'an unknown partial',
    'points: 2.5',
    'points: 2.5, partial: by-points',
    25,
    /none of none/,
    /"by-point"/,
  ],
  [
    'a number for a text',
    'title: A scaled tanh',
    'title: 7',
    3,
    /is the number 7; it should be a text/,
    /'7'/,
  ],
  [
    'a text for a number',
    'points: 2.5',
    "points: '2.5'",
    25,
    /is the text "2.5"; it should be a number/,
    /without quotes/,
  ],
  ['a number for a list', 'values: [0.5, 1.5]', 'values: 0.5', 8, /it should be a list/, /\[0.5\]/],
  [
    'a list for a block',
    '  f:\n',
    '  h: [1]\n  f:\n',
    12,
    /is a list; it should be a block of keys/,
    /./,
  ],
  [
    'nothing for a block',
    '    derivative: { of: f, in: x }',
    '    derivative:',
    19,
    /is empty/,
    /of|prelu/,
  ],
  ['an infinite end', 'domain: [-20, 20]', 'domain: [-20, .inf]', 5, /finite number/, /./],
  [
    'a domain of three',
    'domain: [-20, 20]',
    'domain: [-20, 0, 20]',
    5,
    /has 3 entries/,
    /interval/,
  ],
  ['a domain of one', 'domain: [-20, 20]', 'domain: [20]', 5, /has 1 entry/, /interval/],
  [
    'negative points',
    'points: 2.5',
    'points: -1',
    25,
    /is -1; it should be at least 0/,
    /hundredths/,
  ],
  [
    'a fraction of a hundredth',
    'points: 2.5',
    'points: 2.555',
    25,
    /whole hundredths/,
    /hundredths/,
  ],
  ['a fraction of a position', 'in: 0 }', 'in: 0.5 }', 29, /whole number/, /position/],
  [
    'two hints',
    'hints: [one, two, three]',
    'hints: [one, two]',
    34,
    /has 2 entries; there should be exactly 3/,
    /nudge/,
  ],
  ['one hint', 'hints: [one, two, three]', 'hints: one', 34, /it should be a list/, /\[one\]/],
  ['an empty title', 'title: A scaled tanh', "title: ''", 3, /empty text/, /One line/],
  ['an id with capitals', 'id: ex1', 'id: Ex1', 1, /lower-case words/, /by which students/],
  ['an id of a device', 'id: ex1', 'id: con', 1, /Windows keeps/, /./],
  ['a name with a hyphen', '  g:\n', '  g-h:\n', 21, /"g-h" is no name/, /letters and digits/],
  ['no values', 'values: [0.5, 1.5]', 'values: []', 8, /has 0 entries/, /unusual/],
]

const MEANING: readonly Row[] = [
  ['a formula that ends early', "'alpha * tanh(x)'", "'alpha * tanh(x'", 15, /is no formula/, /./],
  [
    'a misspelt function',
    "'alpha * tanh(x)'",
    "'alpha * tnah(x)'",
    15,
    /no function `tnah`/,
    /tanh/,
  ],
  [
    'a power of another language',
    "'alpha * tanh(x)'",
    "'alpha ^ 2'",
    15,
    /no operator/,
    /x \*\* 2/,
  ],
  [
    'a stranger in a formula',
    "'alpha * tanh(x)'",
    "'alhpa * tanh(x)'",
    15,
    /"alhpa" is not an argument/,
    /"alpha"/,
  ],
  [
    'a stranger in a mistake',
    "formula: 'tanh(x)'",
    "formula: 'tanh(y)'",
    33,
    /"y" is not an argument/,
    /its arguments are x, alpha/,
  ],
  ['an assumption that is none', "'alpha > 0'", "'alpha >'", 10, /./, /./],
  [
    'a signature that is none',
    "'(v: number[]) => number[]'",
    "'number'",
    22,
    /no|not a function type/,
    /such as \(x: number\)/,
  ],
  ['a derivative of nothing', 'of: f', 'of: ff', 19, /no function "ff"/, /./],
  ['a derivative of itself', 'of: f', 'of: df', 19, /derivative of itself/, /differentiated/],
  ['a derivative of data', 'of: f', 'of: g', 19, /g has no formula/, /functions\.g\.formula/],
  ['a derivative in no argument', 'in: x', 'in: y', 19, /f has no argument "y"/, /x, alpha/],
  [
    'a check of no function',
    'kind: value, function: f',
    'kind: value, function: ff',
    25,
    /no function "ff"/,
    /./,
  ],
  [
    'a mistake of no function',
    'note: lost, function: f',
    'note: lost, function: fun',
    33,
    /no function "fun"/,
    /there are f, df, g/,
  ],
  [
    'a check that waits for nobody',
    'after: [f-value]',
    'after: [f-vlaue]',
    26,
    /no check "f-vlaue"/,
    /"f-value"/,
  ],
  [
    'a check that waits for itself',
    'after: [f-value]',
    'after: [df-derivative]',
    26,
    /waits for itself/,
    /leave it out/,
  ],
  [
    'two checks that wait for each other',
    'points: 2.5',
    'points: 2.5, after: [df-derivative]',
    25,
    /df-derivative, which waits for/,
    /wait for nothing/,
  ],
  [
    'two checks of one id',
    '- { kind: stability, function: f',
    '- { id: f-value, kind: stability, function: f',
    27,
    /two checks have the id "f-value"/,
    /of its own/,
  ],
  [
    'a kind without a formula',
    'kind: value, function: f',
    'kind: value, function: g',
    25,
    /function of numbers/,
    /call, gradient/,
  ],
  [
    'a derivative check of no derivative',
    'kind: derivative, function: df',
    'kind: derivative, function: f',
    26,
    /f is none/,
    /ask with value/,
  ],
  [
    'an unknown reference',
    'points: 2, reference: twice }',
    'points: 2, reference: twcie }',
    28,
    /exports no "twcie"/,
    /"twice"/,
  ],
  [
    'a position beyond the arguments',
    'in: 0 }',
    'in: 3 }',
    29,
    /none at position 3/,
    /from 0 to 0/,
  ],
  [
    'a domain the wrong way round',
    'domain: [-20, 20]',
    'domain: [20, -20]',
    5,
    /holds no interval/,
    /\[-20, 20\]/,
  ],
  [
    'a range the wrong way round',
    'kind: call, function: g, points: 2, reference: twice',
    'kind: range, function: g, points: 2, ranges: { a: [0, 1], b: [1, -1] }',
    28,
    /\[1, -1\] is the wrong way round/,
    /write \[-1, 1\]/,
  ],
  [
    'a range that ends at minus infinity',
    'kind: call, function: g, points: 2, reference: twice',
    "kind: range, function: g, points: 2, ranges: { a: [0, '-Infinity'] }",
    28,
    /wrong way round/,
    /write \[-Infinity, 0\]/,
  ],
  [
    'no range',
    'kind: call, function: g, points: 2, reference: twice',
    'kind: range, function: g, points: 2, ranges: {}',
    28,
    /names no function/,
    /tanh/,
  ],
  ['a kink outside of the domain', 'at: 0,', 'at: 30,', 20, /outside the domain/, /widen/],
  ['a kink twice', 'kinks: [', 'kinks: [{ at: 0 }, ', 20, /there twice/, /one of the two/],
  ['a kink at a variable', 'at: 0,', 'at: 2 * x,', 20, /"x" is not/, /./],
  [
    'a default not among the values',
    'default: 0.5',
    'default: 0.25',
    9,
    /0.25 is none of the values/,
    /add 0.25/,
  ],
  [
    'a value twice',
    'values: [0.5, 1.5]',
    'values: [0.5, 1.5, 0.5]',
    8,
    /0.5 is listed twice/,
    /once/,
  ],
  [
    'an unused parameter',
    '  alpha:\n',
    '  alhpa: { values: [1], default: 1 }\n  alpha:\n',
    7,
    /no function takes an argument "alhpa"/,
    /"alpha"/,
  ],
  [
    'an assumption that a value breaks',
    'values: [0.5, 1.5]',
    'values: [0.5, 1.5, -1]',
    10,
    /does not hold of the listed value -1/,
    /leave -1 out/,
  ],
  [
    'an assumption of a stranger',
    "'alpha > 0'",
    "'alhpa > 0'",
    10,
    /"alhpa", which is no argument/,
    /"alpha"/,
  ],
  [
    'a mistake that is right',
    "formula: 'tanh(x)'",
    "formula: 'alpha * tanh(x)'",
    33,
    /this is the right answer/,
    /what the mistake computes/,
  ],
  [
    'a mistake twice',
    "hint: look, formula: 'tanh(x)' }",
    "hint: look, formula: 'tanh(x)' }\n  - { note: lost, function: f, title: l, hint: h, formula: 'tanh(x)' }",
    34,
    /there twice/,
    /one of the two/,
  ],
  [
    'a formula that nothing reads',
    'summary: a function of a vector',
    "summary: a function of a vector\n    formula: '1'",
    24,
    /nothing reads this/,
    /reference\.ts/,
  ],
  [
    'a formula of a mistake of data',
    "function: f, title: lost, hint: look, formula: 'tanh(x)'",
    "function: g, title: lost, hint: look, formula: '1'",
    33,
    /nothing reads this/,
    /mistakes in reference\.ts/,
  ],
  [
    'an alias that is the id',
    'aliases: [tanh]',
    'aliases: [tanh, ex1]',
    2,
    /already names this exercise/,
    /leave it out/,
  ],
  [
    'one hint thrice',
    'hints: [one, two, three]',
    'hints: [one, two, one]',
    34,
    /there twice/,
    /more than the one before/,
  ],
  [
    'two arguments of one name',
    "'(v: number[]) => number[]'",
    "'(v: number[], v: number) => number'",
    22,
    /two arguments are called "v"/,
    /its own name/,
  ],
  [
    'no variable',
    '  alpha:\n',
    '  x: { values: [1], default: 1 }\n  alpha:\n',
    14,
    /no variable/,
    /out of the parameters/,
  ],
  [
    'rounding with too many steps',
    "'alpha * tanh(x)'",
    "'alpha * floor(100 * x)'",
    15,
    /floor\(100 \* x\) takes more than 200 whole numbers/,
    /narrow the domain/,
  ],
  [
    'a kink whose place no parameter brings into the domain',
    'at: 0,',
    "at: '100 * alpha',",
    20,
    /100 \* alpha, whatever the parameters, lies outside/,
    /widen the domain/,
  ],
  [
    'a pinned value that is none',
    'accept: between-or-nan',
    "accept: 'log(alpha - 1)'",
    20,
    /log\(alpha - 1\) is no number for some/,
    /accept nan/,
  ],
  [
    'a pinned value of the variable',
    'accept: between-or-nan',
    "accept: 'x / 2'",
    20,
    /"x" is not an argument/,
    /alpha/,
  ],
  ['a word', 'accept: between-or-nan', 'accept: maybe', 20, /none of/, /one of the words/],
  ['NaN as JavaScript writes it', 'accept: between-or-nan', 'accept: NaN', 20, /none of/, /"nan"/],
  [
    'sizes that do not grow',
    '{ kind: call, function: g, points: 2, reference: twice }',
    '{ kind: work, function: g, points: 2, reference: twice, most: [{ size: 9, turns: 9 }, { size: 9, turns: 9 }] }',
    28,
    /size 9 is less than twice the size 9/,
    /how fast it grows/,
  ],
  [
    'one size alone',
    '{ kind: call, function: g, points: 2, reference: twice }',
    '{ kind: work, function: g, points: 2, reference: twice, most: [{ size: 9, turns: 9 }] }',
    28,
    /has 1 entry; there should be at least 2/,
    /limits/,
  ],
  [
    'a translation of nothing',
    'hints: [one, two, three]\n',
    "hints: [one, two, three]\ntranslations: { zh-CN: { functions: { ff: '函数' } } }\n",
    35,
    /translates "ff", which is none of the functions/,
    /Did you mean "df"/,
  ],
  [
    'a translation of a reason that nobody gives',
    'hints: [one, two, three]\n',
    "hints: [one, two, three]\ntranslations: { zh-CN: { because: { f-polcy: '循环很慢' } } }\n",
    35,
    /translates "f-polcy", which is none of the checks/,
    /Did you mean "f-policy"/,
  ],
  [
    'a translation of what nothing teaches',
    'hints: [one, two, three]\n',
    "hints: [one, two, three]\ntranslations: { zh-CN: { teaches: { solution: '一行' } } }\n",
    35,
    /translates "solution", which is none of the solutions that teach something/,
    /there are none/,
  ],
  [
    'two translations of one mistake',
    'hints: [one, two, three]\n',
    'hints: [one, two, three]\ntranslations: { zh-CN: { mistakes: { lost: [{ title: a, hint: b }, { title: c, hint: d }] } } }\n',
    35,
    /has 2 translations, but the note "lost" is of one mistake/,
    /one for each/,
  ],
  [
    'a translation into no language',
    'hints: [one, two, three]\n',
    'hints: [one, two, three]\ntranslations: { zh-TW: { title: t } }\n',
    35,
    /unknown key "zh-TW"/,
    /known here: zh-CN/,
  ],
  [
    'a translation with two hints',
    'hints: [one, two, three]\n',
    'hints: [one, two, three]\ntranslations: { zh-CN: { hints: [a, b] } }\n',
    35,
    /has 2 entries; there should be exactly 3/,
    /three hints/,
  ],
]

describe('a malformed spec is told with its line and what to do', () => {
  it('and a sound one is not', () => {
    expect(problems(SPEC)).toEqual([])
  })

  it('in at least seventy kinds', () => {
    expect([...SYNTAX, ...FORM, ...MEANING].length).toBeGreaterThanOrEqual(70)
  })

  it.each([...SYNTAX, ...FORM, ...MEANING])('%s', (_, from, to, line, message, advice) => {
    expect(SPEC.split(from).length, 'what is changed is there').toBeGreaterThan(1)
    const found = problems(SPEC.replace(from, to))
    const texts = found.map((problem) => `${problem.line}: ${problem.message} (${problem.advice})`)
    const told = found.find((problem) => problem.line === line && message.test(problem.message))
    expect(told, texts.join('\n')).toMatchObject({
      file: 'huber/exercise.yaml',
      column: expect.any(Number),
    })
    expect(told?.advice ?? '', texts.join('\n')).toMatch(advice)
    // What hangs on the slip may be told as well, and nothing beyond.
    expect(texts.length, texts.join('\n')).toBeLessThanOrEqual(2)
    expect(texts.join('\n')).not.toMatch(
      /expected|received|invalid input|undefined|mapping|scalar|schema|zod/i,
    )
  })
})

describe('all is told at once', () => {
  it('what has the wrong form, what means nothing, and what is wrong beside the spec', () => {
    const text = SPEC.replace('title:', 'titel:')
      .replace("'alpha * tanh(x)'", "'alhpa * tanh(x)'")
      .replace('kind: derivative, function: df', 'kind: derivative, function: dff')
      .replace('note: sign', 'nte: sign')
    const found = problems(text, "import 'node:fs'\n").map(({ file, line }) => `${file}:${line}`)
    expect(found.sort()).toEqual([
      'huber/exercise.yaml:15',
      'huber/exercise.yaml:26',
      'huber/exercise.yaml:3',
      'huber/exercise.yaml:32',
      'huber/reference.ts:1',
    ])
  })

  it('and a part that cannot be read is not missed elsewhere', () => {
    const text = SPEC.replace('    summary: a function\n', '    sumary: a function\n')
    expect(problems(text).map(({ line }) => line)).toEqual([14])
  })

  it('points at the letter of a formula', () => {
    const [problem] = problems(SPEC.replace("'alpha * tanh(x)'", "'alpha * tnah(x)'"))
    expect(problem).toMatchObject({ line: 15, column: 23 })
  })
})
