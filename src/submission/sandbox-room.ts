import { nearNames } from '../near-names.ts'
import { placeAt } from './code-frame.ts'
import { type ModuleGraph, prepareModules } from './module-graph.ts'
import { Guest } from './sandbox-guest.ts'
import { LIMITS } from './sandbox-limits.ts'
import type { WorkerAnswers, WorkerRequest } from './sandbox-protocol.ts'
import type {
  EvaluationRequest,
  EvaluationResult,
  Fault,
  LoadedFunction,
  LoadResult,
  MissingFunction,
  PointFault,
  SubmissionSource,
  WantedFunction,
} from './session.ts'
import { asNode, isNode, nameOf, type SyntaxNode } from './syntax-tree.ts'

/**
 * The worker's side of a session: holds the submission's modules and a guest that runs them,
 * and makes a new guest after anything abnormal, so that what is asked next is still answered.
 */
export class Room {
  readonly #wasm: WebAssembly.Module
  readonly #heartbeat: Int32Array
  #spare: Promise<Guest>
  #guest: Guest | undefined
  #graph: ModuleGraph | undefined
  #wanted: readonly WantedFunction[] = []
  #ids = new Map<string, number>()

  constructor(wasm: WebAssembly.Module, heartbeat: Int32Array) {
    this.#wasm = wasm
    this.#heartbeat = heartbeat
    this.#spare = Guest.create(wasm, heartbeat)
  }

  async answer(request: WorkerRequest): Promise<WorkerAnswers[keyof WorkerAnswers]> {
    switch (request.kind) {
      case 'load':
        return this.#load(request.source, request.wanted)
      case 'evaluate':
        return this.#evaluate(request.request)
      case 'call':
        throw new Error('not yet')
      case 'reset':
        this.#forget()
        return null
    }
  }

  #forget(): void {
    this.#guest = undefined
    this.#graph = undefined
    this.#ids.clear()
  }

  async #load(source: SubmissionSource, wanted: readonly WantedFunction[]): Promise<LoadResult> {
    this.#forget()
    this.#wanted = wanted
    const graph = prepareModules(source)
    if ('cause' in graph) return graph
    this.#graph = graph
    const opened = await this.#open()
    if ('cause' in opened) return opened
    const functions = Object.fromEntries(
      wanted.map(({ name }) => [name, this.#describe(name, opened.guest, opened.names)]),
    )
    return { kind: 'loaded', functions, output: opened.guest.askText('output') }
  }

  /** A guest with the submission's modules evaluated in it. */
  async #open(): Promise<{ readonly guest: Guest; readonly names: string[] } | Fault> {
    const graph = this.#graph
    if (graph === undefined) throw new Error('nothing is loaded')
    const guest = await this.#spare
    this.#spare = Guest.create(this.#wasm, this.#heartbeat)
    const loaded = guest.load(graph)
    if ('cause' in loaded) return loaded
    this.#guest = guest
    return { guest, names: loaded.names.split('\n').filter(Boolean) }
  }

  #describe(
    name: string,
    guest: Guest,
    names: readonly string[],
  ): LoadedFunction | MissingFunction {
    const answer = guest.ask('find', guest.engine.fromText(name))
    const text = answer.kind === 'value' ? guest.engine.text(answer.value) : 'm'
    const [, id, arity] = /^f(\d+) (\d+)$/.exec(text) ?? []
    if (id === undefined) {
      const found = text.startsWith('x') ? text.slice(1) : undefined
      return {
        kind: 'missing',
        near: nearNames(
          name,
          names.filter((other) => other !== name),
        ),
        found,
      }
    }
    this.#ids.set(name, Number(id))
    return {
      kind: 'function',
      arity: Number(arity),
      place: this.#declaration(name),
      formula: { kind: 'undecided', why: 'no formula was derived from this source' },
    }
  }

  #declaration(name: string): LoadedFunction['place'] {
    for (const module of this.#graph?.modules ?? []) {
      const node = declarationOf(asNode(module.parsed.program), name)
      if (node) return placeAt(module.file, module.text, node.start, `\`${name}\` is defined here`)
    }
    return undefined
  }

  async #evaluate(request: EvaluationRequest): Promise<EvaluationResult> {
    const guest = await this.#ready()
    const points = request.columns[0]?.length ?? 0
    if (!(guest instanceof Guest)) return nothing(points, guest)
    const id = this.#ids.get(request.function)
    if (id === undefined) throw new Error(`no function ${request.function} was asked for`)
    const first = runPoints(guest, id, request.columns)
    if (first.ended) return first
    const again = this.#again(guest, id, request, first)
    return again ? { ...first, unstable: again } : first
  }

  /** A second evaluation, backwards, of some points: a function gives the same again. */
  #again(guest: Guest, id: number, request: EvaluationRequest, first: EvaluationResult) {
    const chosen = sample(first.values.length).reverse()
    const columns = request.columns.map((column) =>
      Float64Array.from(chosen, (index) => column[index] as number),
    )
    const second = runPoints(guest, id, columns)
    for (const [place, index] of chosen.entries()) {
      const one = first.values[index] as number
      const other = second.values[place] as number
      if (!Object.is(one, other)) return { index, first: one, second: other }
    }
    return undefined
  }

  /** The guest that answers, replaced where the last one is spent. */
  async #ready(): Promise<Guest | Fault> {
    if (this.#guest && !this.#guest.spent) return this.#guest
    this.#guest = undefined
    const opened = await this.#open()
    if ('cause' in opened) return opened
    this.#ids.clear()
    for (const { name } of this.#wanted) this.#describe(name, opened.guest, opened.names)
    return opened.guest
  }
}

/** Every point where they are few, else some 256 spread over all. */
function sample(points: number): number[] {
  const stride = Math.max(1, Math.floor(points / 256))
  return Array.from({ length: Math.ceil(points / stride) }, (_, i) => i * stride)
}

function nothing(points: number, ended: Fault): EvaluationResult {
  return { values: new Float64Array(points).fill(Number.NaN), faults: [], faultCount: 0, ended }
}

/** One request of the harness: all points in one array, in and out. */
function runPoints(guest: Guest, id: number, columns: readonly Float64Array[]): EvaluationResult {
  const points = columns[0]?.length ?? 0
  const { engine } = guest
  const cells = new Float64Array((columns.length + 1) * points + 1)
  columns.forEach((column, k) => {
    cells.set(column, k * points)
  })
  cells.fill(Number.NaN, columns.length * points, (columns.length + 1) * points)
  const buffer = engine.fromBytes(new Uint8Array(cells.buffer))
  const view = () => {
    const bytes = engine.bytes(buffer)
    return new Float64Array(bytes.buffer, bytes.byteOffset, cells.length)
  }
  const allowance = {
    total: Math.min(LIMITS.ticks + LIMITS.ticksPerPoint * points, LIMITS.ticksAtMost),
    onePoint: LIMITS.ticksOnePoint,
    point: () => view().at(-1) ?? 0,
  }
  const count = guest.guarded(allowance, () => {
    const operands = [id, columns.length, points].map((value) => engine.fromNumber(value))
    const [f, width, n] = operands as [never, never, never]
    const answer = guest.ask('evaluate', f, buffer, width, n)
    return answer.kind === 'value' ? engine.number(answer.value) : 0
  })
  const values = view().slice(columns.length * points, (columns.length + 1) * points)
  if (typeof count !== 'number') return { values, faults: [], faultCount: 0, ended: count }
  const faults = count === 0 ? [] : readFaults(guest, count)
  engine.free(buffer)
  return { values, faults, faultCount: count }
}

function readFaults(guest: Guest, count: number): PointFault[] {
  return Array.from({ length: Math.min(count, 8) }, (_, k) => {
    const [index = '0', kind] = guest.askText('fault', k, 0).split(' ')
    const message = guest.askText('fault', k, 1)
    const place = guest.placeIn(guest.askText('fault', k, 2), message)
    return {
      index: Number(index),
      kind: kind === 'threw' ? 'threw' : 'not-a-number',
      message,
      ...(place ? { place } : {}),
    }
  })
}

/** The statement or member that gives a name its function. */
function declarationOf(program: SyntaxNode, name: string): SyntaxNode | undefined {
  let found: SyntaxNode | undefined
  const waiting = [program]
  for (let node = waiting.pop(); node !== undefined && !found; node = waiting.pop()) {
    if (DECLARES.has(node.type) && (nameOf(node.id) ?? nameOf(node.key)) === name) found = node
    else if (!/^TS/.test(node.type)) waiting.push(...Object.values(node).flat().filter(isNode))
  }
  return found
}

const DECLARES = new Set([
  'FunctionDeclaration',
  'VariableDeclarator',
  'MethodDefinition',
  'PropertyDefinition',
  'Property',
])
