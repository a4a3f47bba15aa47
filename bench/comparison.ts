import { differentiate } from '../src/formula/differentiate.ts'
import { type BackendChoice, createBackend } from '../src/node/backend.ts'
import { builtInPack } from '../src/pack/pack.ts'
import { agreementOf, kinkConventions, tablesOf } from '../src/reference/agreement.ts'
import { parseFormula } from '../src/source/parse-formula.ts'

export { agreementOf }

/** Kinks as people write them: the same function in several spellings. */
const SPELLINGS = [
  ...['relu(x)', 'max(x, 0)', 'max(0, x)', 'x > 0 ? x : 0', 'x >= 0 ? x : 0', '(x + abs(x)) / 2'],
  ...['abs(x)', 'prelu(x, p)', 'max(0, x) + p * min(0, x)', 'elu(x, p)', 'selu(x)', 'softsign(x)'],
  ...['relu6(x)', 'min(max(x, 0), 6)', 'hardSigmoid(x)', 'hardSwish(x)', 'hardTanh(x)'],
]

/** In the child process: computes everything with the one backend and sends it. */
async function answer(choice: BackendChoice, exhaustive: boolean) {
  const pack = builtInPack()
  const exercises = pack.entries.map((entry) => pack.load(entry))
  const backend = createBackend(choice)
  const tables = await tablesOf(exercises, backend, { seed: 7, points: 4096, exhaustive })
  const formulas = SPELLINGS.map((text) => {
    const formula = parseFormula(text)
    return { text, formula, slope: differentiate(formula, 'x') }
  })
  const kinks = await kinkConventions(formulas, 0.25, backend)
  return { report: backend.report(), tables, kinks }
}

if (process.send !== undefined) {
  const [, , choice, mode] = process.argv
  const result = await answer(choice as BackendChoice, mode === 'exhaustive').catch(
    (error: Error) => ({ missing: error.message }),
  )
  process.send(result, () => process.disconnect())
}
