import type { GradebookInput, GradedSubmission } from '../../src/gradebook/gradebook.ts'
import type { Row } from '../../src/gradebook/row.ts'
import { builtInPack, findExercise } from '../../src/pack/pack.ts'

const pack = builtInPack()
export const exercise = pack.load(findExercise(pack, 'ex1'))

const HOSTILE = [
  '</script><script>globalThis.hurt = 1</script>',
  '<img src=x onerror="globalThis.hurt = 1">',
  '"\'`&<!--\u2028\u202e',
  '=HYPERLINK("http://x")',
]

/** Four in ten failed: half by one mistake, half without a name in three ways. */
export function gradebookOf(count: number, hostile = false): GradebookInput {
  return {
    title: `Gradebook of ${count}`,
    origin: 'made for a test, seed 7',
    exercises: [exercise],
    submissions: Array.from({ length: count }, (_, index) => submission(index, hostile)),
    curvesOf: () => [
      {
        function: 'dtanh',
        curve: {
          kind: 'curve',
          variable: 'x',
          parameters: {},
          x: [-1, 0, 1],
          got: [0.2, 'NaN', 0.2],
          expected: [0.4, 1, 0.4],
        },
      },
    ],
  }
}

function submission(index: number, hostile: boolean): GradedSubmission {
  const name = hostile ? `${HOSTILE[index % HOSTILE.length]} ${index}` : `Student ${index}`
  return {
    student: name,
    exercise: 'ex1',
    late: index % 7 === 0,
    file: `${name}/ex1.ts`,
    feedback: `students/${index}.html`,
    row: row(index),
  }
}

function row(index: number): Row {
  const failed = index % 5 > 2
  const named = index % 2 === 0
  const note = failed && named ? { note: 'sign', noteTitle: 'the opposite sign' } : {}
  return {
    status: failed ? 'failed' : 'passed',
    score: failed ? (index * 37) % 1000 : 1000,
    maxScore: 1000,
    checks: exercise.checks.map(({ id, function: name }) => ({
      id,
      status: failed && id === 'dtanh-derivative' ? 'failed' : 'passed',
      ...(name !== undefined && { function: name }),
      ...(id === 'dtanh-derivative' && note),
    })),
    behaviour: { dtanh: failed ? `wrong ${index % 3}` : 'right' },
    // Each code is written by one in fifty.
    fingerprints: Array.from({ length: 40 }, (_, at) => (index % 50) * 100 + at),
  }
}
