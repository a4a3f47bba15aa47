import { resolve } from 'node:path'
import { whyNotFollowed } from '../checks/why-not-followed.ts'
import { UsageError } from '../errors.ts'
import { printFormula } from '../formula/print.ts'
import { render, say, speaker } from '../messages/render.ts'
import { openSession } from '../sandbox/sandbox.ts'
import type { DerivedFormula, Session, SubmissionSource } from '../session.ts'
import { readSubmission } from '../source/find-submission.ts'
import { requiredParameters } from '../source/parameters.ts'
import { parseTypeScript } from '../source/parse-typescript.ts'
import { asNode } from '../source/syntax-tree.ts'
import type { Invocation, Surroundings } from './command.ts'
import { ExitCode } from './exit-code.ts'
import { chosenLocale } from './locale.ts'

interface Asked {
  readonly file: string
  readonly name: string
  /** As the command line names them; else those that the function asks for. */
  readonly given: readonly string[] | undefined
}

/** Prints the formula that a function of a file computes, or the construct that stopped it. */
export async function proveSource(
  { options }: Invocation,
  surroundings: Surroundings,
  wantsJson: boolean,
): Promise<number> {
  const asked = askedOf(options)
  const read = await readSubmission(resolve(surroundings.cwd, asked.file), asked.file)
  if (read.kind === 'fault') throw new UsageError(read.message, read.advice)
  const session = openSession()
  const { args, formula } = await derive(read.source, asked, session).finally(() => session.close())
  const shown = { ...asked, args, formula }
  const locale = chosenLocale(options, surroundings)
  surroundings.stdout.write(wantsJson ? asJson(shown) : asText(shown, locale))
  return formula.kind === 'formula' ? ExitCode.passed : ExitCode.undecided
}

function askedOf({ source, function: name, arguments: list }: Invocation['options']): Asked {
  if (typeof name !== 'string') {
    throw new UsageError(
      'the function is not named',
      'Write mlp-check prove --source ex1.ts --function tanh.',
    )
  }
  const given = typeof list === 'string' ? list.split(',').filter(Boolean) : undefined
  return { file: String(source), name, given }
}

interface Derived {
  readonly args: readonly string[]
  readonly formula: DerivedFormula
}

async function derive(source: SubmissionSource, asked: Asked, session: Session): Promise<Derived> {
  const { name, given } = asked
  const { program } = parseTypeScript(source.text)
  const args = given ?? requiredParameters(asNode(program), name) ?? ['x']
  const formula = await derivedFor(source, { name, args }, session)
  if (given !== undefined || args.length < 2) return { args, formula }
  // Who leaves out an argument that is asked for may mean another function.
  const first = await derivedFor(source, { name, args: args.slice(0, 1) }, session)
  return { args, formula: isAmbiguous(formula, first) ? ambiguous(args) : formula }
}

async function derivedFor(
  source: SubmissionSource,
  { name, args }: { readonly name: string; readonly args: readonly string[] },
  session: Session,
): Promise<DerivedFormula> {
  const loaded = await session.load(source, [{ name, arguments: args, symbolic: true }])
  if (loaded.kind === 'fault') throw new UsageError(loaded.message, loaded.advice)
  const found = loaded.functions[name]
  if (found?.kind === 'function') return found.formula
  const near = found?.near ?? []
  const advice = near.length > 0 ? `Did you mean ${near.join(' or ')}?` : 'Is it exported?'
  throw new UsageError(`there is no function ${name} in ${source.file}`, advice)
}

/** Whether the function also works with its first argument alone, and computes something else then. */
function isAmbiguous(all: DerivedFormula, first: DerivedFormula): boolean {
  if (all.kind !== 'formula' || first.kind !== 'formula') return false
  const alone = printFormula(first.expr)
  return alone !== printFormula(all.expr) && !/\bNaN\b/.test(alone)
}

function ambiguous(args: readonly string[]): DerivedFormula {
  const construct = args.slice(1).join(', ')
  return { kind: 'undecided', why: say('not-followed.argument', { construct }) }
}

interface Shown extends Asked, Derived {}

function asJson({ file, name, args, formula }: Shown): string {
  const answer =
    formula.kind === 'formula'
      ? { verdict: 'formula', formula: printFormula(formula.expr), assumes: formula.assumes }
      : {
          verdict: 'refused',
          why: render(formula.why),
          construct: formula.why.values.construct,
          line: formula.line,
          file: formula.file ?? file,
        }
  return `${JSON.stringify({ source: file, function: name, arguments: args, ...answer }, null, 2)}\n`
}

function asText({ name, args, formula }: Shown, locale: Parameters<typeof speaker>[0]): string {
  const speak = speaker(locale)
  const call = `${name}(${args.join(', ')})`
  if (formula.kind === 'undecided') {
    return `${speak('derive.refused', { call, why: render(whyNotFollowed(formula), locale) })}\n`
  }
  const assumed = formula.assumes.map((one) => speak(`derive.${one}`))
  const lines = [speak('derive.computes', { call }), printFormula(formula.expr), ...assumed]
  return `${lines.map((line, index) => (index === 0 ? line : `  ${line}`)).join('\n')}\n`
}
