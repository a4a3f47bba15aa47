import { dirname, join } from 'node:path'
import { createServices } from '../../src/grading/create-services.ts'
import type { LintBench } from '../../src/lint/bench.ts'
import { referencesHere } from '../../src/node/references.ts'
import type { Sandbox } from '../../src/node/sandbox.ts'

/** A bench for the pack in a folder, with fewer points than a real run: content shows at any. */
export function benchFor(exercises: string, sandbox: Sandbox): LintBench {
  return {
    exercises,
    solutions: join(dirname(exercises), 'solutions'),
    shownAs: { exercises: 'exercises', solutions: 'solutions' },
    sandbox,
    services: createServices(referencesHere({ cache: false, backend: 'tfjs', env: {} })),
    options: { seed: 7, points: 512, exhaustive: false, only: [], at: [] },
  }
}
