import { spawnSync } from 'node:child_process'

/**
 * Grades a made course of many people on five platforms, and holds every grade, state and cell
 * against the truth that it was made from: node scripts/course.js [people]
 */
const people = process.argv[2] ?? '1000'
const { status } = spawnSync(
  'npx',
  ['vitest', 'run', 'test/batch/course', '--reporter', 'verbose'],
  {
    stdio: 'inherit',
    env: { ...process.env, MLP_CHECK_COURSE: people },
  },
)
process.exitCode = status ?? 1
