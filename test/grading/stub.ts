import type { CheckContext, Outcome } from '../../src/checks/define-check.ts'
import type { CheckSpec, Exercise } from '../../src/exercise.ts'
import { say } from '../../src/messages/render.ts'
import type { LoadedFunction, MissingFunction } from '../../src/session.ts'
import { exerciseOf, OPTIONS } from '../checks/judge-text.ts'

export const square = exerciseOf({
  parameters: { alpha: [0.5, 2] },
  functions: { f: 'alpha * x ** 2', df: { derivative: { of: 'f', in: 'x' } } },
  checks: [
    { kind: 'value', function: 'f', points: 3 },
    { kind: 'derivative', function: 'df', points: 3 },
    { kind: 'stability', function: 'f', points: 1 },
    { kind: 'proof', function: 'f', points: 1 },
  ],
  mistakes: [
    {
      note: 'doubled',
      function: 'f',
      title: 'Twice',
      hint: 'Once.',
      formula: '2 * alpha * x ** 2',
    },
  ],
})

export const PLACE = {
  ...{ kind: 'source' as const, file: 'a.ts', line: 1, column: 14 },
  ...{ text: 'export const f = (x) => x', remark: '`f` is defined here' },
}

export const LOADED: LoadedFunction = {
  ...{ kind: 'function', arity: 2, place: PLACE },
  formula: { kind: 'undecided', why: { id: 'not-followed.unasked', values: {} } },
}

export function checkCalled(id: string, exercise: Exercise = square): CheckSpec {
  const found = exercise.checks.find((check) => check.id === id)
  if (found === undefined) throw new Error(`no check ${id}`)
  return found
}

/** What the parts of grading look at, with what a test changes of it. */
export function contextOf(id: string, change: Partial<CheckContext> = {}): CheckContext {
  const exercise = change.exercise ?? square
  const spec = change.spec ?? checkCalled(id, exercise)
  const found = (): LoadedFunction | MissingFunction => LOADED
  return {
    ...{ exercise, spec, found, asked: [], options: OPTIONS },
    function: exercise.functions[spec.function as string],
    session: {
      record: () => ({ loading: [], running: [], asked: 0, answers: 0 }),
      inspect: async () => ({ kind: 'inspected', findings: [] }),
      observe: async () => [],
    },
    proof: () => ({ ...LOADED.formula, verdict: 'refused' }),
    reference: () => Promise.reject(new Error('no table')),
    everywhere: () => Promise.reject(new Error('no table')),
    ...change,
  } as CheckContext
}

export const PASSED: Outcome = {
  ...{ status: 'passed', says: say('points.right', { tested: 2 }) },
  ...{ points: { tested: 2, failed: 0 }, evidence: [] },
}

export const WRONG: Outcome = {
  ...{ status: 'failed', cause: 'wrong-answer', points: { tested: 2, failed: 1 }, evidence: [] },
  says: say('points.wrong', { function: 'f', inputs: { x: 1, alpha: 2 }, expected: 2, got: 3 }),
}
