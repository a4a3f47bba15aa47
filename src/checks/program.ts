import { say } from '../messages/render.ts'
import { number } from '../messages/words.ts'
import type { Program } from '../reference/structured/define-program.ts'
import { unsigned } from '../reference/trials/data.ts'
import type { Trial } from '../reference/trials/trial-table.ts'
import type { Counterexample, Json, Recognition } from '../report/report.ts'
import { type ProgramResult, usedUp } from '../session.ts'
import { compareData, describeData } from './compare-data.ts'
import { noteOf } from './data-trials.ts'
import { type CheckContext, defineCheck, type FailedAt, type Outcome } from './define-check.ts'
import { stepOf } from './program-lines.ts'

/** Sums of a few numbers, in whatever order. */
export const PROGRAM_TOLERANCE = { absolute: 1e-9, relative: 1e-9 }

export const program = defineCheck({
  kind: 'program',
  summary:
    'Plays sequences of calls on the objects that a function makes, and holds what they show against a model.',
  scope: 'function',
  options: (zod) => {
    const byProperty = zod.record(zod.string(), zod.string()).optional()
    return zod.strictObject({
      reference: zod
        .string()
        .min(1)
        .describe('The export of reference.ts beside this file that defineProgram made'),
      wrongWhenNew: byProperty.describe(
        'The note of a property that is wrong before any method was called, by its name',
      ),
      wrongLater: byProperty.describe('The note of a property that is wrong, by its name'),
    })
  },
  run: async (context): Promise<Outcome> => {
    const { trials } = await context.trials()
    const played: Played[] = []
    for (const trial of trials) {
      played.push(await play(context, trial))
      // It would end in each further one.
      if (usedUp(played.at(-1)?.result)) break
    }
    const failed = played.filter(({ fault }) => fault !== undefined)
    const points = { tested: played.length, failed: failed.length }
    const [first] = failed
    if (first === undefined) {
      return { status: 'passed', says: say('data.right', points), points, evidence: [] }
    }
    return { ...verdictOn(context, first, played), points, failedAt: failedAt(context, first) }
  },
})

interface Played {
  readonly trial: Trial
  readonly lines: Program
  readonly result: ProgramResult
  /** What its lines read, as far as it came. */
  readonly read: readonly Json[]
  /** The line at which it went wrong. */
  readonly fault?: number
}

async function play(context: CheckContext, trial: Trial): Promise<Played> {
  const lines = trial.arguments[0] as unknown as Program
  const { name } = context.function
  const steps = lines.map((line) => stepOf(line, name))
  const result = await context.session.program({ function: name, steps })
  if (result.kind !== 'returned') return { trial, lines, result, read: [], fault: result.step }
  const reading = lines.flatMap((line, index) => ('read' in line ? [index] : []))
  const read = reading.map((index) => result.values[index] as Json)
  const again = reading.map((index) => result.unstable?.[index])
  const expected = answersOf(trial)
  const wrong = read.findIndex((got, k) => differs(got, expected[k] as Json))
  const unstable = again.findIndex((got, k) => got !== undefined && differs(got, read[k] as Json))
  const at = wrong >= 0 ? wrong : unstable
  return { trial, lines, result, read, ...(at >= 0 && { fault: reading[at] as number }) }
}

function answersOf({ expected }: Trial): readonly Json[] {
  return unsigned(expected) as readonly Json[]
}

function differs(got: Json, expected: Json): boolean {
  return compareData(got, expected, PROGRAM_TOLERANCE) !== undefined
}

/** The program as far as the line at which it went wrong. */
function failedAt(context: CheckContext, { lines, fault = 0 }: Played): FailedAt {
  const { name } = context.function
  const steps = lines.slice(0, fault + 1).map((line) => stepOf(line, name))
  return { inputs: { program: programText(context, lines, fault) }, run: { steps } }
}

function programText(context: CheckContext, lines: Program, fault: number): string {
  const [before, at] = [lines.slice(0, fault), lines.slice(fault, fault + 1)]
  return [textOf(before, context), textOf(at, context)].filter(Boolean).join('; ')
}

function verdictOn(
  context: CheckContext,
  { trial, lines, result, read, fault = 0 }: Played,
  played: readonly Played[],
): Omit<Outcome, 'points'> {
  const before = textOf(lines.slice(0, fault), context)
  const at = textOf(lines.slice(fault, fault + 1), context)
  const inputs = { program: programText(context, lines, fault) }
  if (result.kind === 'fault') {
    const { cause, message, place } = result
    const says = say('program.fault', { before, line: at, message })
    return { status: 'failed', cause, says, evidence: place ? [place] : [] }
  }
  const k = lines.slice(0, fault).filter((line) => 'read' in line).length
  const expected = answersOf(trial)[k] as Json
  const wanted = { kind: 'value' as const, value: expected }
  if (result.kind === 'not-data') {
    const { found } = result
    const says = say('program.wrong', { before, line: at, expected: inWords(expected), got: found })
    const evidence = [{ kind: 'counterexample' as const, inputs, got: found, expected: wanted }]
    return { status: 'failed', cause: 'wrong-answer', says, evidence }
  }
  const got = read[k] as Json
  if (!differs(got, expected)) {
    const again = (result.unstable?.[fault] ?? null) as Json
    return playedAgain({ line: at, inputs, got, again })
  }
  const recognition = recognised(context, played) ?? byProperty(context, lines, fault)
  return {
    status: 'failed',
    cause: 'wrong-answer',
    says: say('program.wrong', { before, ...firstDifference(at, got, expected) }),
    evidence: [
      {
        kind: 'counterexample',
        inputs,
        got,
        expected: wanted,
      },
    ],
    ...(recognition && { recognition }),
  }
}

interface PlayedTwice {
  readonly line: string
  readonly inputs: Counterexample['inputs']
  readonly got: Json
  readonly again: Json
}

/** A program that shows something else when it is played again. */
function playedAgain({ line, inputs, got, again }: PlayedTwice): Omit<Outcome, 'points'> {
  const says = say('program.unstable', { text: line, got: inWords(got), again: inWords(again) })
  const text = `what it was the first time: ${inWords(got)}`
  const expected = { kind: 'property' as const, text }
  const evidence = [{ kind: 'counterexample' as const, inputs, got: again, expected }]
  return { status: 'failed', cause: 'not-deterministic', says, evidence }
}

/** What was read, or its first part that is wrong where the whole is too long for a sentence. */
function firstDifference(line: string, got: Json, expected: Json) {
  const whole = { line, got: inWords(got), expected: inWords(expected) }
  const found = compareData(got, expected, PROGRAM_TOLERANCE)
  const isLong = [got, expected].some((value) => number(value).length > SHORT)
  if (found === undefined || found.where === '' || !isLong) return whole
  const place = found.where.startsWith('[') ? found.where : `.${found.where}`
  return { line: `${line}${place}`, got: inWords(found.got), expected: inWords(found.expected) }
}

/** The lines as a student would write them; what is only read on the way is left out. */
function textOf(lines: Program, { function: { name } }: CheckContext): string {
  const last = lines.at(-1)
  return lines
    .filter((line) => !('read' in line) || (line === last && lines.length === 1))
    .map((line) => {
      if ('make' in line) return `const ${line.make} = ${name}(${listed(line.with)})`
      return 'read' in line
        ? `${line.on}.${line.read}`
        : `${line.on}.${line.call}(${listed(line.with)})`
    })
    .join('; ')
}

function listed(args: readonly Json[]): string {
  return args.map((one) => JSON.stringify(one)).join(', ')
}

/** The mistaken model that gives the same in every program, and at least once not the truth. */
function recognised(context: CheckContext, played: readonly Played[]): Recognition | undefined {
  const notes = Object.keys(played[0]?.trial.mistakes ?? {})
  const note = notes.find((name) =>
    played.every(({ trial, read, result }) => {
      const wrong = trial.mistakes[name]
      return result.kind === 'returned' && wrong != null && !differs([...read], wrong)
    }),
  )
  return note === undefined ? undefined : noteOf(context, note)
}

/** What a wrong property means, where no model explains all programs. */
function byProperty(context: CheckContext, lines: Program, fault: number): Recognition | undefined {
  const line = lines[fault]
  if (line === undefined || !('read' in line)) return undefined
  const { wrongWhenNew, wrongLater } = context.spec.options as {
    readonly [key: string]: { readonly [property: string]: string } | undefined
  }
  const isNew = !lines.slice(0, fault).some((earlier) => 'call' in earlier)
  const note = (isNew ? wrongWhenNew?.[line.read] : undefined) ?? wrongLater?.[line.read]
  return note === undefined ? undefined : noteOf(context, note)
}

/** A list of so many characters is told as it is. */
const SHORT = 60

/** Of a property that is not there, a program reads nothing. */
function inWords(got: Json): string {
  if (got === null) return 'missing (or null)'
  if (typeof got === 'boolean') return String(got)
  // Two lists may look the same from afar.
  const text = number(got)
  return typeof got === 'object' && text.length <= SHORT ? text : describeData(got)
}
