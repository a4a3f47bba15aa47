import { defineConfig } from 'vitest/config'
import { BUILT, PURE } from './test/projects.ts'

/** `pure` starts at once; `built` runs what is shipped, and builds it first where anything changed. */
export default defineConfig({
  test: {
    testTimeout: 60_000,
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
          exclude: BUILT.exclude,
          globalSetup: ['test/global-setup.ts'],
        },
      },
    ],
  },
})
