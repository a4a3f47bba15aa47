import type {
  DifferentiationResult,
  Fault,
  NotData,
  TensorArguments,
  TensorValue,
} from '../session.ts'
import { placeAt } from '../source/code-frame.ts'
import type { ModuleGraph } from '../source/module-graph.ts'
import { asNode, isNode, nameOf, type SyntaxNode, visitNodes } from '../source/syntax-tree.ts'
import type { GuestValue } from './engine.ts'
import type { Guest } from './guest.ts'
import { GUEST_TENSORS } from './guest-tensors.ts'

/** TensorFlow.js as this thread uses it: the reference's own bundles. */
export interface Tensors {
  readonly engine: unknown
  /** Of the methods that a tensor has, those among them that are refused when they are called. */
  readonly names: readonly string[]
  readonly gradients: (
    engine: unknown,
    inputs: readonly TensorValue[],
    guest: (inputs: readonly number[], table: HandleTable) => number,
    held: HeldTensors,
  ) => TensorGradients
  /** A place for the tensors of one guest. */
  readonly hold: () => HeldTensors
}

interface HeldTensors {
  dispose(): void
}

interface TensorGradients {
  readonly value: TensorValue
  readonly gradients: readonly (TensorValue | undefined)[]
  readonly broken: readonly {
    readonly input: number
    readonly cutBy: readonly string[]
    readonly message: string
  }[]
}

interface HandleTable {
  readonly apply: (
    operation: string,
    operands: readonly unknown[],
    form: 'function' | 'method',
  ) => number | readonly number[]
  readonly shapeOf: (handle: number) => readonly number[]
  readonly typeOf: (handle: number) => string
  /** Its elements in row-major order, so many of them. */
  readonly valuesOf: (handle: number, most: number) => readonly number[]
}

/** What the bundle of `src/tensorflow/guest.ts` exports. */
interface GuestBundle {
  readonly guestGradients: Tensors['gradients']
  readonly guestNames: (engine: unknown) => readonly string[]
  readonly HeldTensors: new () => HeldTensors
}

/** Both bundles, wherever they were loaded from. */
export function tensorsFrom(engine: unknown, bundle: GuestBundle): Tensors {
  return {
    engine,
    names: bundle.guestNames(engine),
    gradients: bundle.guestGradients,
    hold: () => new bundle.HeldTensors(),
  }
}

/** A function of tensors in a guest of its own, with what it may hold of earlier calls. */
export interface TensorFunction {
  readonly guest: Guest
  /** The harness's way to call it. */
  readonly run: GuestValue
  readonly named: readonly [GuestValue, GuestValue]
  readonly held: HeldTensors
}

/** Puts `tf` into a guest, and the submission after it. */
export function openTensorFunction(
  guest: Guest,
  graph: ModuleGraph,
  { name, tensors }: { readonly name: string; readonly tensors: Tensors },
): TensorFunction | Fault {
  const { engine } = guest
  const make = engine.script(GUEST_TENSORS).value
  const names = engine.fromText(JSON.stringify(tensors.names))
  const [teller, describer] = ['teller', 'describer'].map((part) => guest.ask(part).value)
  const host = engine.hostFunction('host')
  const run = engine.call(make, [host, names, teller as GuestValue, describer as GuestValue])
  const loaded = guest.load(graph)
  if ('cause' in loaded) return loaded
  const named = guest.functionNamed(name)
  if (named === undefined) throw new Error(`no function ${name} was found`)
  return { guest, run: run.value, named, held: tensors.hold() }
}

/** The gradients of TensorFlow.js through the submission's own operations. */
export function differentiate(
  asked: TensorFunction,
  args: TensorArguments,
  {
    tensors,
    graph,
    ticks,
  }: { readonly tensors: Tensors; readonly graph: ModuleGraph; readonly ticks: number },
): DifferentiationResult {
  const { guest } = asked
  const result = guest.guarded<Differentiated | NotData>({ total: ticks }, () =>
    attempt(asked, args, tensors),
  )
  guest.count(1, result.kind === 'differentiated' ? 1 : 0)
  if (result.kind !== 'differentiated') return result
  return withPlaces(result, graph)
}

type Differentiated = TensorGradients & { readonly kind: 'differentiated' }

/** Ends a differentiation from inside of it. */
class Ended extends Error {
  readonly result: Fault | NotData

  constructor(result: Fault | NotData) {
    super('ended')
    this.result = result
  }
}

function attempt(
  asked: TensorFunction,
  args: TensorArguments,
  tensors: Tensors,
): Differentiated | NotData | Fault {
  const inputs = args.flatMap((given) => ('tensor' in given ? [given.tensor] : []))
  const { guest, held } = asked
  const call = (handles: readonly number[], table: HandleTable) => {
    guest.host = (question) => answer(question, table)
    return callOnce(asked, operandsOf(args, handles))
  }
  try {
    return { kind: 'differentiated', ...tensors.gradients(tensors.engine, inputs, call, held) }
  } catch (error) {
    if (error instanceof Ended) return error.result
    throw error
  }
}

function callOnce({ guest, run, named }: TensorFunction, operands: string): number {
  const { engine } = guest
  const done = engine.call(run, [...named, engine.fromText(operands)])
  if (done.kind === 'thrown') throw new Ended(guest.faultOf(done.value))
  const text = engine.text(done.value)
  if (text.startsWith('=')) return Number(text.slice(1))
  throw new Ended({ kind: 'not-data', where: '', found: text.slice(1) })
}

function operandsOf(args: TensorArguments, handles: readonly number[]): string {
  let next = 0
  return JSON.stringify(
    args.map((given) => ('tensor' in given ? { handle: handles[next++] } : given)),
  )
}

/** One question of the guest. What goes wrong is answered in words, and thrown on its side. */
function answer(question: string, table: HandleTable): string {
  try {
    const asked = JSON.parse(question, (_key, value) =>
      typeof value === 'object' && value !== null && 'n' in value ? Number(value.n) : value,
    )
    if ('shape' in asked) return `=${JSON.stringify(table.shapeOf(asked.shape))}`
    if ('type' in asked) return `=${table.typeOf(asked.type)}`
    if ('told' in asked) return `=${tensorText(asked.told, table)}`
    return `=${JSON.stringify(table.apply(asked.apply, asked.operands, asked.form))}`
  } catch (error) {
    return `!${(error as Error).message}`
  }
}

const FEW_ELEMENTS = 24

/** As the console shows it; the submission itself has no way to the values. */
function tensorText(handle: number, table: HandleTable): string {
  const shape = table.shapeOf(handle)
  const size = shape.reduce((product, length) => product * length, 1)
  const shown = table.valuesOf(handle, FEW_ELEMENTS).map((value) => inWords(value))
  const more = size > shown.length ? [`... ${size - shown.length} more`] : []
  return `Tensor { shape: ${list(shape.map(String))}, values: ${list([...shown, ...more])} }`
}

function inWords(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value)
}

function list(items: readonly string[]): string {
  return items.length === 0 ? '[]' : `[ ${items.join(', ')} ]`
}

function withPlaces(result: Differentiated, graph: ModuleGraph): DifferentiationResult {
  const broken = result.broken.map(({ input, message, cutBy }) => {
    const names = cutBy.map((name) => name.replace(/^tf\./, ''))
    const place = placeOfCall(graph, names, message)
    return { input, message, ...(place ? { place } : {}) }
  })
  return { ...result, broken }
}

/** The first call in the source of one of these names. */
function placeOfCall(graph: ModuleGraph, names: readonly string[], remark: string) {
  for (const { file, text, parsed } of graph.modules) {
    let found: SyntaxNode | undefined
    visitNodes(asNode(parsed.program), (node) => {
      const callee = node.type === 'CallExpression' && isNode(node.callee) ? node.callee : undefined
      const name = callee && nameOf(callee.type === 'MemberExpression' ? callee.property : callee)
      if (name !== undefined && names.includes(name)) found ??= node
      return true
    })
    if (found) return placeAt(file, text, found.start, remark)
  }
  return undefined
}
