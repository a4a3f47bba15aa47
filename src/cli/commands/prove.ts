import { resolve } from 'node:path'
import { UsageError } from '../../errors.ts'
import type { Range } from '../../formula/domain.ts'
import { FormulaError } from '../../formula/formula-error.ts'
import type { Locale } from '../../messages/catalogue.ts'
import { markedLine } from '../../messages/marked-line.ts'
import { speaker } from '../../messages/render.ts'
import {
  decidePair,
  decidePairs,
  type NamedPair,
  type PairText,
} from '../../prover/decide-pairs.ts'
import type { Decision, Verdict } from '../../prover/decision.ts'
import { readText } from '../../read-text.ts'
import { translated } from '../../reporters/check-words.ts'
import { isSyntaxProblem } from '../../source/faults/syntax-problem.ts'
import { parseAssumption, parseFormula } from '../../source/parse-formula.ts'
import type { CommandModule, Invocation, Surroundings } from '../command.ts'
import { ExitCode } from '../exit-code.ts'
import { proveSource } from '../prove-source.ts'
import { readPairs } from '../read-pairs.ts'
import { type ProvedPair, proofAsJson, proofAsLatex, proofAsText } from '../show-proof.ts'
import { localeIn } from '../workspaces.ts'

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

const CODES: { readonly [verdict in Verdict]: number } = {
  equal: ExitCode.passed,
  'equal-on-domain': ExitCode.passed,
  'equal-up-to-rounding': ExitCode.passed,
  different: ExitCode.wrongAnswer,
  'null-set': ExitCode.nearlyEqual,
  domain: ExitCode.nearlyEqual,
  unknown: ExitCode.undecided,
  refused: ExitCode.undecided,
}

function provePair({ words, options }: Invocation, surroundings: Surroundings): number {
  const [a, b] = words
  if (a === undefined || b === undefined) {
    throw new UsageError(
      'two formulas are needed',
      "Write mlp-check prove 'tanh(x) + 1' '2*sigmoid(2*x)'.",
    )
  }
  const pair = { a, b, ...termsIn(options) }
  const proved: ProvedPair = {
    ...pair,
    decision: decide(pair, surroundings.stderr.columns, localeIn(options, surroundings)),
  }
  const isData = wantsJson(options) || options.latex === true
  const text = `${render(proved, options, surroundings)}\n`
  surroundings.stdout.write(text, isData ? 'data' : undefined)
  return CODES[proved.decision.verdict]
}

function render(
  proved: ProvedPair,
  options: Invocation['options'],
  surroundings: Surroundings,
): string {
  if (wantsJson(options)) return proofAsJson(proved)
  if (options.latex === true) return proofAsLatex(proved, PARSER)
  const locale = localeIn(options, surroundings)
  return proofAsText(proved, { explain: options.explain === true, locale })
}

/** What cannot be read is shown with the place. */
function decide(pair: PairText, columns: number, locale: Locale): Decision {
  for (const [text, read] of [
    [pair.a, parseFormula],
    [pair.b, parseFormula],
    ...pair.assumptions.map((one) => [one, parseAssumption] as const),
  ] as const) {
    try {
      read(text)
    } catch (error) {
      if (!(error instanceof FormulaError)) throw error
      const { offset } = error
      const { text: shown, blanks } = markedLine(
        text,
        { from: offset, to: offset + 1 },
        columns - 2,
      )
      const { sentence, advice } = inWords(error, locale)
      throw new UsageError(`${sentence}\n  ${shown}\n  ${blanks}^`, advice)
    }
  }
  return decidePair(pair, PARSER)
}

/** What is wrong with the syntax is known as data, and said in the reader's language. */
function inWords({ message, advice, cause }: FormulaError, locale: Locale) {
  if (!isSyntaxProblem(cause)) return { sentence: message, advice }
  const { says } = cause
  const wrong = translated(says, cause.message, { locale })
  const sentence = message.replace(cause.message, () => wrong)
  return {
    sentence,
    advice: translated({ ...says, id: `${says.id}.do` }, cause.advice, { locale }),
  }
}

async function proveFile(
  file: string,
  { options }: Invocation,
  surroundings: Surroundings,
): Promise<number> {
  const { cwd, stdout } = surroundings
  const text = await readText(resolve(cwd, file)).catch((error: Error) => {
    throw new UsageError(`${file} cannot be read: ${error.message}`)
  })
  const { assumptions: assumed, ...terms } = termsIn(options)
  const pairs = readPairs(file, text).map(
    (pair): NamedPair => ({ ...pair, ...terms, assumptions: [...pair.assumptions, ...assumed] }),
  )
  const locale = localeIn(options, surroundings)
  const isData = wantsJson(options)
  const answers = decidePairs(pairs, PARSER, {
    now: () => performance.now(),
    ...(!isData && { inWords: (error) => inWords(error, locale).sentence }),
  })
  if (isData) {
    stdout.write(`[\n${answers.map((answer) => JSON.stringify(answer)).join(',\n')}\n]\n`, 'data')
    return ExitCode.passed
  }
  const speak = speaker(locale)
  for (const { id, verdict, witness, within, why } of answers) {
    const at = Object.entries(witness ?? {}).map(([name, value]) => `${name} = ${value}`)
    const detail = [
      at.length > 0 ? speak('prove.at', { where: at.join(', ') }) : '',
      within === undefined ? '' : speak('prove.within', { within }),
      why === undefined ? '' : speak('prove.detail', { why }),
    ].filter(Boolean)
    stdout.write(`${[id, speak(`prove.verdict.${verdict}`), ...detail].join('  ')}\n`)
  }
  return ExitCode.passed
}

/** What is assumed, which intervals count, and how far apart the values may be there. */
function termsIn(options: Invocation['options']): Omit<PairText, 'a' | 'b'> {
  const intervals = Object.fromEntries(textsIn(options.domain).map(intervalOf))
  return {
    assumptions: textsIn(options.assume),
    ...(Object.keys(intervals).length > 0 && { intervals }),
    ...(options.tolerance !== undefined && { tolerance: toleranceOf(String(options.tolerance)) }),
  }
}

function textsIn(option: Invocation['options'][string]): readonly string[] {
  return Array.isArray(option) ? option.map(String) : []
}

function intervalOf(text: string): readonly [name: string, range: Range] {
  const [, name = '', from = '', to = ''] = /^\s*([A-Za-z_]\w*)\s*=(.+)\.\.(.+)$/.exec(text) ?? []
  const [low, high] = [Number(from), Number(to)]
  if (name === '' || !Number.isFinite(low) || !Number.isFinite(high) || low > high) {
    throw new UsageError(`\`${text}\` is no interval`, 'Write --domain x=-20..20.')
  }
  return [name, [low, high]]
}

function toleranceOf(text: string): number {
  const value = Number(text)
  if (Number.isFinite(value) && value >= 0) return value
  throw new UsageError(`\`${text}\` is no tolerance`, 'Write --tolerance 1e-5.')
}

function wantsJson({ reporter }: Invocation['options']): boolean {
  const chosen = Array.isArray(reporter) ? reporter : [reporter]
  return chosen.includes('json')
}
