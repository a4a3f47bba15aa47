import { spawnSync } from 'node:child_process'

/**
 * What the tests of some rooms leave out of them, in lines and branches:
 *
 *     npm run coverage -- checks grading
 */
const rooms = process.argv.slice(2)
if (rooms.length === 0) {
  console.error('which rooms of src? for example: npm run coverage -- checks grading')
  process.exit(2)
}
const argv = [
  ...['run', '--coverage', '--coverage.provider=v8', '--coverage.reporter=text'],
  ...rooms.map((room) => `--coverage.include=src/${room}/**`),
  ...rooms.map((room) => `test/${room}`),
]
const { status } = spawnSync('npx', ['vitest', ...argv], { stdio: 'inherit', shell: true })
process.exit(status ?? 1)
