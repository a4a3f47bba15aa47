import type { GradebookInput, GradebookPerson, PersonCell } from '../../src/gradebook/gradebook.ts'
import type { Row } from '../../src/gradebook/row.ts'
import { builtInPack, findExercise } from '../../src/pack/pack.ts'

const pack = builtInPack()
export const exercise = pack.load(findExercise(pack, 'ex1'))
const second = pack.load(findExercise(pack, 'ex2'))

const HOSTILE = [
  '</script><script>globalThis.hurt = 1</script>',
  '<img src=x onerror="globalThis.hurt = 1">',
  '"\'`&<!--\u2028\u202e',
  '=HYPERLINK("http://x")',
]

/**
 * Of ex1, four in ten failed: half by one mistake, half without a name in three ways. Of ex2 a third
 * is missing, and every eleventh waits for a human.
 */
export function gradebookOf(count: number, hostile = false): GradebookInput {
  return {
    title: `Gradebook of ${count}`,
    origin: 'made for a test, seed 7',
    rules: ['The total leaves out the lowest 1 of each person.'],
    exercises: [exercise, second],
    people: Array.from({ length: count }, (_, index) => person(index, hostile)),
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

function person(index: number, hostile: boolean): GradebookPerson {
  const name = hostile ? `${HOSTILE[index % HOSTILE.length]} ${index}` : `Student ${index}`
  const answer = row(index)
  const first: PersonCell = {
    state: answer.status,
    score: answer.score,
    maxScore: answer.maxScore,
    why: '',
    late: index % 7 === 0,
    file: `${name}/ex1.ts`,
    row: answer,
  }
  const state = index % 11 === 0 ? 'set-aside' : index % 3 === 0 ? 'missing' : 'passed'
  const other: PersonCell = {
    state,
    score: state === 'passed' ? 500 : 0,
    maxScore: 500,
    why: state === 'set-aside' ? `${name}/hw.rar: not opened` : '',
    late: false,
    file: '',
  }
  return {
    key: String(5000 + index),
    name,
    id: hostile ? `<b>${index}` : String(5000 + index),
    sections: index % 4 === 0 ? [] : [hostile ? `<i>S${index % 4}</i>` : `S${index % 4}`],
    total: { score: first.score + other.score, maxScore: 1500 },
    dropped: index % 5 === 0 ? ['ex2'] : [],
    feedback: `students/${index}.html`,
    cells: new Map([
      ['ex1', first],
      ['ex2', other],
    ]),
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
