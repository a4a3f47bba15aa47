import type { RunReport } from '../../src/report/report.ts'
import {
  crashedCheck,
  exampleReport,
  exampleSubmission,
  passedCheck,
  skippedCheck,
  wrongCheck,
} from './example-report.ts'
import { hostileTexts } from './hostile-text.ts'

const everything = hostileTexts.join('\n')

/** Every text that a submission has a say in is hostile, and everything that can happen happens. */
export function hostileReport(text = everything): RunReport {
  return exampleReport({
    pack: { source: text, sha256: text },
    submissions: [
      exampleSubmission({
        student: text,
        exercise: 'ex1',
        file: text,
        output: text,
        checks: [
          passedCheck({ title: text }),
          wrongCheck({
            title: text,
            message: text,
            evidence: [
              {
                kind: 'counterexample',
                inputs: { x: '-0', alpha: 0.25 },
                got: text,
                expected: { kind: 'value', value: [0.1, 'NaN', { W1: [text] }] },
                where: text,
              },
              {
                kind: 'source',
                file: text,
                line: 3,
                column: 2,
                endColumn: 400,
                text,
                remark: text,
              },
              { kind: 'remark', text },
            ],
            printed: [{ inputs: { x: '-0', [text]: text }, text, dropped: 12 }],
          }),
          crashedCheck({ message: text }),
          skippedCheck({ message: text }),
        ],
      }),
      exampleSubmission({
        student: null,
        exercise: 'ex2',
        status: 'errored',
        checks: [
          wrongCheck({
            status: 'errored',
            cause: 'machine',
            message: 'The sandbox could not be started.',
            evidence: [],
          }),
          wrongCheck({
            title: 'SECRET question',
            function: 'secretFunction',
            message: 'SECRET answer',
            visibility: 'hidden',
          }),
        ],
      }),
      exampleSubmission({
        student: null,
        exercise: 'ex11',
        checks: [
          crashedCheck({
            cause: 'does-not-parse',
            message: 'sigmoid.ts:3:12: A closing bracket is missing.',
          }),
        ],
      }),
    ],
  })
}
