import { inspect } from '../policy/inspect.ts'
import type {
  CallRequest,
  CallResult,
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
  ProgramRequest,
  ProgramResult,
  SubmissionSource,
  WantedFunction,
} from '../session.ts'
import { placeAt } from '../source/code-frame.ts'
import { type ModuleGraph, prepareModules } from '../source/module-graph.ts'
import { asNode, isNode, nameOf, type SyntaxNode } from '../source/syntax-tree.ts'
import { typedFiles } from '../source/typed-files.ts'
import { deriveFormula } from '../symbolic/derive-formula.ts'
import { nearNames } from '../text/near-names.ts'
import { callWithData, runProgram } from './calls.ts'
import { Guest } from './guest.ts'
import type { EngineFiles } from './guest-image.ts'
import { observe } from './observe.ts'
import { evaluatePoints, noPoints } from './points.ts'
import type { Loading, LoadRequest, WorkerAnswers, WorkerRequest } from './protocol.ts'
import { differentiate, loadTensors } from './tensors.ts'

/**
 * The worker's side of a session: holds the submission's modules and a guest that runs them,
 * and makes a new guest after anything abnormal, so that what is asked next is still answered.
 */
export class Room {
  readonly #files: EngineFiles
  readonly #heartbeat: Int32Array
  #spare: Promise<Guest> | undefined
  #guest: Guest | undefined
  #graph: ModuleGraph | undefined
  #wanted: readonly WantedFunction[] = []
  #ids = new Map<string, number>()
  #formulas = new Map<string, LoadedFunction['formula']>()

  constructor(files: EngineFiles, heartbeat: Int32Array) {
    this.#files = files
    this.#heartbeat = heartbeat
    this.#spare = Guest.create(files, heartbeat)
  }

  async answer(request: WorkerRequest): Promise<WorkerAnswers[keyof WorkerAnswers]> {
    switch (request.kind) {
      case 'load':
        return this.#loadAndEvaluate(request)
      case 'evaluate':
        return this.#evaluate(request.request)
      case 'call':
        return this.#call(request.request)
      case 'program':
        return this.#program(request.request)
      case 'inspect':
        return this.#inspect(request.request)
      case 'differentiate':
        return this.#differentiate(request.request)
    }
  }

  #forget(): void {
    this.#guest = undefined
    this.#graph = undefined
    this.#ids.clear()
    this.#formulas.clear()
  }

  async #loadAndEvaluate({ source, wanted, ahead }: LoadRequest): Promise<Loading> {
    const result = await this.#load(source, wanted)
    const evaluated: (EvaluationResult | null)[] = []
    const ended = new Set<string>()
    for (const request of result.kind === 'loaded' ? ahead : []) {
      const { function: name } = request
      const asked = this.#ids.has(name) && !ended.has(name)
      const values = asked ? await this.#evaluate(request) : null
      if (values?.ended) ended.add(name)
      evaluated.push(values)
    }
    return { result, ahead: evaluated }
  }

  async #load(source: SubmissionSource, wanted: readonly WantedFunction[]): Promise<LoadResult> {
    this.#forget()
    this.#wanted = wanted
    const graph = prepareModules(source)
    if ('cause' in graph) return graph
    this.#graph = graph
    const opened = await this.#open()
    if ('cause' in opened) return opened
    const files = typedFiles(source, graph)
    const functions = Object.fromEntries(
      wanted.map(({ name }) => [name, this.#describe(name, opened.guest, opened.names)]),
    )
    return { kind: 'loaded', functions, output: opened.guest.askText('output'), files }
  }

  #take(): Promise<Guest> {
    const guest = this.#spare ?? Guest.create(this.#files, this.#heartbeat)
    this.#spare = undefined
    return guest
  }

  /** A guest with the submission's modules evaluated in it. */
  async #open(): Promise<{ readonly guest: Guest; readonly names: string[] } | Fault> {
    const graph = this.#graph
    if (graph === undefined) throw new Error('nothing is loaded')
    const guest = await this.#take()
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
      formula: this.#formula(name),
    }
  }

  /** Derived once: the modules do not change. */
  #formula(name: string): LoadedFunction['formula'] {
    const known = this.#formulas.get(name)
    if (known !== undefined) return known
    const wanted = this.#wanted.find((one) => one.name === name)
    const formula: LoadedFunction['formula'] =
      wanted?.symbolic === true && this.#graph !== undefined
        ? deriveFormula(this.#graph, wanted)
        : { kind: 'undecided', why: 'no formula was asked for' }
    this.#formulas.set(name, formula)
    return formula
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
    if (!(guest instanceof Guest)) return noPoints(request.columns[0]?.length ?? 0, guest)
    return evaluatePoints(
      guest,
      {
        id: this.#idOf(request.function),
        isFormula: this.#formulas.get(request.function)?.kind === 'formula',
      },
      request.columns,
    )
  }

  async #call(request: CallRequest): Promise<CallResult> {
    const guest = await this.#ready()
    if (!(guest instanceof Guest)) return guest
    return callWithData(guest, this.#idOf(request.function), request.arguments)
  }

  async #program(request: ProgramRequest): Promise<ProgramResult> {
    const guest = await this.#ready()
    if (!(guest instanceof Guest)) return { ...guest, step: 0 }
    return runProgram(guest, request.steps, (name) => this.#idOf(name))
  }

  /** In a guest of its own: the notes that Math takes there are nobody else's. */
  async #inspect(request: InspectionRequest): Promise<InspectionResult> {
    if (this.#graph === undefined) throw new Error('nothing is loaded')
    const run = observe(await this.#take(), this.#graph, request)
    return 'cause' in run ? run : inspect(this.#graph, request, run)
  }

  async #differentiate(request: DifferentiationRequest): Promise<DifferentiationResult> {
    if (this.#graph === undefined) throw new Error('nothing is loaded')
    const tensors = await loadTensors()
    return differentiate(await this.#take(), this.#graph, { ...request, tensors })
  }

  #idOf(name: string): number {
    const id = this.#ids.get(name)
    if (id === undefined) throw new Error(`no function ${name} was asked for and found`)
    return id
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
