import { resolve } from 'node:path'
import { performance } from 'node:perf_hooks'
import { UsageError } from '../../errors.ts'
import { FormulaError } from '../../formula/formula-error.ts'
import { markedLine } from '../../messages/marked-line.ts'
import { decidePair, decidePairs, type NamedPair } from '../../prover/decide-pairs.ts'
import type { Decision } from '../../prover/decision.ts'
import { readText } from '../../read-text.ts'
import { parseAssumption, parseFormula } from '../../source/parse-formula.ts'
import type { CommandModule, Invocation, Surroundings } from '../command.ts'
import { ExitCode } from '../exit-code.ts'
import { proveSource } from '../prove-source.ts'
import { readPairs } from '../read-pairs.ts'
import { type ProvedPair, proofAsJson, proofAsLatex, proofAsText } from '../show-proof.ts'

const PARSER = { formula: parseFormula, assumption: parseAssumption }

export const run: CommandModule['run'] = async (invocation, surroundings) => {
  const { file, source } = invocation.options
  if (source !== undefined) {
    return proveSource(invocation, surroundings, wantsJson(invocation.options))
  }
  return typeof file === 'string'
    ? proveFile(file, invocation, surroundings)
    : provePair(invocation, surroundings)
}

const CODES: { readonly [verdict in Decision['verdict']]: number } = {
  equal: ExitCode.passed,
  different: ExitCode.wrongAnswer,
  'null-set': ExitCode.nearlyEqual,
  domain: ExitCode.nearlyEqual,
  unknown: ExitCode.undecided,
}

function provePair({ words, options }: Invocation, { stdout }: Surroundings): number {
  const [a, b] = words
  if (a === undefined || b === undefined) {
    throw new UsageError(
      'two formulas are needed',
      "Write mlp-check prove 'tanh(x) + 1' '2*sigmoid(2*x)'.",
    )
  }
  const assumptions = assumptionsIn(options)
  const proved: ProvedPair = { a, b, assumptions, decision: decide(a, b, assumptions) }
  stdout.write(`${render(proved, options)}\n`)
  return CODES[proved.decision.verdict]
}

function render(proved: ProvedPair, options: Invocation['options']): string {
  if (wantsJson(options)) return proofAsJson(proved)
  if (options.latex === true) return proofAsLatex(proved, PARSER)
  return proofAsText(proved, { explain: options.explain === true })
}

/** What cannot be read is shown with the place. */
function decide(a: string, b: string, assumptions: readonly string[]): Decision {
  for (const [text, read] of [
    [a, parseFormula],
    [b, parseFormula],
    ...assumptions.map((one) => [one, parseAssumption] as const),
  ] as const) {
    try {
      read(text)
    } catch (error) {
      if (!(error instanceof FormulaError)) throw error
      const { offset } = error
      const { text: shown, blanks } = markedLine(text, { from: offset, to: offset + 1 })
      throw new UsageError(`${error.message}\n  ${shown}\n  ${blanks}^`, error.advice)
    }
  }
  return decidePair({ a, b, assumptions }, PARSER)
}

async function proveFile(
  file: string,
  { options }: Invocation,
  { cwd, stdout }: Surroundings,
): Promise<number> {
  const text = await readText(resolve(cwd, file)).catch((error: Error) => {
    throw new UsageError(`${file} cannot be read: ${error.message}`)
  })
  const assumed = assumptionsIn(options)
  const pairs = readPairs(file, text).map(
    (pair): NamedPair => ({ ...pair, assumptions: [...pair.assumptions, ...assumed] }),
  )
  const answers = decidePairs(pairs, PARSER, () => performance.now())
  if (wantsJson(options)) {
    stdout.write(`[\n${answers.map((answer) => JSON.stringify(answer)).join(',\n')}\n]\n`)
    return ExitCode.passed
  }
  for (const { id, verdict, witness, why } of answers) {
    const at = Object.entries(witness ?? {}).map(([name, value]) => `${name} = ${value}`)
    const detail = [at.length > 0 ? `at ${at.join(', ')}` : '', why ?? ''].filter(Boolean)
    stdout.write(`${[id, verdict, ...detail].join('  ')}\n`)
  }
  return ExitCode.passed
}

function assumptionsIn(options: Invocation['options']): readonly string[] {
  return Array.isArray(options.assume) ? options.assume.map(String) : []
}

function wantsJson({ reporter }: Invocation['options']): boolean {
  const chosen = Array.isArray(reporter) ? reporter : [reporter]
  return chosen.includes('json')
}
