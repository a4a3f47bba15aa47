import type {
  CheckReport,
  PackReport,
  RunReport,
  SubmissionReport,
} from '../../src/report/report.ts'

/** As runs by the shipped exercises say it. */
const builtInPack: PackReport = {
  source: 'built-in',
  sha256: '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae',
}

/** A report of one submission with two functions: one right, one wrong. Change what a test is about. */
export function exampleReport(changes: Partial<RunReport> = {}): RunReport {
  const submissions = changes.submissions ?? [exampleSubmission()]
  return {
    schema: 'mlp-check/report/v1',
    tool: { name: 'mlp-check', version: '0.1.0' },
    pack: builtInPack,
    node: 'v20.20.2',
    backend: { name: 'tfjs', version: '4.22.0', why: 'tfjs-node is not installed.' },
    seed: 7,
    pointScale: 100,
    startedAt: '2026-09-20T10:00:00.000Z',
    durationMs: 41,
    totals: {
      submissions: submissions.length,
      passed: submissions.filter(({ status }) => status === 'passed').length,
      failed: submissions.filter(({ status }) => status === 'failed').length,
      errored: submissions.filter(({ status }) => status === 'errored').length,
      score: submissions.reduce((sum, { score }) => sum + score, 0),
      maxScore: submissions.reduce((sum, { maxScore }) => sum + maxScore, 0),
    },
    ...changes,
    submissions,
  }
}

export function exampleSubmission(changes: Partial<SubmissionReport> = {}): SubmissionReport {
  const checks = changes.checks ?? [passedCheck(), wrongCheck(), skippedCheck()]
  return {
    student: 'alice',
    exercise: 'ex1',
    title: 'tanh and its derivative',
    file: 'ex1.ts',
    sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    status: 'failed',
    score: checks.reduce((sum, { score }) => sum + score, 0),
    maxScore: checks.reduce((sum, { maxScore }) => sum + maxScore, 0),
    durationMs: 12,
    ...changes,
    checks,
  }
}

export function passedCheck(changes: Partial<CheckReport> = {}): CheckReport {
  return {
    id: 'tanh/value',
    kind: 'value',
    function: 'tanh',
    title: 'tanh has the right values',
    status: 'passed',
    score: 200,
    maxScore: 200,
    message: 'Right at all 4096 points.',
    points: { tested: 4096, failed: 0 },
    evidence: [],
    ...changes,
  }
}

export function wrongCheck(changes: Partial<CheckReport> = {}): CheckReport {
  return {
    id: 'dtanh/derivative',
    kind: 'derivative',
    function: 'dtanh',
    title: 'dtanh is the derivative of tanh',
    status: 'failed',
    cause: 'wrong-answer',
    score: 150,
    maxScore: 450,
    message: 'dtanh(-0.5) is 0.25 but should be 0.7864477329659274.',
    points: { tested: 4096, failed: 3901 },
    note: 'tanh-derivative-square',
    evidence: [
      {
        kind: 'counterexample',
        inputs: { x: -0.5 },
        got: 0.25,
        expected: { kind: 'value', value: 0.7864477329659274 },
        difference: 0.5364477329659274,
        tolerance: 0.00001,
        references: { float64: 0.7864477329659274, tensorflow: 0.7864476442337036 },
      },
      {
        kind: 'spread',
        tested: 4096,
        failed: 3901,
        intervals: [
          { parameters: {}, variable: 'x', from: -20, to: 19.5, tested: 4096, failed: 3901 },
        ],
      },
      {
        kind: 'note',
        note: 'tanh-derivative-square',
        title: 'This is 1 - tanh(x)^2 with x in place of tanh(x).',
        hint: 'Which value must be squared?',
        by: 'values',
      },
      {
        kind: 'source',
        file: 'ex1.ts',
        line: 9,
        column: 10,
        endColumn: 19,
        text: '  return 1 - x * x',
        remark: 'dtanh returns this',
      },
      { kind: 'reproduce', command: 'mlp-check ex1 --only dtanh --at -0.5 --seed 7' },
      {
        kind: 'curve',
        variable: 'x',
        parameters: {},
        x: [-2, -1, -0.5, 0, 0.5, 1, 2],
        got: [4, 1, 0.25, '-0', 0.25, 1, 'NaN'],
        expected: [0.0706, 0.42, 0.7864, 1, 0.7864, 0.42, 0.0706],
      },
    ],
    ...changes,
  }
}

export function skippedCheck(changes: Partial<CheckReport> = {}): CheckReport {
  return {
    id: 'dtanh/stability',
    kind: 'stability',
    function: 'dtanh',
    title: 'dtanh stays finite far out',
    status: 'skipped',
    cause: 'dependency',
    score: 0,
    maxScore: 100,
    message: 'Not asked, because dtanh/derivative did not pass.',
    points: { tested: 0, failed: 0 },
    evidence: [],
    ...changes,
  }
}

export function crashedCheck(changes: Partial<CheckReport> = {}): CheckReport {
  return wrongCheck({
    id: 'dtanh/derivative',
    cause: 'did-not-finish',
    score: 0,
    message: 'dtanh(1) did not finish within its budget.',
    points: { tested: 12, failed: 1 },
    evidence: [],
    ...changes,
  })
}
