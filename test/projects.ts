/** Rooms of pure functions: their tests need no build. */
const ROOMS = [
  'course',
  'docs',
  'exact',
  'formula',
  'messages',
  'paths',
  'plot',
  'prover',
  'report',
  'reporters',
  'site',
  'source',
  'statement',
  'symbolic',
  'text',
]

const folders = `test/{${ROOMS.join(',')}}/**`
const files = ['test/architecture.test.ts', 'test/projects.test.ts']

/**
 * Two projects: what needs no build starts at once, for everything else the build comes first. A
 * test in a pure room that runs the machine all the same is called `….built.test.ts`.
 */
export const PURE = {
  include: [`${folders}/*.test.ts`, ...files],
  exclude: [`${folders}/*.built.test.ts`],
}
export const BUILT = {
  include: ['test/**/*.test.ts'],
  exclude: [`${folders}/!(*.built).test.ts`, ...files],
}

/**
 * What takes minutes and guards what seldom changes: whole corpora, recipes among attacks, machines
 * that fail. Left out of `npm test` unless MLP_CHECK_ALL_TESTS is set, as `.ci/run` does.
 */
export const LONG = [
  'test/hostile/{hostile,surroundings,surfaces}.test.ts',
  'test/docs-ci.test.ts',
  'test/cli/{beginners,try-lines}.test.ts',
  'test/blame/machine.test.ts',
  'test/batch/disk.test.ts',
  'test/browser/{hostile,same-verdicts}.test.ts',
  'test/exercises/{answers,monstrous-answers,nothing-earned}.test.ts',
  'test/lint/{more,shipped}.test.ts',
]
