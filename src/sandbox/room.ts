import { MachineError } from '../errors.ts'
import { inspect } from '../policy/inspect.ts'
import { observe, observeTried } from '../policy/observations/observe.ts'
import { givenIn } from '../policy/purity/given.ts'
import { PLAIN } from '../policy/purity/kinds.ts'
import { isProvenPure } from '../policy/purity/purity.ts'
import type { Json } from '../report/report.ts'
import type {
  CallRequest,
  CallResult,
  CallsResult,
  DifferentiationRequest,
  DifferentiationResult,
  EvaluationRequest,
  EvaluationResult,
  Fault,
  InspectionRequest,
  InspectionResult,
  LoadedFunction,
  LoadResult,
  MissingFunction,
  NestingTrace,
  Observation,
  ObservationRequest,
  Output,
  OutputRequest,
  ProgramRequest,
  ProgramResult,
  RunRecord,
  SubmissionSource,
  WantedFunction,
  WorkRequest,
  WorkResult,
} from '../session.ts'
import { fingerprintsIn } from '../source/likeness/fingerprints.ts'
import { type ModuleGraph, prepareModules } from '../source/module-graph.ts'
import { typedFiles } from '../source/typed-files.ts'
import { writtenNumbers } from '../source/written-numbers.ts'
import { deriveFormula, undecided } from '../symbolic/derive-formula.ts'
import type { LetterMachines } from '../symbolic/letter-machine.ts'
import { NOT_TRACED, traceNesting } from '../symbolic/nesting.ts'
import { tryRounding } from '../symbolic/try-rounding.ts'
import { nearNames } from '../text/near-names.ts'
import { sameData } from './ask-for-data.ts'
import { callAll, type Judge } from './calls.ts'
import { declarationPlace } from './declaration.ts'
import { endedBy, type FoundName, Guest, type Pulse } from './guest.ts'
import type { EngineFiles } from './guest-image.ts'
import { GuestMaker } from './guest-maker.ts'
import { letterMachines, type StackEnd } from './letters.ts'
import { LIMITS } from './limits.ts'
import { outputOf, takeOutput, wholeText } from './output.ts'
import { type GuestFunction, OwnGuest } from './own-guest.ts'
import { evaluatePoints, noPoints, valuesAt } from './points.ts'
import { runProgram } from './program.ts'
import type { Loading, LoadRequest, WorkerAnswers, WorkerRequest } from './protocol.ts'
import { answerAt, repaired } from './repaired.ts'
import { RunNotes } from './run-record.ts'
import { differentiate, openTensorFunction, type TensorFunction, type Tensors } from './tensors.ts'
import { countWork } from './work.ts'

/** What a room uses of whoever runs it. */
export interface RoomTools {
  readonly pulse: Pulse
  readonly judge: Judge
  /** `thrown`: whoever asks can ask elsewhere, where the call stack is longer. Else it is an answer. */
  readonly stackEnd?: StackEnd
}

/** A request, and what was made ready for it: the parse of what it loads, and TensorFlow.js where it takes gradients. */
export interface ReadyRequest {
  readonly request: WorkerRequest
  readonly graph?: ModuleGraph | Fault | undefined
  readonly tensors?: Tensors | undefined
}

/** A submission that is loaded, and what each of its functions did so far. */
interface Loaded {
  readonly source: SubmissionSource
  readonly graph: ModuleGraph
  readonly wanted: readonly WantedFunction[]
  readonly formulas: { readonly [name: string]: LoadedFunction['formula'] | undefined }
  readonly guests: Map<string, OwnGuest>
  readonly tensorGuests: Map<string, TensorFunction>
  readonly notes: Map<string, RunNotes>
}

/**
 * The side of a session that runs the submission, on whichever thread: holds the submission's
 * modules, and guests that run them: one for each function that may keep something between calls, and
 * one for all others. Makes a new guest after anything abnormal, so that what is asked next is still
 * answered.
 */
export class Room {
  readonly #guests: GuestMaker
  readonly #tools: RoomTools
  /** With the submission, and nothing was asked of it. */
  #untouched: Guest | undefined
  #loaded: Loaded | undefined

  constructor(engine: EngineFiles, tools: RoomTools) {
    this.#guests = new GuestMaker(engine, tools.pulse)
    this.#tools = tools
  }

  answer(ready: ReadyRequest): WorkerAnswers[keyof WorkerAnswers] {
    try {
      const answer = this.#answer(ready)
      this.#guests.takeBackAllBut(this.#kept())
      return answer
    } catch (error) {
      this.#guests.forget()
      throw endedBy(error)
    }
  }

  /** Guests that the next question may be asked of. */
  #kept(): Set<Guest> {
    const { guests, tensorGuests } = this.#loaded ?? {}
    const own = [...(guests?.values() ?? [])].map(({ guest }) => guest)
    const ofTensors = [...(tensorGuests?.values() ?? [])].map(({ guest }) => guest)
    return new Set([...own, ...ofTensors, this.#untouched].filter((one) => one !== undefined))
  }

  #answer({ request, graph, tensors }: ReadyRequest): WorkerAnswers[keyof WorkerAnswers] {
    switch (request.kind) {
      case 'load':
        return this.#loadAndEvaluate(request, this.#whole(graph ?? this.#prepared(request.source)))
      case 'evaluate':
        return this.#evaluate(request.request)
      case 'call':
        return this.#call(request.request)
      case 'program':
        return this.#program(request.request)
      case 'inspect':
        return this.#inspect(request.request, request.record)
      case 'observe':
        return this.#observe(request.request)
      case 'fingerprints':
        return this.#fingerprints(request.texts)
      case 'differentiate':
        return this.#differentiate(request.request, given(tensors))
      case 'work':
        return this.#work(request.request)
      case 'output':
        return this.#output(request.request, tensors)
    }
  }

  /** What each function did since the submission was loaded here. */
  get records(): { readonly [name: string]: RunRecord } {
    const notes = this.#loaded?.notes ?? new Map<string, RunNotes>()
    return Object.fromEntries([...notes].map(([name, { record }]) => [name, record]))
  }

  #loadAndEvaluate({ source, wanted, ahead }: LoadRequest, graph: ModuleGraph | Fault): Loading {
    const result = this.#load(source, wanted, graph)
    const evaluated: (EvaluationResult | null)[] = []
    const ended = new Set<string>()
    for (const request of result.kind === 'loaded' ? ahead : []) {
      const { function: name } = request
      const found = result.kind === 'loaded' && result.functions[name]?.kind === 'function'
      const values = found && !ended.has(name) ? this.#evaluate(request) : null
      if (values?.ended) ended.add(name)
      evaluated.push(values)
    }
    return { result, ahead: evaluated }
  }

  #load(
    source: SubmissionSource,
    wanted: readonly WantedFunction[],
    graph: ModuleGraph | Fault,
  ): LoadResult {
    this.#loaded = undefined
    this.#untouched = undefined
    this.#guests.takeBackAllBut(new Set())
    if ('cause' in graph) return graph
    const guest = this.#take()
    const loaded = guest.load(graph)
    if ('cause' in loaded) return withObservation(loaded, graph)
    // Before the guest runs on letters: what that leaves of it is nobody's.
    const output = wholeText(takeOutput(guest))
    const names = loaded.names.split('\n').filter(Boolean)
    // All of them before any: one that is not followed to its end on letters leaves a spent guest.
    const exported = new Map(wanted.map(({ name }) => [name, guest.find(name)]))
    const machines = this.#machines(graph, guest)
    const functions: Record<string, LoadedFunction | MissingFunction> = {}
    for (const one of wanted) {
      const found = describe(one, graph, { exported, names, machines })
      functions[one.name] = this.#withRoundingTried(found, one, graph)
    }
    const formulas = Object.fromEntries(
      Object.entries(functions).map(([name, found]) => [
        name,
        found.kind === 'function' ? found.formula : undefined,
      ]),
    )
    this.#untouched = guest
    this.#loaded = {
      source,
      graph,
      wanted,
      formulas,
      guests: new Map(),
      tensorGuests: new Map(),
      notes: new Map(),
    }
    return {
      kind: 'loaded',
      functions,
      output,
      files: typedFiles(source, graph),
      numbers: writtenNumbers(graph),
    }
  }

  /** In a guest of its own, which is thrown away. */
  #withRoundingTried(
    found: LoadedFunction | MissingFunction,
    wanted: WantedFunction,
    graph: ModuleGraph,
  ): LoadedFunction | MissingFunction {
    const { formula } = found.kind === 'function' ? found : {}
    const rounds = formula?.kind === 'formula' && formula.assumes.includes('float32-rounding')
    if (found.kind !== 'function' || !rounds) return found
    const guest = this.#take()
    if ('cause' in guest.load(graph)) return found
    const own = { guest, id: idIn(guest, wanted.name) }
    const tried = tryRounding(formula, wanted, (columns) => valuesAt(own, columns))
    return { ...found, formula: tried }
  }

  /** A guest with nothing in it. Where memory is short, what is kept for later questions goes first. */
  #take(): Guest {
    try {
      return this.#guests.create()
    } catch (error) {
      if (!(error instanceof MachineError)) throw error
      for (const own of this.#loaded?.guests.values() ?? []) own.drop()
      this.#guests.forget()
      return this.#guests.create()
    }
  }

  get #submission(): Loaded {
    if (this.#loaded === undefined) throw new Error('nothing is loaded')
    return this.#loaded
  }

  /** A guest with the submission's modules evaluated in it, which nothing was asked of. */
  #open(): Guest | Fault {
    const untouched = this.#untouched
    this.#untouched = undefined
    if (untouched && !untouched.spent) return untouched
    const guest = this.#take()
    const loaded = guest.load(this.#submission.graph)
    return 'cause' in loaded ? loaded : guest
  }

  #openFor(name: string, notes?: RunNotes): GuestFunction | Fault {
    const guest = this.#open()
    if (!(guest instanceof Guest)) return guest
    if (notes) guest.belongTo(notes)
    return { guest, id: idIn(guest, name) }
  }

  #notesOf(name: string): RunNotes {
    const { notes } = this.#submission
    const known = notes.get(name) ?? new RunNotes()
    notes.set(name, known)
    return known
  }

  #fresh(name: string): OwnGuest {
    return new OwnGuest(() => this.#openFor(name, this.#notesOf(name)))
  }

  /** The guest that a function is judged in; one without a past, and for no record, where it is to be alone. */
  #guestOf(name: string, alone = false): OwnGuest {
    if (alone) return new OwnGuest(() => this.#openFor(name))
    const { guests } = this.#submission
    const own = guests.get(name) ?? this.#fresh(name)
    guests.set(name, own)
    return own
  }

  /**
   * What is followed to its end on letters keeps nothing between calls: all such functions share a
   * guest, as there is nothing that one could tell another.
   */
  #amongFormulas(name: string): GuestFunction | Fault {
    const { guests } = this.#submission
    const shared = guests.get(FORMULAS) ?? new OwnGuest(() => this.#openFor(name))
    guests.set(FORMULAS, shared)
    const ready = shared.ready()
    if ('cause' in ready) return ready
    const { guest } = ready
    guest.belongTo(this.#notesOf(name))
    return { guest, id: idIn(guest, name) }
  }

  #evaluate({ function: name, columns }: EvaluationRequest): EvaluationResult {
    const isFormula = this.#submission.formulas[name]?.kind === 'formula'
    const own = isFormula ? this.#amongFormulas(name) : this.#guestOf(name).ready()
    if ('cause' in own) return noPoints(columns[0]?.length ?? 0, own)
    const given = columns.map(() => PLAIN)
    const keepsNothing = isFormula || isProvenPure(this.#submission.graph, { name, given })
    return evaluatePoints(own, columns, { keepsNothing, fresh: () => this.#fresh(name) })
  }

  #call(request: CallRequest): CallsResult {
    const { function: name, alone } = request
    const { judge } = this.#tools
    const fresh = () => this.#fresh(name)
    const isPure = () =>
      isProvenPure(this.#submission.graph, { name, given: givenIn(request.calls) })
    return callAll(this.#guestOf(name, alone), request, { judge, fresh, isPure })
  }

  #program({ function: name, steps, alone }: ProgramRequest): ProgramResult {
    const own = this.#guestOf(name, alone).ready()
    if ('cause' in own) return { ...own, step: 0 }
    const { guest } = own
    const idOf = (called: string) => (called === name ? own.id : idIn(guest, called))
    return runProgram(guest, steps, { idOf, once: alone === true })
  }

  #work({ function: name, runs }: WorkRequest): WorkResult {
    const turns: number[] = []
    for (const run of runs) {
      const own = this.#openFor(name)
      if ('cause' in own) return { turns, ended: own }
      const idOf = (called: string) => (called === name ? own.id : idIn(own.guest, called))
      const counted = countWork(own, run, idOf)
      this.#guests.takeBack(own.guest)
      if (typeof counted !== 'number') return { turns, ended: counted }
      turns.push(counted)
    }
    return { turns }
  }

  /** For no record: what is printed is nobody's verdict. */
  #output({ function: name, run }: OutputRequest, loaded: Tensors | undefined): Output {
    if ('tensors' in run) {
      const { graph } = this.#submission
      const tensors = given(loaded)
      const own = openTensorFunction(this.#take(), graph, { name, tensors })
      if ('cause' in own) return { text: '', dropped: 0 }
      takeOutput(own.guest)
      differentiate(own, run.tensors, { tensors, graph, ticks: LIMITS.ticks })
      own.held.dispose()
      return takeOutput(own.guest)
    }
    const own = this.#openFor(name)
    if ('cause' in own) return { text: '', dropped: 0 }
    const idOf = (called: string) => (called === name ? own.id : idIn(own.guest, called))
    return outputOf(own, run, idOf)
  }

  #inspect(request: InspectionRequest, record: RunRecord): InspectionResult {
    const { wanted, graph } = this.#submission
    const asked = wanted.find(({ name }) => name === request.function)
    const nested = request.rules.some(({ rule }) => rule === 'no-nesting')
    const nesting = nested && asked ? this.#traceNesting(graph, asked) : NOT_TRACED
    return inspect(graph, request, { record, nesting })
  }

  /** What is suspicious is tried, where there is a call to try it with. */
  #observe(request: ObservationRequest): readonly Observation[] {
    const { graph, source } = this.#submission
    const { function: name, call } = request
    if (call === undefined) return observe(graph, request)
    // Hardly ever is anything suspicious.
    let before: CallResult | undefined
    return observeTried(graph, request, (repairs) => {
      before ??= this.#answerOf(source, name, call)
      const after = this.#answerOf(repaired(source, repairs), name, call)
      return sameData(before, after) ? undefined : after
    })
  }

  /** What a program gives at one call, for no record. */
  #answerOf(source: SubmissionSource, name: string, call: readonly Json[]): CallResult {
    const graph = this.#whole(this.#prepared(source))
    if ('cause' in graph) return graph
    return answerAt(new OwnGuest(() => this.#openWith(graph, name)), call)
  }

  #openWith(graph: ModuleGraph, name: string): GuestFunction | Fault {
    const guest = this.#take()
    const loaded = guest.load(graph)
    return 'cause' in loaded ? loaded : { guest, id: idIn(guest, name) }
  }

  #fingerprints(texts: readonly string[]): (readonly number[] | null)[] {
    const { modules } = this.#submission.graph
    return texts.map((text) => {
      const module = modules.find((one) => one.text === text)
      if (module === undefined) return null
      const found = fingerprintsIn(module.parsed, this.#tools.pulse.goesOn)
      // So it is where there is nothing to compare, too.
      if (found.length === 0) this.#mayBeTooDeep()
      return found
    })
  }

  #machines(graph: ModuleGraph, guest: Guest): LetterMachines {
    const { stackEnd = 'told', pulse } = this.#tools
    return letterMachines(graph, { guest, fresh: () => this.#take(), stackEnd, pulse })
  }

  #prepared(source: SubmissionSource): ModuleGraph | Fault {
    return prepareModules(source, this.#tools.pulse.goesOn)
  }

  /** What was parsed as far as the call stack goes. */
  #whole(graph: ModuleGraph | Fault): ModuleGraph | Fault {
    if ('cause' in graph && graph.says?.id === 'syntax.too-deep') this.#mayBeTooDeep()
    return graph
  }

  /** @throws RangeError where whoever asks is to ask elsewhere */
  #mayBeTooDeep(): void {
    if (this.#tools.stackEnd === 'thrown') throw new RangeError('too deep for this call stack')
  }

  #traceNesting(graph: ModuleGraph, wanted: WantedFunction): NestingTrace {
    return traceNesting(graph, wanted, this.#machines(graph, this.#take()))
  }

  #differentiate(request: DifferentiationRequest, tensors: Tensors): DifferentiationResult[] {
    const { function: name, calls, alone } = request
    const { graph, tensorGuests } = this.#submission
    const results: DifferentiationResult[] = []
    let left: number = LIMITS.ticksOfCalls
    let own = alone ? undefined : tensorGuests.get(name)
    for (const args of calls) {
      if (own === undefined || own.guest.spent) {
        own?.held.dispose()
        own?.guest.discard()
        const guest = this.#take()
        const opened = openTensorFunction(guest, graph, { name, tensors })
        if ('cause' in opened) return [...results, opened]
        if (!alone) guest.belongTo(this.#notesOf(name))
        own = opened
      }
      const ticks = Math.min(LIMITS.ticks, left)
      const result = differentiate(own, args, { tensors, graph, ticks })
      left -= own.guest.ticks
      results.push(result)
      if (result.kind !== 'differentiated') break
    }
    if (alone) own?.held.dispose()
    else if (own) tensorGuests.set(name, own)
    return results
  }
}

/** No function has this name. */
const FORMULAS = ''

/** Whether an answer takes TensorFlow.js. */
export function takesTensors(request: WorkerRequest): boolean {
  if (request.kind === 'differentiate') return true
  return request.kind === 'output' && 'tensors' in request.request.run
}

function given(tensors: Tensors | undefined): Tensors {
  if (tensors === undefined) throw new Error('TensorFlow.js was not loaded for this request')
  return tensors
}

/** Why the file ended as it was loaded, where its source says so. */
function withObservation(fault: Fault, graph: ModuleGraph): Fault {
  if (fault.cause !== 'crashed') return fault
  const nothing = { function: '', arguments: [], tensors: [], judged: [] }
  const [observed] = observe(graph, { ...nothing, gave: 'error' })
  return observed === undefined ? fault : { ...fault, observed }
}

interface Opened {
  readonly exported: ReadonlyMap<string, FoundName>
  readonly names: readonly string[]
  readonly machines: LetterMachines
}

/** What the submission has under a name. */
function describe(
  wanted: WantedFunction,
  graph: ModuleGraph,
  { exported, names, machines }: Opened,
): LoadedFunction | MissingFunction {
  const { name, symbolic } = wanted
  const found = exported.get(name)
  if (found?.kind !== 'function') {
    const spare = names.filter((other) => !exported.has(other))
    const others = spare.length > 0 ? spare : names.filter((other) => other !== name)
    return { kind: 'missing', near: nearNames(name, others), spare, found: found?.what }
  }
  const place = declarationPlace(graph, name)
  const formula = symbolic ? deriveFormula(graph, wanted, machines) : undecided('unasked')
  return { kind: 'function', arity: found.arity, place, formula }
}

function idIn(guest: Guest, name: string): number {
  const found = guest.find(name)
  if (found.kind !== 'function') throw new Error(`no function ${name} was asked for and found`)
  return found.id
}
