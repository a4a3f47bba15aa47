import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { packageRoot } from '../package-root.ts'
import type {
  DifferentiationRequest,
  DifferentiationResult,
  Fault,
  NotData,
  TensorValue,
} from '../session.ts'
import { placeAt } from '../source/code-frame.ts'
import type { ModuleGraph } from '../source/module-graph.ts'
import { asNode, isNode, nameOf, type SyntaxNode, visitNodes } from '../source/syntax-tree.ts'
import type { GuestValue } from './engine.ts'
import type { Guest } from './guest.ts'
import { GUEST_TENSORS } from './guest-tensors.ts'
import { LIMITS } from './limits.ts'

/** TensorFlow.js as this thread uses it: the reference's own bundles, loaded when first needed. */
export interface Tensors {
  readonly engine: unknown
  /** Of the methods that a tensor has, those among them that are refused when they are called. */
  readonly names: readonly string[]
  readonly gradients: (
    engine: unknown,
    inputs: readonly TensorValue[],
    guest: (inputs: readonly number[], table: HandleTable) => number,
  ) => TensorGradients
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
}

export async function loadTensors(): Promise<Tensors> {
  const { engine } = await import(bundled('tensorflow-embedded.js'))
  const { guestGradients, methodNames } = await import(bundled('tensorflow-guest.js'))
  return { engine, names: methodNames(engine), gradients: guestGradients }
}

function bundled(name: string): string {
  return pathToFileURL(join(packageRoot(), 'dist', name)).href
}

/** The gradients of TensorFlow.js through the submission's own operations. */
export function differentiate(
  guest: Guest,
  graph: ModuleGraph,
  request: DifferentiationRequest & { readonly tensors: Tensors },
): DifferentiationResult {
  const { engine } = guest
  const make = engine.script(GUEST_TENSORS).value
  const names = engine.fromText(JSON.stringify(request.tensors.names))
  const run = engine.call(make, [engine.hostFunction(), names])
  const loaded = guest.load(graph)
  if ('cause' in loaded) return loaded
  const result = guest.guarded<Differentiated | NotData>({ total: LIMITS.ticks }, () =>
    attempt(guest, run.value, request),
  )
  guest.spent = true
  return result.kind === 'differentiated' ? withPlaces(result, graph) : result
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
  guest: Guest,
  run: GuestValue,
  request: DifferentiationRequest & { readonly tensors: Tensors },
): Differentiated | NotData | Fault {
  const inputs = request.arguments.flatMap((given) => ('tensor' in given ? [given.tensor] : []))
  const { tensors } = request
  try {
    const found = tensors.gradients(tensors.engine, inputs, (handles, table) => {
      guest.host = (question) => answer(question, table)
      return callOnce(guest, run, { request, handles })
    })
    return { kind: 'differentiated', ...found }
  } catch (error) {
    if (error instanceof Ended) return error.result
    throw error
  }
}

function callOnce(
  guest: Guest,
  run: GuestValue,
  { request, handles }: { request: DifferentiationRequest; handles: readonly number[] },
): number {
  const { engine } = guest
  const named = guest.functionNamed(request.function)
  if (named === undefined) throw new Error(`no function ${request.function} was found`)
  const done = engine.call(run, [...named, engine.fromText(operandsOf(request, handles))])
  if (done.kind === 'thrown') throw new Ended(guest.faultOf(done.value))
  const text = engine.text(done.value)
  if (text.startsWith('=')) return Number(text.slice(1))
  throw new Ended({ kind: 'not-data', where: '', found: 'something that is no tensor' })
}

function operandsOf(request: DifferentiationRequest, handles: readonly number[]): string {
  let next = 0
  return JSON.stringify(
    request.arguments.map((given) => ('tensor' in given ? { handle: handles[next++] } : given)),
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
    return `=${JSON.stringify(table.apply(asked.apply, asked.operands, asked.form))}`
  } catch (error) {
    return `!${(error as Error).message}`
  }
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
