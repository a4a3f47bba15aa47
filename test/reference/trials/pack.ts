import type { CheckSpec, Exercise } from '../../../src/exercise.ts'
import { compileReferences } from '../../../src/pack/reference-script.ts'
import type { TrialRequest } from '../../../src/reference/trials/trial-table.ts'

/** An exercise with nothing but a `reference.ts`. */
export function exerciseWith(text: string): Exercise {
  const checks: CheckSpec[] = []
  return {
    ...{ id: 'ex0', folder: 'ex00-trial', aliases: [], title: 't', source: 's' },
    ...{
      domain: [-1, 1],
      parameters: {},
      functions: {},
      checks,
      mistakes: [],
      equivalents: [],
      hints: [],
    },
    references: compileReferences(text, 'reference.ts'),
    sha256: text,
  }
}

export function asked(reference: string, change: Partial<TrialRequest> = {}): TrialRequest {
  return { check: 'f-call', reference, gradientIn: null, seed: 7, ...change }
}
