import type { Fault } from '../session.ts'
import { enclosedInText } from '../source/enclosed.ts'
import { SOURCE_LIMITS } from '../source/limits.ts'
import type { ModuleGraph } from '../source/module-graph.ts'
import { parseJavaScript } from '../source/parse-typescript.ts'
import { instrument } from '../symbolic/instrument/instrument.ts'
import type { Failure, LetterMachine, LetterMachines } from '../symbolic/letter-machine.ts'
import type { Refused } from '../symbolic/runtime/answers.ts'
import { BrokenRuntime, type Guest, type Pulse } from './guest.ts'

/** What the machine's call stack comes to its end with: an answer, or an error. */
export type StackEnd = 'told' | 'thrown'

interface Guests {
  /** The one that is there. */
  readonly guest: Guest
  readonly fresh: () => Guest
  readonly stackEnd: StackEnd
  readonly pulse: Pulse
}

/**
 * Machines for letters: the guest that is there, in a realm apart from what it is judged by; and
 * fresh guests, where a function leaves traces.
 */
export function letterMachines(
  graph: ModuleGraph,
  { guest, fresh, stackEnd, pulse }: Guests,
): LetterMachines {
  const texts = once(() => instrumentedModules(graph, pulse))
  const open = (one: Guest) => {
    const instrumented = texts()
    return instrumented === undefined
      ? TOO_MUCH
      : openLetters({ guest: one, stackEnd }, graph, instrumented)
  }
  return { shared: once(() => open(guest)), fresh: () => open(fresh()) }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

const TOO_MUCH: Failure = { kind: 'failed', why: 'length' }

/** The modules, written so that they run on letters, by their names; none where the engine would be at work on them for long. */
function instrumentedModules(
  { modules }: ModuleGraph,
  { goesOn }: Pulse,
): ReadonlyMap<string, string> | undefined {
  const texts = new Map<string, string>()
  let enclosed = 0
  for (const [index, { id, script }] of modules.entries()) {
    goesOn()
    const program = parseJavaScript(script.text)
    goesOn()
    const text = instrument(script.text, program, index)
    goesOn()
    enclosed += enclosedInText(text)
    if (enclosed > SOURCE_LIMITS.enclosedOnLetters) return undefined
    texts.set(id, text)
  }
  return texts
}

/** For each evaluation of the modules, and for each question. */
const TICKS = 60

type Place = Pick<Guests, 'guest' | 'stackEnd'>

/** Evaluates the instrumented modules in a guest's realm for letters. */
function openLetters(
  place: Place,
  graph: ModuleGraph,
  texts: ReadonlyMap<string, string>,
): LetterMachine | Refused | Failure {
  const loaded = apart(place, ({ guest }) => guest.loadLetters(graph, texts))
  if (loaded !== 'loaded') return loaded
  return {
    kind: 'machine',
    formula: (name, request) => ask(place, 'formula', name, request),
    path: (name, request) => ask(place, 'path', name, request),
  }
}

function ask<T>(place: Place, question: string, name: string, request: unknown): T | Failure {
  return apart(place, ({ guest }) => {
    const answer = guest.askLetters(question, name, JSON.stringify(request))
    return answer === undefined ? { kind: 'failed', why: 'missing' } : (JSON.parse(answer) as T)
  })
}

/** Within a budget, and without a trace in the record of what was called. */
function apart<T>(place: Place, run: (place: Place) => T | Failure | Fault): T | Failure {
  const { result, record } = place.guest.engine.apart(() => withinStack(place, run))
  if (record.compiled) return { kind: 'failed', why: 'code' }
  return isFault(result) ? failureOf(result) : result
}

/** Where the machine's call stack is shorter than the engine's, a function is not followed so deep. */
function withinStack<T>(
  place: Place,
  run: (place: Place) => T | Failure | Fault,
): T | Failure | Fault {
  try {
    return place.guest.guarded<T | Failure>({ total: TICKS }, () => run(place))
  } catch (error) {
    const isTold = error instanceof BrokenRuntime && error.ofStack && place.stackEnd === 'told'
    if (!isTold) throw error
    return { kind: 'failed', why: 'depth' }
  }
}

function isFault(result: unknown): result is Fault {
  return typeof result === 'object' && result !== null && 'cause' in result
}

function failureOf({ cause }: Fault): Failure {
  if (cause === 'did-not-finish') return { kind: 'failed', why: 'length' }
  return { kind: 'failed', why: cause === 'out-of-memory' ? 'memory' : 'module' }
}
