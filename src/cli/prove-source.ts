import { resolve } from 'node:path'
import { whyNotFollowed } from '../checks/why-not-followed.ts'
import { MachineError, UsageError } from '../errors.ts'
import { printFormula } from '../formula/print.ts'
import { render, say, speaker } from '../messages/render.ts'
import { readSubmission } from '../node/find-submission.ts'
import { openSession } from '../node/sandbox.ts'
import type { DerivedFormula, Session, SubmissionSource } from '../session.ts'
import { requiredParameters } from '../source/parameters.ts'
import { parseFormula } from '../source/parse-formula.ts'
import { parseTypeScript } from '../source/parse-typescript.ts'
import { asNode } from '../source/syntax-tree.ts'
import type { Invocation, Surroundings } from './command.ts'
import { ExitCode } from './exit-code.ts'
import { byAbsence, byFault, type Unjudged, unjudgedAsText } from './unjudged.ts'
import { localeIn } from './workspaces.ts'

interface Asked {
  readonly file: string
  readonly name: string
  /** As the command line names them; else those that the function asks for. */
  readonly given: readonly string[] | undefined
}

/** Prints the formula that a function of a file computes, or the construct that stopped it. */
export async function proveSource(
  invocation: Invocation,
  surroundings: Surroundings,
  wantsJson: boolean,
): Promise<number> {
  const asked = askedOf(invocation)
  const locale = localeIn(invocation.options, surroundings)
  const { stdout, stderr } = surroundings
  const found = await find(asked, surroundings.cwd)
  if (found.kind === 'unjudged') {
    if (wantsJson) stdout.write(unjudgedAsJson(asked, found), 'data')
    stderr.write(unjudgedAsText(found, locale))
    return ExitCode.submission
  }
  const shown = { ...asked, ...found }
  if (wantsJson) stdout.write(asJson(shown), 'data')
  else stdout.write(asText(shown, locale))
  return found.formula.kind === 'formula' ? ExitCode.passed : ExitCode.undecided
}

async function find(asked: Asked, cwd: string): Promise<Derived | Unjudged> {
  const read = readSubmission(resolve(cwd, asked.file), asked.file)
  if (read.kind === 'fault') {
    const { cause, message, advice } = read
    if (cause === 'missing-file') throw new UsageError(message, advice)
    if (cause === 'machine') throw new MachineError(message, advice)
    return byFault(read)
  }
  const session = openSession()
  return derive(read.source, asked, session).finally(() => session.close())
}

function askedOf({ words, options }: Invocation): Asked {
  const { source, function: name, arguments: list } = options
  if (words.length > 0) {
    throw new UsageError(
      '--source asks for the formula of a function, and compares it with nothing',
      'Leave out the other formulas, or compare the formula that is printed.',
    )
  }
  const idle = OF_TWO_FORMULAS.find((option) => isGiven(options[option]))
  if (idle !== undefined) {
    throw new UsageError(`--${idle} asks about two formulas, and --source has one`, 'Leave it out.')
  }
  if (typeof name !== 'string' || name === '') {
    throw new UsageError(
      'the function is not named',
      'Write mlp-check prove --source ex1.ts --function tanh.',
    )
  }
  if (source === '') throw new UsageError('the file is not named', 'Write --source ex1.ts.')
  return { file: String(source), name, given: list === undefined ? undefined : namesIn(list) }
}

/** What would be passed over in silence. */
const OF_TWO_FORMULAS = ['assume', 'domain', 'tolerance', 'explain', 'latex', 'file'] as const

function isGiven(option: Invocation['options'][string]): boolean {
  return Array.isArray(option) ? option.length > 0 : option !== undefined && option !== false
}

/** Letters of a formula, each once. */
function namesIn(list: Invocation['options'][string]): readonly string[] {
  const names = String(list).split(',')
  const wrong = names.find((name, index) => !isVariable(name) || names.indexOf(name) < index)
  if (wrong === undefined) return names
  throw new UsageError(
    `\`${wrong}\` cannot stand for an argument`,
    'Write names that mean nothing else, each once: --arguments x,alpha.',
  )
}

function isVariable(name: string): boolean {
  try {
    const expr = parseFormula(name)
    return expr.kind === 'variable' && expr.name === name
  } catch {
    return false
  }
}

interface Derived {
  readonly kind: 'derived'
  readonly args: readonly string[]
  readonly formula: DerivedFormula
}

async function derive(
  source: SubmissionSource,
  asked: Asked,
  session: Session,
): Promise<Derived | Unjudged> {
  const { name, given } = asked
  const { program } = parseTypeScript(source.text)
  const args = given ?? requiredParameters(asNode(program), name) ?? ['x']
  const whole = await derivedFor(source, { name, args }, session)
  if (whole.kind === 'unjudged') return whole
  if (given !== undefined || args.length < 2) return { kind: 'derived', args, formula: whole }
  // Who leaves out an argument that is asked for may mean another function.
  const first = await derivedFor(source, { name, args: args.slice(0, 1) }, session)
  return { kind: 'derived', args, formula: isAmbiguous(whole, first) ? ambiguous(args) : whole }
}

async function derivedFor(
  source: SubmissionSource,
  { name, args }: { readonly name: string; readonly args: readonly string[] },
  session: Session,
): Promise<DerivedFormula | Unjudged> {
  const loaded = await session.load(source, [{ name, arguments: args, symbolic: true }])
  if (loaded.kind === 'fault') return byFault(loaded)
  const found = Object.hasOwn(loaded.functions, name) ? loaded.functions[name] : undefined
  if (found === undefined)
    return byAbsence(name, { kind: 'missing', near: [], spare: [], found: undefined })
  return found.kind === 'function' ? found.formula : byAbsence(name, found)
}

/** Whether the function also works with its first argument alone, and computes something else then. */
function isAmbiguous(all: DerivedFormula, first: DerivedFormula | Unjudged): boolean {
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

function unjudgedAsJson({ file, name }: Asked, { message, place }: Unjudged): string {
  const at = place && { line: place.line, column: place.column }
  const answer = { verdict: 'refused', why: message, file: place?.file ?? file, ...at }
  return `${JSON.stringify({ source: file, function: name, ...answer }, null, 2)}\n`
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
