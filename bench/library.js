import { readFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { grade, openChecker } from '../dist/library/index.js'
import { countFrom, median } from './paired.js'

/** A call of the library in a checker that is kept warm, beside `grade`, which opens one for itself. */

const rounds = countFrom(process.argv[2], 31)
const root = fileURLToPath(new URL('..', import.meta.url))
const source = readFileSync(`${root}solutions/ex01-tanh/solution.ts`, 'utf8')
const request = { exercise: 'ex1', source }
const checker = await openChecker()
const timed = async (work) => {
  const from = performance.now()
  await work()
  return performance.now() - from
}
// Neither pays for what is loaded once.
await grade(request)
await checker.grade(request)
const [alone, warm] = [[], []]
for (let round = 0; round < rounds; round++) {
  alone.push(await timed(() => grade(request)))
  warm.push(await timed(() => checker.grade(request)))
}
await checker.close()
console.log(`grade            median ${median(alone).toFixed(1)} ms`)
console.log(`a warm checker   median ${median(warm).toFixed(1)} ms`)
const ratios = alone.map((time, index) => warm[index] / time)
console.log(`ratio            median ${median(ratios).toFixed(3)} over ${rounds} pairs`)
