import type { Fault } from '../session.ts'
import { placeAt } from '../source/code-frame.ts'
import type { ModuleGraph, PreparedModule } from '../source/module-graph.ts'
import type { Refused } from '../symbolic/runtime/answers.ts'
import { RUNTIME_MODULE } from '../symbolic/runtime/names.ts'
import type { Reason } from '../symbolic/runtime/reasons.ts'
import { cleanLine } from '../text/clean-text.ts'
import { isOfStack } from './call-stack.ts'
import { noMemory } from './capped-memory.ts'
import {
  type Completion,
  type Engine,
  GuestOutOfMemory,
  type GuestValue,
  restoreEngine,
} from './engine.ts'
import type { EngineFiles, GuestImage, SymbolicImage } from './guest-image.ts'
import { type Instance, release } from './instance.ts'
import { LIMITS } from './limits.ts'
import type { RunNotes } from './run-record.ts'

/**
 * One submission in one engine, with its budget. After anything abnormal it is spent: the owner
 * drops it and makes another.
 */
export class Guest {
  spent = false
  /** What answers the guest's questions, where it may ask any; must not throw. */
  host: (request: string) => string = () => '!there is nobody to ask'
  readonly #engine: Engine
  readonly #harness: GuestValue
  readonly #natives: readonly string[]
  readonly #budget: Budget
  readonly #letters: SymbolicImage
  /** The instrumented modules, by the names of the modules themselves. */
  #letterTexts: ReadonlyMap<string, string> = new Map()
  #graph: ModuleGraph | undefined
  #whileLoading: readonly string[] = []
  #notes: RunNotes | undefined

  private constructor(engine: Engine, { harness, natives, symbolic }: GuestImage, budget: Budget) {
    this.#engine = engine
    this.#harness = harness as GuestValue
    this.#natives = natives
    this.#letters = symbolic
    this.#budget = budget
  }

  /** A guest as it is before any submission: a copy of the image. */
  static create({ wasm, image }: EngineFiles, pulse: Pulse, used?: Instance): Guest {
    const budget = new Budget(pulse)
    const engine = restoreEngine(wasm, image.engine, {
      limits: LIMITS,
      used,
      hooks: {
        // Who is starved has ended: to catch the refusal and ask again takes longer than any answer.
        interrupt: () => budget.tick() || guest.#engine.starved,
        resolve: (importer, requested) => guest.#resolve(importer, requested),
        host: (request) => guest.host(request),
        goesOn: pulse.goesOn,
        source: (id) => guest.#source(id),
      },
    })
    const guest: Guest = new Guest(engine, image, budget)
    return guest
  }

  get engine(): Engine {
    return this.#engine
  }

  /** Ends this guest: what it was made of, where nothing abnormal happened to it. */
  end(): Instance | undefined {
    const instance = this.#engine.end()
    const wasSpent = this.spent
    this.spent = true
    if (!wasSpent) return instance
    if (instance) release(instance)
    return undefined
  }

  /** Ends this guest, and lets go of what it was made of. */
  discard(): void {
    const instance = this.end()
    if (instance) release(instance)
  }

  /** Evaluates the submission's modules; the exported names, one a line, or what went wrong. */
  load(graph: ModuleGraph): { readonly names: string } | Fault {
    this.#graph = graph
    const entry = graph.modules[0] as PreparedModule
    // What was compiled before, the host had compiled.
    this.#engine.takeRecord()
    const loaded = this.guarded({ total: LIMITS.ticks }, () => {
      if (graph.commonJs) this.#engine.script(COMMON_JS)
      const done = this.#engine.module(entry.script.text, entry.id)
      if (done.kind === 'pending') return awaitsAtTopLevel(entry)
      if (done.kind === 'thrown') return this.faultOf(done.value)
      const names = this.ask('adopt', done.value, this.#engine.fromNumber(graph.commonJs ? 1 : 0))
      return names.kind === 'value'
        ? { names: this.#engine.text(names.value) }
        : this.faultOf(names.value)
    })
    this.#whileLoading = this.#ran()
    return loaded
  }

  /** From now on, what runs here is noted as one function's; what ran as the file was loaded too. */
  belongTo(notes: RunNotes): void {
    this.#notes = notes
    notes.add('loading', this.#whileLoading)
  }

  /** Counts what was asked here, and what came of it: finite numbers, or data. */
  count(asked: number, answers: number): void {
    this.#notes?.count(asked, answers)
  }

  /** What the engine noted since it was last asked. */
  #ran(): string[] {
    const { bits, compiled } = this.#engine.takeRecord()
    const natives = this.#natives.filter((_, bit) => (bits >> BigInt(bit)) & 1n)
    return compiled ? [...natives, 'eval'] : natives
  }

  /** Modules for letters import their likes, and the runtime. */
  #resolve(importer: string, requested: string): string | undefined {
    const [, letters = '', id = ''] = /^(letters:)?(.*)$/.exec(importer) ?? []
    if (letters !== '' && requested === RUNTIME_MODULE) return RUNTIME_MODULE
    const found = this.#graph?.modules.find((module) => module.id === id)?.imports.get(requested)
    return found === undefined ? undefined : letters + found
  }

  #source(id: string): string | undefined {
    if (id.startsWith(LETTERS)) return this.#letterTexts.get(id.slice(LETTERS.length))
    return this.#graph?.modules.find((module) => module.id === id)?.script.text
  }

  /** Evaluates the instrumented modules, in the realm that is there for them. */
  loadLetters(graph: ModuleGraph, texts: ReadonlyMap<string, string>): 'loaded' | Refused | Fault {
    this.#graph = graph
    this.#letterTexts = texts
    const realm = this.#engine.realm(this.#letters.realm)
    if (graph.commonJs) realm.script(COMMON_JS)
    const done = realm.module(texts.get('m0') ?? '', `${LETTERS}m0`)
    if (done.kind !== 'value') {
      const refusal = JSON.parse(this.#askRuntime('refusal') ?? 'null') as Refused | null
      return refusal ? { ...refusal, kind: 'refused' } : CRASHED
    }
    const kind = this.#engine.fromNumber(graph.commonJs ? 1 : 0)
    const names = this.#askLetterHarness('adopt', done.value, kind)
    return names.kind === 'value' ? 'loaded' : CRASHED
  }

  /** What the runtime says of an exported function; undefined where there is none. */
  askLetters(question: string, name: string, request: string): string | undefined {
    const found = this.#askLetterHarness('find', this.#engine.fromText(name))
    const [, id] =
      /^f(\d+) /.exec(found.kind === 'value' ? this.#engine.text(found.value) : '') ?? []
    if (id === undefined) return undefined
    const number = this.#engine.fromNumber(Number(id))
    const [callee, self] = ['function', 'receiver'].map(
      (part) => this.#askLetterHarness(part, number).value,
    ) as [GuestValue, GuestValue]
    return this.#askRuntime(question, callee, self, this.#engine.fromText(request))
  }

  #askLetterHarness(operation: string, ...operands: GuestValue[]): Completion {
    const harness = this.#letters.harness as GuestValue
    return this.#engine.call(harness, [this.#engine.fromText(operation), ...operands])
  }

  #askRuntime(question: string, ...operands: GuestValue[]): string | undefined {
    const runtime = this.#letters.runtime as GuestValue
    const answer = this.#engine.call(runtime, [this.#engine.fromText(question), ...operands])
    if (answer.kind === 'value') return this.#engine.text(answer.value)
    const thrown = this.#say('message', answer.value)
    // The stack that was used up may have been the runtime's own.
    const why: Reason = thrown.startsWith('InternalError') ? 'depth' : 'bug'
    return JSON.stringify({ kind: 'failed', why })
  }

  /** One operation of the harness. */
  ask(operation: string, ...operands: GuestValue[]): Completion {
    const name = this.#engine.fromText(operation)
    const completion = this.#engine.call(this.#harness, [name, ...operands])
    this.#engine.free(name)
    return completion
  }

  /** The text that an operation answers; empty where it was cut short. */
  askText(operation: string, ...operands: number[]): string {
    const answer = this.ask(operation, ...operands.map((value) => this.#engine.fromNumber(value)))
    const text = answer.kind === 'value' ? this.#engine.text(answer.value) : ''
    this.#engine.free(answer.value)
    return text
  }

  askNumber(operation: string): number {
    const answer = this.ask(operation)
    return answer.kind === 'value' ? this.#engine.number(answer.value) : 0
  }

  /** What the submission exports under a name. @throws Ended where to look at it ended abnormally */
  find(name: string): FoundName {
    const text = this.guarded<string>({ total: LIMITS.ticks }, () => {
      const answer = this.ask('find', this.#engine.fromText(name))
      return answer.kind === 'value' ? this.#engine.text(answer.value) : this.faultOf(answer.value)
    })
    if (typeof text !== 'string') throw new Ended(text)
    const [, id, arity] = /^f(\d+) (\d+)$/.exec(text) ?? []
    if (id !== undefined) return { kind: 'function', id: Number(id), arity: Number(arity) }
    return { kind: 'missing', what: text.startsWith('x') ? text.slice(1) : undefined }
  }

  /** An exported function and what it is called on; undefined where there is none. */
  functionNamed(name: string): readonly [GuestValue, GuestValue] | undefined {
    const found = this.find(name)
    if (found.kind === 'missing') return undefined
    const number = this.#engine.fromNumber(found.id)
    return [this.ask('function', number).value, this.ask('receiver', number).value]
  }

  /**
   * Runs guest code under a budget; what ends it abnormally is a fault, and the guest is spent. Who
   * asked for more memory than there may be ends so even where the refusal was caught: what has no
   * memory left says anything.
   */
  guarded<T>(allowance: Allowance, run: () => T | Fault): T | Fault {
    this.#budget.start(allowance)
    const before = this.#engine.memoryBytes
    try {
      const result = run()
      if (this.#engine.refused) throw noMemory('a submission was refused what it may use')
      if (this.#engine.memoryBytes !== before) this.spent = true
      return this.#ended ?? result
    } catch (error) {
      this.spent = true
      if (this.#engine.refused) throw noMemory('a submission was refused what it may use')
      const ended = this.#ended
      const broken = new BrokenRuntime(error)
      // An engine that was refused memory may fail in any way but this one.
      if (broken.ofStack && ended?.cause !== 'did-not-finish') throw broken
      if (ended) return ended
      if (error instanceof GuestOutOfMemory) return this.starve()
      throw broken
    } finally {
      this.#notes?.add('running', this.#ran())
    }
  }

  /** Whether one point by itself came to the end of what it may use. */
  get endedAtOnePoint(): boolean {
    return this.#budget.trippedAtOnePoint || (this.#engine.starved && !this.#budget.tripped)
  }

  /** Ticks that the last piece of work used. */
  get ticks(): number {
    return this.#budget.ticks
  }

  /** Whether what was thrown is about memory: the engine was refused some, or says so. */
  isMemory(message: string): boolean {
    return this.#engine.starved || EXHAUSTED.has(message)
  }

  /** What a submission threw, at its own line. */
  faultOf(value: GuestValue): Fault {
    const thrown = this.#say('message', value)
    if (this.isMemory(thrown)) return this.starve()
    const message = inWords(thrown)
    const place = this.placeIn(this.#say('stack', value), message)
    return { kind: 'fault', cause: 'crashed', message, ...(place ? { place } : {}) }
  }

  #say(operation: string, value: GuestValue): string {
    const said = this.ask(operation, value)
    return said.kind === 'value' ? this.#engine.text(said.value) : ''
  }

  /** The innermost frame of a stack that lies in the submission. */
  placeIn(stack: string, remark: string): Fault['place'] {
    for (const match of stack.matchAll(/\b(m\d+):(\d+):(\d+)\)?$/gm)) {
      const module = this.#graph?.modules.find(({ id }) => id === match[1])
      if (module) return originalPlace(module, Number(match[2]), Number(match[3]), remark)
    }
    return undefined
  }

  /** How what ran came to an end of what it may use. */
  get #ended(): Fault | undefined {
    if (this.#budget.tripped) return this.#end('did-not-finish', DID_NOT_FINISH)
    return this.#engine.starved ? this.starve() : undefined
  }

  /** Ends this guest for having asked for too much memory. */
  starve(): Fault {
    return this.#end('out-of-memory', OUT_OF_MEMORY)
  }

  #end(cause: Fault['cause'], message: string): Fault {
    this.spent = true
    return { kind: 'fault', cause, message }
  }
}

export type FoundName =
  | { readonly kind: 'function'; readonly id: number; readonly arity: number }
  /** `what` stands there instead, if anything. */
  | { readonly kind: 'missing'; readonly what: string | undefined }

const COMMON_JS = 'globalThis.module={exports:{}};globalThis.exports=module.exports;0'
/** Begins the names of modules that run on letters. */
const LETTERS = 'letters:'
const CRASHED: Fault = { kind: 'fault', cause: 'crashed', message: 'it throws' }

/** An error's message, in words where the engine's own say little. */
export function inWords(message: string): string {
  if (message !== 'InternalError: stack overflow') return cleanLine(message, 500)
  return 'the call stack overflowed: a function calls itself without end'
}

const EXHAUSTED = new Set(['InternalError: out of memory', 'InternalError: string too long'])

const DID_NOT_FINISH = 'it did not finish: the budget of loop turns and calls ran out'
const OUT_OF_MEMORY = 'it asked for more memory than a submission may use (64 MB)'

/** How many ticks a piece of work may use; `point` tells which point is at work. */
export interface Allowance {
  readonly total: number
  readonly onePoint?: number
  readonly point?: () => number
}

/** By which somebody sees that a guest runs. */
export interface Pulse {
  /** Ten thousand calls or loop turns. */
  readonly tick: () => void
  /** A further piece of what is asked: some points, a call, a step. */
  readonly goesOn: () => void
}

class Budget {
  tripped = false
  /** By one point, and not by all of them together. */
  trippedAtOnePoint = false
  readonly #pulse: Pulse
  #allowance: Allowance = { total: 0 }
  ticks = 0
  #point = -1
  #pointTicks = 0

  constructor(pulse: Pulse) {
    this.#pulse = pulse
  }

  start(allowance: Allowance): void {
    this.#allowance = allowance
    this.ticks = 0
    this.#point = -1
    this.#pointTicks = 0
    this.#pulse.goesOn()
  }

  tick(): boolean {
    this.#pulse.tick()
    this.ticks++
    const { total, onePoint = total, point } = this.#allowance
    const at = point?.() ?? 0
    this.#pointTicks = at === this.#point ? this.#pointTicks + 1 : 0
    this.#point = at
    if (this.#pointTicks > onePoint) this.trippedAtOnePoint = true
    if (this.ticks > total || this.trippedAtOnePoint) this.tripped = true
    return this.tripped
  }
}

function awaitsAtTopLevel(entry: PreparedModule): Fault {
  const offset = Math.max(0, entry.text.search(/\bawait\b/))
  const message = '`await` outside of a function is not supported: nothing here is asynchronous'
  return {
    kind: 'fault',
    cause: 'forbidden',
    message,
    place: placeAt(entry.file, entry.text, offset, message),
    advice: 'Return plain numbers from plain functions.',
  }
}

function originalPlace(module: PreparedModule, line: number, column: number, remark: string) {
  const offset = offsetOf(module.script.text, line, column)
  return placeAt(module.file, module.text, module.script.original(offset), remark)
}

/** QuickJS counts lines at `\n` and columns in code points, both from 1. */
function offsetOf(text: string, line: number, column: number): number {
  let start = 0
  for (let at = 1; at < line; at++) {
    const next = text.indexOf('\n', start)
    if (next < 0) return text.length
    start = next + 1
  }
  const end = text.indexOf('\n', start)
  const points = [...text.slice(start, end < 0 ? text.length : end)].slice(0, column - 1)
  return start + points.join('').length
}

/** Ends a request: its answer is this fault, and nothing else that it may have found. */
export class Ended extends Error {
  override name = 'Ended'
  readonly fault: Pick<Fault, 'cause' | 'message'>

  constructor(fault: Pick<Fault, 'cause' | 'message'>) {
    super(fault.message)
    this.fault = fault
  }
}

/** The engine itself failed: by what the submission did, unless a known program fails there too. */
export class BrokenRuntime extends Ended {
  override name = 'BrokenRuntime'
  /** Whether the call stack of the machine came to its end before the engine's own did. */
  readonly ofStack: boolean

  constructor(error: unknown) {
    const ofStack = isOfStack(error)
    const message = ofStack ? 'it used up the call stack' : `it broke its runtime (${error})`
    super({ cause: 'crashed', message })
    this.ofStack = ofStack
  }
}

/** What ends a request where the host itself found no room in a guest: somebody filled it before. */
export function endedBy(error: unknown): unknown {
  if (!(error instanceof GuestOutOfMemory)) return error
  return new Ended({ cause: 'out-of-memory', message: OUT_OF_MEMORY })
}
