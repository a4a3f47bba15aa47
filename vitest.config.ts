import { createRequire } from 'node:module'
import { defineConfig } from 'vitest/config'
import { LongFirst } from './test/long-first.ts'
import { PATIENCE } from './test/patience.ts'
import { BUILT, LONG, PURE } from './test/projects.ts'

const engine = '@jitl/quickjs-wasmfile-release-sync/emscripten-module'
const whole = Boolean(process.env.MLP_CHECK_ALL_TESTS)

/** `pure` starts at once; `built` runs what is shipped, and builds it first where anything changed. */
export default defineConfig({
  // As in the build: the glue's ES module waits before it does anything.
  resolve: { alias: { [engine]: createRequire(import.meta.url).resolve(engine) } },
  test: {
    testTimeout: PATIENCE.testMs,
    hookTimeout: PATIENCE.testMs,
    setupFiles: ['test/learn-languages.ts'],
    // A test keeps one core busy: whole corpora too, whose sandboxes work while vitest waits.
    maxWorkers: '100%',
    sequence: { sequencer: LongFirst },
    projects: [
      {
        extends: true,
        test: { name: 'pure', include: PURE.include, exclude: PURE.exclude, pool: 'threads' },
      },
      {
        extends: true,
        test: {
          name: 'built',
          include: BUILT.include,
          exclude: whole ? BUILT.exclude : [...BUILT.exclude, ...LONG],
          globalSetup: ['test/global-setup.ts'],
        },
      },
    ],
  },
})
