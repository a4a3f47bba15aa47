import { say } from '../messages/render.ts'
import type { Json } from '../report/report.ts'
import type { ProgramStep } from '../session.ts'
import { describeData } from './compare-data.ts'
import { noteOf } from './data-trials.ts'
import { type CheckContext, defineCheck, type Outcome } from './define-check.ts'

/** A little program over leaves, what its last step must give, and what it means if not. */
interface Story {
  readonly steps: (leaf: string) => readonly ProgramStep[]
  readonly expected: number
  /** What its last step reads, of the function called leaf here. */
  readonly text: string
  readonly note?: string
  /** What the mistake of the note gives; without it, any wrong number does. */
  readonly means?: number
}

const make = (leaf: string, value: number, as = 'a'): ProgramStep => ({
  do: 'call',
  function: leaf,
  arguments: [{ data: value }],
  as,
})
const backward = (upstream: number, of = 'a'): ProgramStep => ({
  do: 'method',
  of,
  name: 'backward',
  arguments: [{ data: upstream }],
  as: 'nothing',
})
const zeroOf = (of: string): ProgramStep => ({
  do: 'method',
  of,
  name: 'zeroGrad',
  arguments: [],
  as: 'nothing',
})
const zero = zeroOf('a')
const grad = (of = 'a'): ProgramStep => ({ do: 'read', of, name: 'grad' })

/** From what every leaf must do to what people forget; the first that fails is told. */
const STORIES: readonly Story[] = [
  {
    steps: (leaf) => [make(leaf, 2), { do: 'read', of: 'a', name: 'value' }],
    expected: 2,
    text: 'leaf(2).value',
    note: 'value-changed',
  },
  {
    steps: (leaf) => [make(leaf, 2), grad()],
    expected: 0,
    text: 'the gradient of a new leaf',
    note: 'gradient-not-initialised',
  },
  {
    steps: (leaf) => [make(leaf, 2), make(leaf, 3, 'b'), backward(1), grad('b')],
    expected: 0,
    text: 'the gradient of one leaf after backward on another',
    note: 'shared-state',
  },
  {
    steps: (leaf) => [make(leaf, 2), backward(1), grad()],
    expected: 1,
    text: 'the gradient after backward(1)',
    note: 'gradient-missing',
    means: 0,
  },
  {
    steps: (leaf) => [make(leaf, 2), backward(3), grad()],
    expected: 3,
    text: 'the gradient after backward(3)',
    note: 'upstream-ignored',
    means: 1,
  },
  {
    steps: (leaf) => [make(leaf, -1), backward(5), grad()],
    expected: 0,
    text: 'the gradient of leaf(-1) after backward(5)',
    note: 'relu-derivative-lost',
    means: 5,
  },
  {
    steps: (leaf) => [make(leaf, 2), backward(1), backward(3), grad()],
    expected: 4,
    text: 'the gradient after backward(1) and backward(3)',
    note: 'overwrites',
    means: 3,
  },
  {
    steps: (leaf) => [make(leaf, 2), backward(1), zero, grad()],
    expected: 0,
    text: 'the gradient after backward(1) and zeroGrad()',
    note: 'zero-grad-without-effect',
    means: 1,
  },
  {
    steps: (leaf) => [make(leaf, 2), backward(1), zero, backward(2), backward(2), grad()],
    expected: 4,
    text: 'the gradient after backward(1), zeroGrad() and twice backward(2)',
    note: 'zero-grad-without-effect',
    means: 5,
  },
  {
    steps: (leaf) => [make(leaf, 0.125), backward(-0.5), backward(0.25), grad()],
    expected: -0.25,
    text: 'the gradient of leaf(0.125) after backward(-0.5) and backward(0.25)',
  },
  {
    steps: (leaf) => [make(leaf, -0.5), backward(-2), grad()],
    expected: 0,
    text: 'the gradient of leaf(-0.5) after backward(-2)',
    note: 'relu-derivative-lost',
    means: -2,
  },
  {
    steps: (leaf) => [make(leaf, 2), make(leaf, 3, 'b'), backward(1), zeroOf('b'), grad()],
    expected: 1,
    text: 'the gradient of one leaf after zeroGrad on another',
    note: 'shared-state',
    means: 0,
  },
  {
    steps: (leaf) => [make(leaf, 2), backward(3), zero, { do: 'read', of: 'a', name: 'value' }],
    expected: 2,
    text: 'leaf(2).value after backward(3) and zeroGrad()',
    note: 'value-changed',
  },
]

export const accumulation = defineCheck({
  kind: 'accumulation',
  summary:
    'Plays backward passes on leaves: gradients add up until they are zeroed, each leaf on its own.',
  scope: 'function',
  options: (zod) => zod.strictObject({}),
  run: async (context): Promise<Outcome> => {
    for (const [index, story] of STORIES.entries()) {
      const failed = await play(context, story)
      if (failed) return { ...failed, points: { tested: index + 1, failed: 1 } }
    }
    const points = { tested: STORIES.length, failed: 0 }
    return { status: 'passed', says: say('data.right', points), points, evidence: [] }
  },
})

async function play(
  context: CheckContext,
  story: Story,
): Promise<Omit<Outcome, 'points'> | undefined> {
  const name = context.function.name
  const text = story.text.replaceAll('leaf(', `${name}(`)
  const steps = calledByTheirCalls(story.steps(name))
  const result = await context.session.program({ function: name, steps })
  if (result.kind === 'fault') {
    const { cause, message, place } = result
    const says = say('submission.fault', { message })
    return { status: 'failed', cause, says, evidence: place ? [place] : [] }
  }
  const { expected } = story
  const wrong = (got: string) =>
    say('property.wrong', { text: `${text} should be ${expected}, but yours is ${got}` })
  if (result.kind === 'not-data') {
    return { status: 'failed', cause: 'wrong-answer', says: wrong(result.found), evidence: [] }
  }
  const got = lastOf(result.values)
  // −0 is no other gradient than 0.
  if (got === expected || (expected === 0 && got === '-0')) {
    if (result.unstable === undefined) return undefined
    const again = inWords(lastOf(result.unstable))
    const says = say('program.unstable', { text, got: inWords(got), again })
    return { status: 'failed', cause: 'not-deterministic', says, evidence: [] }
  }
  const recognition = isMeant(story, got) ? noteOf(context, story.note) : undefined
  return {
    status: 'failed',
    cause: 'wrong-answer',
    says: wrong(inWords(got)),
    evidence: [
      {
        kind: 'counterexample',
        inputs: { program: text },
        got,
        expected: { kind: 'value', value: expected },
      },
    ],
    ...(recognition && { recognition }),
  }
}

/** The same steps with every leaf kept under the call that made it, as errors name it. */
function calledByTheirCalls(steps: readonly ProgramStep[]): ProgramStep[] {
  const calls = new Map(
    steps.flatMap((step) => (step.do === 'call' && step.as ? [[step.as, callOf(step)]] : [])),
  )
  return steps.map((step) => {
    if (step.do === 'call') return { ...step, as: callOf(step) }
    return { ...step, of: calls.get(step.of) ?? step.of }
  })
}

function callOf(step: Extract<ProgramStep, { do: 'call' }>): string {
  const args = step.arguments.map((argument) => ('data' in argument ? String(argument.data) : ''))
  return `${step.function}(${args.join(', ')})`
}

function lastOf(values: readonly Json[]): Json {
  return values[values.length - 1] ?? null
}

/** A note is given only where the answer is what its mistake gives. */
function isMeant(story: Story, got: Json): story is Story & { readonly note: string } {
  if (story.note === undefined || typeof got !== 'number') return false
  return story.means === undefined || got === story.means
}

/** Of a property that is not there, a program reads nothing. */
function inWords(got: Json): string {
  return got === null ? 'missing (or null)' : describeData(got)
}
