import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { AUTOGRAD_TOLERANCE, LARGEST_PARAMETER } from '../../src/checks/autograd.ts'
import { DATA_TOLERANCE } from '../../src/checks/call.ts'
import { GRADIENT_TOLERANCE } from '../../src/checks/gradient.ts'
import { PROGRAM_TOLERANCE } from '../../src/checks/program.ts'
import { RANGE_TOLERANCE } from '../../src/checks/range.ts'
import { FAR } from '../../src/checks/stability.ts'
import type { CheckSpec, Exercise, FunctionSpec } from '../../src/exercise.ts'
import { createServices } from '../../src/grading/create-services.ts'
import { trialRequestOf } from '../../src/grading/trial-request.ts'
import { referencesHere } from '../../src/node/references.ts'
import { loadPack } from '../../src/pack/load.ts'
import { builtInPack } from '../../src/pack/pack.ts'
import { packageRoot } from '../../src/package-root.ts'
import { randomFrom } from '../../src/reference/random.ts'
import { extremePoints } from '../../src/reference/stability.ts'
import {
  cornerDeepNets,
  type DeepNet,
  drawDeepNet,
  kinksOfDeepNet,
} from '../../src/reference/structured/deep-net.ts'
import type { Program } from '../../src/reference/structured/define-program.ts'
import { cornerNetworks } from '../../src/reference/structured/network.ts'
import { properties } from '../../src/reference/structured/properties.ts'
import type { Property } from '../../src/reference/structured/property.ts'
import { defaultTolerance } from '../../src/reference/tolerance.ts'
import type { Json } from '../../src/report/report.ts'
import { LIMITS } from '../../src/sandbox/limits.ts'

/** What a statement promises of the data that functions get, held against what they really get. */
const pack = builtInPack()
const services = createServices(referencesHere({ cache: false, backend: 'tfjs', env: {} }))

const exercises = pack.entries
  .map((entry) => pack.load(entry))
  .filter(({ functions }) => Object.values(functions).some(({ shape }) => shape === 'structured'))

/** Of the exercises that come with the checker, and of those of its other pack. */
const folders = ['exercises', 'packs/d2l-more/exercises'].map((path) => join(packageRoot(), path))
const everything = (
  await Promise.all(
    folders.map(async (folder) =>
      (await loadPack(folder)).map((exercise) => ({ folder, exercise })),
    ),
  )
).flat()

const statementOf = ({ folder }: Exercise) =>
  readFileSync(join(packageRoot(), 'exercises', folder, 'README.md'), 'utf8')

const PIECES: { readonly [asked: string]: keyof typeof properties } = {
  pieces: 'pieces-of-network',
  sum: 'sum-of-pieces',
  difference: 'difference-of-pieces',
  prelu: 'pieces-of-prelu-network',
  deep: 'pieces-of-deep-network',
}

/** All arguments that a check asks with, at a few seeds. */
async function argumentsOf(
  exercise: Exercise,
  check: CheckSpec,
  seeds = [1, 2, 3],
): Promise<unknown[]> {
  if (check.kind === 'same-network') return [...cornerNetworks()]
  const name = check.options.property ?? PIECES[String(check.options.asked)]
  if (name !== undefined) {
    const property: Property = properties[name as keyof typeof properties]
    const random = randomFrom(10 + (seeds[0] ?? 0))
    const drawn = Array.from({ length: 3 * property.trials }, (_, k) => property.inputs(random, k))
    return [...property.corners(), ...drawn]
  }
  const requests = seeds.flatMap((seed) => trialRequestOf(check, { seed }) ?? [])
  const tables = await Promise.all(
    requests.map((request) => services.trialTable(exercise, request)),
  )
  const asked = tables.flatMap(({ trials }) => trials.map((trial) => trial.arguments))
  // Of a program the data is what its lines hand over.
  return check.kind === 'program' ? asked.map(([lines]) => handedOver(lines as Program)) : asked
}

function handedOver(program: Program): unknown[] {
  return program.flatMap((line) => ('with' in line ? [...line.with] : []))
}

/** The longest list of numbers, or of rows, anywhere in it. */
function longest(data: unknown): number {
  if (typeof data !== 'object' || data === null) return 0
  const inside = Object.values(data)
  const isData = Array.isArray(data) && isRows(data)
  return Math.max(0, ...inside.map(longest), isData ? data.length : 0)
}

/**
 * The longest list at each place of some data, by the place: `0.W1` counts the rows of a matrix and
 * `0.W1[]` its columns.
 */
function sizesOf(data: unknown, place: string, found: Map<string, number>): Map<string, number> {
  if (typeof data !== 'object' || data === null) return found
  if (!Array.isArray(data)) {
    for (const [key, part] of Object.entries(data)) sizesOf(part, `${place}.${key}`, found)
    return found
  }
  found.set(place, Math.max(found.get(place) ?? 0, data.length))
  for (const part of data) sizesOf(part, `${place}[]`, found)
  return found
}

/** Sizes that follow from another one, or that a statement gives in other words than "up to". */
const NAMED_OTHERWISE: readonly RegExp[] = [
  // W1 has half as many columns as rows.
  /^ex6 lostDirection 0\[\]$/,
  // Of a sum or a difference, pieces are as many as the units of a drawn network give.
  /^ex(4|16) (addPieces|subtractPieces) [01]\.(breakpoints|slopes|intercepts)$/,
  // A point has an x and a y.
  /^ex20 largestGap [01]\[\]$/,
]

function isNamedOtherwise({ id }: Exercise, check: CheckSpec, place: string): boolean {
  return NAMED_OTHERWISE.some((named) => named.test(`${id} ${check.function} ${place}`))
}

/** The largest size of every list that a function gets, over all calls of one seed. */
function reachedBy(calls: readonly unknown[]): { readonly [place: string]: number } {
  const found = new Map<string, number>()
  for (const args of calls) {
    for (const [key, part] of Object.entries(args as object)) sizesOf(part, key, found)
  }
  return Object.fromEntries(found)
}

/** A list of numbers, or of lists of numbers; a list of arguments is of different things. */
function isRows(list: readonly unknown[]): boolean {
  const isVector = (part: unknown) =>
    Array.isArray(part) && part.every((value) => typeof value === 'number')
  return list.length > 0 && (isVector(list) || list.every(isVector))
}

/** How far the answers to a check may be off, as the code has it. */
function toleranceOf({ kind, options }: CheckSpec): readonly number[] {
  const own = options.tolerance as { float64?: number; absolute: number; relative: number }
  if (own !== undefined) return [own.float64 ?? Math.max(own.absolute, own.relative)]
  const name = options.property ?? PIECES[String(options.asked)]
  const property: Property | undefined = properties[name as keyof typeof properties]
  if (property !== undefined) return property.within === undefined ? [] : [property.within]
  return TOLERANCES[kind] ?? []
}

const TOLERANCES: { readonly [kind: string]: readonly number[] } = {
  call: [DATA_TOLERANCE.absolute],
  'same-network': [DATA_TOLERANCE.absolute],
  gradient: [GRADIENT_TOLERANCE.absolute],
  program: [PROGRAM_TOLERANCE.absolute],
  autograd: [AUTOGRAD_TOLERANCE],
  range: [RANGE_TOLERANCE.absolute],
  value: [defaultTolerance.float64],
  identity: [defaultTolerance.float64],
}

/** Answers that are compared by what they are: a word, or yes or no, is right or wrong. */
const EXACT: readonly string[] = ['isIdempotent', 'rank']

const NUMBERS: { readonly [text: string]: number } = {
  'a millionth': 1e-6,
  'a billionth': 1e-9,
}

/** A kink off 0 that a function jumps at: how far it may lie off is said, for a value there is far off. */
describe.each(everything.map((one) => [one.exercise.id, one] as const))(
  '%s',
  (_, { folder, exercise }) => {
    it('says by how much a kink may lie off, where one does', () => {
      const kinks = Object.values(exercise.functions).flatMap((one) => one.kinks)
      const isForgiven = kinks.some(({ at }) => at !== 0)
      const text = readFileSync(join(folder, exercise.folder, 'README.md'), 'utf8')
      const chinese = readFileSync(join(folder, exercise.folder, 'README.zh-CN.md'), 'utf8')
      expect(/kink that lies off by no more than a millionth/.test(text)).toBe(isForgiven)
      expect(/折点偏离其位置不超过百万分之一/.test(chinese)).toBe(isForgiven)
    })
  },
)

/** Whether a submission fails that changes what it is given. */
function leavesArguments({ kind, options }: CheckSpec): boolean {
  return kind === 'same-network' || options.pure === true
}

/** The numbers that stand behind a word: "within 1e-6", "within a millionth", "up to fifteen". */
function numbersAfter(word: string, text: string): number[] {
  const found = text.matchAll(new RegExp(`${word} (a \\w+th|[a-z]+|[\\d.]+(?:e-\\d+)?)`, 'g'))
  return [...found].map(([, said = '']) => NUMBERS[said] ?? Number.parseFloat(said))
}

function structuredIn({ checks, functions }: Exercise): CheckSpec[] {
  return checks.filter(({ function: name = '' }) => functions[name]?.shape === 'structured')
}

describe.each(exercises.map((exercise) => [exercise.id, exercise] as const))(
  '%s',
  (_, exercise) => {
    const text = statementOf(exercise)
    const structured = structuredIn(exercise)

    it('says how large the data is', async () => {
      const asked = await Promise.all(structured.map((check) => argumentsOf(exercise, check)))
      const largest = Math.max(
        0,
        ...asked.flat().flatMap((args) => Object.values(args as object).map(longest)),
      )
      if (largest === 0) return
      expect(Math.max(...numbersAfter('up to', text).filter(Number.isFinite))).toBe(largest)
    })

    it.each([1, 2, 3, 4, 5])(
      'reaches a size that is named in every list, at seed %i',
      async (seed) => {
        const named = numbersAfter('up to', text).filter(Number.isFinite)
        for (const check of structured.filter(({ kind }) => kind !== 'program')) {
          const reached = reachedBy(await argumentsOf(exercise, check, [seed]))
          const unnamed = Object.entries(reached).filter(
            ([place, size]) => !named.includes(size) && !isNamedOtherwise(exercise, check, place),
          )
          expect(unnamed, check.function).toEqual([])
        }
      },
    )

    it.each([1, 2, 3, 4, 5])('asks every size that it names, at seed %i', async (seed) => {
      const calls = await Promise.all(
        structured.map((check) => argumentsOf(exercise, check, [seed])),
      )
      const all = calls.flat().flatMap((args) => Object.values(args as object))
      const asked = new Set([...calls.flatMap((some) => Object.values(reachedBy(some))), ...all])
      const named = numbersAfter('up to', text).filter(Number.isFinite)
      if (all.length > 0) expect(named.filter((size) => !asked.has(size))).toEqual([])
    })
  },
)

describe.each(
  everything
    .filter(({ exercise }) =>
      Object.values(exercise.functions).some(({ shape }) => shape === 'structured'),
    )
    .map(({ folder, exercise }) => [exercise.id, exercise, folder] as const),
)('%s', (_, exercise, folder) => {
  const text = readFileSync(join(folder, exercise.folder, 'README.md'), 'utf8')
  const structured = structuredIn(exercise)

  it('says how far answers may be off, and nothing else', () => {
    const asked = exercise.checks.filter(({ function: name = '' }) => !EXACT.includes(name))
    const tolerances = new Set(asked.flatMap(toleranceOf))
    const said = numbersAfter('within', text).filter(Number.isFinite)
    expect(new Set(said)).toEqual(tolerances)
  })

  it('says whether arguments may be changed', () => {
    const withData = structured.filter(({ function: name = '' }) =>
      /\[\]|Net|Params|Pieces|Layer/.test(exercise.functions[name]?.signature.split('=>')[0] ?? ''),
    )
    const isPure = withData.some(leavesArguments)
    expect(/[Ll]eave [^.]* (?:unchanged|as they are)/.test(text), 'leave … unchanged').toBe(isPure)
    const isFree = withData.some((check) => !leavesArguments(check))
    expect(/may be changed/.test(text), 'may be changed').toBe(isFree)
  })

  it('says that functions are called alone, where there are several', () => {
    const several = Object.keys(exercise.functions).length > 1
    expect(/called alone/.test(text)).toBe(several)
  })
})

const SEEDS = [1, 2, 3, 4, 5]
const called = (id: string) => exercises.find((exercise) => exercise.id === id) as Exercise
const numberIn = (id: string, pattern: RegExp) => Number(pattern.exec(statementOf(called(id)))?.[1])

describe('what only one statement says', () => {
  it('of the fractions of ex4 is so', async () => {
    const multiple = numberIn('ex4', /whole multiples of 1\/(\d+)/)
    const apart = 1 / numberIn('ex4', /the same or at least 1\/(\d+) apart/)
    const asked = await Promise.all(
      called('ex4').checks.flatMap((check) =>
        SEEDS.map((seed) => argumentsOf(called('ex4'), check, [seed])),
      ),
    )
    const calls = asked.flat() as (readonly Json[])[]
    const lists = calls.map(breakpointsIn)
    const numbers = [...calls.flatMap(numbersOf), ...lists.flat()]
    expect(numbers.filter((number) => !Number.isInteger(number * multiple))).toEqual([])
    const gaps = lists.flatMap((list) => list.slice(1).map((x, k) => x - (list[k] as number)))
    expect(Math.min(...gaps.filter((gap) => gap > 0))).toBe(apart)
  })

  it('of breakpoints of ex16 that are nearly the same is so', async () => {
    const apart = numberIn('ex16', /the same or at least ([\d.]+) apart/)
    const nets: DeepNet[] = [...cornerDeepNets()]
    const random = randomFrom(7)
    for (let k = 0; k < 2000; k++) nets.push(drawDeepNet(random))
    const gaps = nets.flatMap((net) => {
      const kinks = kinksOfDeepNet(net).sort((a, b) => a - b)
      return kinks.slice(1).map((x, k) => x - (kinks[k] as number))
    })
    expect(gaps.filter((gap) => gap > 1e-12 && gap < apart)).toEqual([])
  })

  it('of inputs of units of ex8 near 0 is so', async () => {
    const least = numberIn('ex8', /nearer to 0 than (0\.\d+)/)
    const check = called('ex8').checks.find(({ kind }) => kind === 'gradient') as CheckSpec
    const calls = (await argumentsOf(called('ex8'), check, SEEDS)) as [number[][], Layer][]
    const inputs = calls.flatMap(([X, { W1, b1 }]) =>
      X.flatMap((row) =>
        b1.map((b, k) => row.reduce((sum, x, i) => sum + x * (W1[i]?.[k] ?? 0), b)),
      ),
    )
    expect(Math.min(...inputs.map(Math.abs))).toBeGreaterThanOrEqual(least)
  })

  it.each(['ex10', 'ex18'])('of the length of programs of %s is so', async (id) => {
    const most = numberIn(id, /with (\d+) lines at most/)
    const program = called(id).checks.find(({ kind }) => kind === 'program') as CheckSpec
    const lengths: number[] = []
    for (const seed of SEEDS) {
      const request = trialRequestOf(program, { seed })
      const table = request && (await services.trialTable(called(id), request))
      lengths.push(
        ...(table?.trials ?? []).map(({ arguments: [lines] }) => (lines as Json[]).length),
      )
    }
    expect(Math.max(...lengths)).toBeLessThanOrEqual(most)
    expect(Math.max(...lengths)).toBeGreaterThan(0.9 * most)
  })

  it('of what a call of ex20 may take is so', async () => {
    const said = numberIn('ex20', /may take (\d+) loop turns/)
    for (const check of called('ex20').checks) {
      const calls = (await argumentsOf(called('ex20'), check, [1])).length
      // Of a property, the arguments of three seeds.
      const asked = check.kind === 'witness' ? properties['drawn-curve'] : undefined
      const each = asked ? asked.corners().length + asked.trials : calls
      expect((TURNS * LIMITS.ticksOfCalls) / each, check.function).toBeGreaterThanOrEqual(said)
      expect(TURNS * LIMITS.ticks).toBeGreaterThanOrEqual(said)
    }
  })

  it('of alpha in ex9 is so', () => {
    expect(numberIn('ex9', /alpha is any number from -(\d+) to \d+/)).toBe(LARGEST_PARAMETER)
    expect(numberIn('ex9', /alpha is any number from -\d+ to (\d+)/)).toBe(LARGEST_PARAMETER)
  })
})

interface Layer {
  readonly W1: readonly (readonly number[])[]
  readonly b1: readonly number[]
}

/** Loop turns and calls in a tick. */
const TURNS = 10_000

function numbersOf(data: Json): number[] {
  if (typeof data === 'number') return [data]
  return typeof data === 'object' && data !== null ? Object.values(data).flatMap(numbersOf) : []
}

/** Where a network of ex4, or a sum of two such functions, bends; in ascending order. */
function breakpointsIn(args: readonly Json[]): number[] {
  const bends = args.flatMap((one) => {
    const net = one as { readonly [key: string]: number[] }
    if (net.breakpoints) return net.breakpoints
    return (net.w1 ?? []).flatMap((w, k) => (w === 0 ? [] : [-(net.b1?.[k] ?? 0) / w]))
  })
  return bends.sort((a, b) => a - b)
}

const scalar = everything.filter(({ exercise }) => exercise.checks.some(isPointwise))

/** Whether a check asks for the value of a function of numbers on the domain. */
function isPointwise({ kind }: CheckSpec): boolean {
  return ['value', 'derivative', 'identity'].includes(kind)
}

/** How far "every x" reaches, as the spec and the checks have it. */
function reachOf(exercise: Exercise): string {
  const domain = `[${exercise.domain.join(', ')}]`
  const far = exercise.checks.filter(({ kind }) => kind === 'stability')
  if (far.length === 0) return `Nothing is asked beyond ${domain}.`
  const [first = 0] = far.flatMap(({ function: name = '' }) => {
    const spec = exercise.functions[name]
    return spec ? [Math.max(...extremePoints(exercise, spec).map(([x = 0]) => x))] : []
  })
  const beyond = `Beyond ${domain}, out to ${short(first)},`
  if (far.every(({ points }) => points === 0)) {
    return `${beyond} what is wrong is a warning and costs nothing.`
  }
  const strict = far.filter(({ severity }) => severity === 'error')
  return [
    `${beyond} what throws costs the point, and so does a wrong number up to ${short(FAR)}; NaN and Infinity at any distance, and digits lost beyond ${short(FAR)}, are a warning and cost nothing.`,
    ...strict.map(({ function: name }) => `In \`${name}\` all three cost the point too.`),
  ].join(' ')
}

/** 1e4 and 1e38, as people write them. */
function short(value: number): string {
  return value.toExponential().replace('e+', 'e')
}

describe.each(scalar.map(({ folder, exercise }) => [exercise.id, folder, exercise] as const))(
  '%s',
  (_, folder, exercise) => {
    const text = readFileSync(join(folder, exercise.folder, 'README.md'), 'utf8')

    it('says how far "every x" reaches', () => {
      expect(text).toContain(reachOf(exercise))
    })

    it('says between which numbers a parameter lies', () => {
      const asked = exercise.checks.filter(isPointwise).flatMap(({ function: name = '' }) => name)
      const taken = new Set(asked.flatMap((name) => exercise.functions[name]?.arguments ?? []))
      const said = [...text.matchAll(/(\w+) may be any number from (\S+) to (\S+?)\.(?=\s)/g)]
      const spec = Object.entries(exercise.parameters)
        .filter(([name]) => taken.has(name))
        .map(([name, { values }]) => [name, Math.min(...values), Math.max(...values)])
      expect(
        said.map(([, name = '', low, high]) => [lower(name), Number(low), Number(high)]),
      ).toEqual(spec)
    })
  },
)

it('docs/authoring.md says how far out a function is asked', () => {
  const text = readFileSync(join(packageRoot(), 'docs/authoring.md'), 'utf8')
  const { exercise } = scalar[0] as (typeof scalar)[number]
  const spec = Object.values(exercise.functions)[0] as FunctionSpec
  const sizes = [...new Set(extremePoints(exercise, spec).map(([x = 0]) => Math.abs(x)))]
  const written = sizes.map((size) => (size < 1000 ? String(size) : short(size)))
  expect(text).toContain(`${written.slice(0, -1).join(', ')} and ${written.at(-1)}`)
  expect(text).toContain(`wrong up to ${short(FAR)}`)
})

function lower(name: string): string {
  return name.toLowerCase()
}
