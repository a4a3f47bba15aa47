import type { Engine, Tensor } from './engine.ts'
import { costOf, ELEMENT_BUDGET, OPERATION_BUDGET } from './handle-limits.ts'
import {
  applyOperation,
  CUTTING,
  type Form,
  followsGradient,
  isOffered,
  type Operand,
} from './handle-operations.ts'
import { refusalOf } from './refusals.ts'

/** An argument as it crosses the sandbox's border: `{ handle }` stands for a tensor, null for a gap. */
export type HandleArgument =
  | { readonly handle: number }
  /** No operand at all, such as a function. */
  | { readonly strange: true }
  | number
  | boolean
  | string
  | null
  | readonly HandleArgument[]

/** What a guest may do while its function runs. Everything throws a `TensorRefusal` for bad input. */
interface HandleTable {
  /**
   * Applies an operation of TensorFlow.js by name, and returns the handle of its result, or a list
   * of handles where the library returns a list. Of a method the tensor itself comes first.
   */
  readonly apply: (
    operation: string,
    operands: readonly HandleArgument[],
    form?: Form,
  ) => number | readonly number[]
  readonly shapeOf: (handle: number) => readonly number[]
  readonly typeOf: (handle: number) => string
  /** Its elements in row-major order, so many of them. */
  readonly valuesOf: (handle: number, most: number) => readonly number[]
}

/** The guest asked for what is not allowed or not possible: its fault, in words for the student. */
export class TensorRefusal extends Error {
  override name = 'TensorRefusal'
  readonly operation: string

  constructor(operation: string, message: string) {
    super(message)
    this.operation = operation
  }
}

export interface BrokenTape {
  readonly input: number
  /** The operations that took something that depends on the input and let no gradient through. */
  readonly cutBy: readonly string[]
  readonly message: string
}

/** The guest's function: gets a handle for each input and returns the handle of its result. */
export type GuestFunction = (inputs: readonly number[], table: HandleTable) => number

/** What a guest made of its inputs. */
export interface GuestRun {
  readonly result: Tensor
  /** The inputs that the tape does not lead to: the library would refuse to differentiate. */
  readonly unconnected: ReadonlySet<number>
  /** The inputs that no gradient but zero can reach, and why. */
  readonly broken: readonly BrokenTape[]
}

/** A tensor that the guest holds. */
interface Entry {
  readonly tensor: Tensor
  /** The inputs that the tape leads to from here. */
  readonly leads: ReadonlySet<number>
  /** The inputs that a gradient other than zero may reach from here. */
  readonly reaches: ReadonlySet<number>
  /** What cut inputs off on the way here. */
  readonly cuts: ReadonlySet<Cut>
}

/** An operation that let no gradient through, and to which input. */
interface Cut {
  readonly operation: string
  readonly input: number
}

/** So many elements of earlier calls are kept; what is older is gone. */
const KEPT_ELEMENTS = 1_000_000

/** Tensors that a guest may still hold from earlier calls: constants, as no tape records them any more. */
export class HeldTensors {
  readonly #tensors: (Tensor | undefined)[] = []
  #elements = 0

  get entries(): (Entry | undefined)[] {
    return this.#tensors.map((tensor) => tensor && { tensor, ...CONSTANT })
  }

  keep(tf: Engine, tensors: readonly Tensor[]): void {
    for (const tensor of tensors) {
      this.#elements += tensor.size
      this.#tensors.push(this.#elements > KEPT_ELEMENTS ? undefined : tf.keep(tensor))
    }
  }

  dispose(): void {
    for (const tensor of this.#tensors) tensor?.dispose()
  }
}

const CONSTANT = {
  leads: new Set<number>(),
  reaches: new Set<number>(),
  cuts: new Set<Cut>(),
} as const

/** Runs a guest's function on tensors, and follows which inputs its result depends on. */
export function runGuest(
  tf: Engine,
  inputs: readonly Tensor[],
  guest: GuestFunction,
  held = new HeldTensors(),
): GuestRun {
  const entries: (Entry | undefined)[] = held.entries
  const first = entries.length
  for (const [input, tensor] of inputs.entries()) {
    entries.push({
      tensor,
      leads: new Set([input]),
      reaches: new Set([input]),
      cuts: new Set(),
    })
  }
  const handles = inputs.map((_, input) => first + input)
  try {
    const returned = guest(handles, handleTable(tf, entries))
    const { tensor, leads, reaches, cuts } = entryOf(entries, 'return', returned)
    const own = [...inputs.keys()]
    const lost = own.filter((input) => !reaches.has(input))
    return {
      result: tensor,
      unconnected: new Set(own.filter((input) => !leads.has(input))),
      broken: lost.map((input) => brokenTape(input, [...cuts])),
    }
  } finally {
    held.keep(
      tf,
      entries.slice(first).flatMap((entry) => entry?.tensor ?? []),
    )
  }
}

function handleTable(tf: Engine, entries: (Entry | undefined)[]): HandleTable {
  const most = entries.length + OPERATION_BUDGET
  let cost = 0
  const cutOf = cutsByName()
  return {
    shapeOf: (handle) => entryOf(entries, 'shape', handle).tensor.shape,
    typeOf: (handle) => entryOf(entries, 'dtype', handle).tensor.dtype,
    valuesOf: (handle, most) =>
      [...entryOf(entries, 'print', handle).tensor.dataSync().slice(0, most)].map(Number),
    apply: (operation, operands, form = 'function') => {
      if (!isOffered(tf, form, operation)) {
        throw new TensorRefusal(operation, refusalOf(tf, form, operation))
      }
      const given = operands.map((operand) => resolve(entries, operation, operand))
      cost += costOf(operation, given)
      if (cost > ELEMENT_BUDGET || entries.length > most) {
        throw new TensorRefusal(operation, `tf.${operation} makes the computation too large`)
      }
      const made = attempt(operation, () => applyOperation(tf, form, operation, given))
      const before = gathered(entries, operands, 'reaches')
      const followed = operands.filter((_, k) => followsGradient(form, operation, k))
      const leads = gathered(entries, CUTTING.has(operation) ? [] : operands, 'leads')
      const reaches = gathered(entries, followed, 'reaches')
      const cuts = gathered(entries, operands, 'cuts')
      for (const input of before) if (!reaches.has(input)) cuts.add(cutOf(operation, input))
      const keep = (tensor: Tensor) => entries.push({ tensor, leads, reaches, cuts }) - 1
      return isList(made) ? made.map(keep) : keep(made)
    },
  }
}

function entryOf(
  entries: readonly (Entry | undefined)[],
  operation: string,
  handle: number,
): Entry {
  const entry = entries[handle]
  if (entry !== undefined) return entry
  throw new TensorRefusal(operation, `${operation} needs a tensor`)
}

function resolve(
  entries: readonly (Entry | undefined)[],
  operation: string,
  operand: HandleArgument,
): Operand | undefined {
  if (operand === null) return undefined
  if (typeof operand !== 'object') return operand
  if ('strange' in operand) {
    throw new TensorRefusal(
      operation,
      'a tensor operation takes tensors, numbers and lists of them',
    )
  }
  if ('handle' in operand) return entryOf(entries, `tf.${operation}`, operand.handle).tensor
  return operand.flatMap((part) => {
    const resolved = resolve(entries, operation, part)
    // In a list of its own, because flatMap takes one level away.
    return resolved === undefined ? [] : [resolved]
  })
}

function isList(made: Tensor | readonly Tensor[]): made is readonly Tensor[] {
  return Array.isArray(made)
}

/** One object for each operation and input, so that sets of them stay small however long a program. */
function cutsByName(): (operation: string, input: number) => Cut {
  const known = new Map<string, Cut>()
  return (operation, input) => {
    const key = `${operation} ${input}`
    const cut = known.get(key) ?? { operation, input }
    known.set(key, cut)
    return cut
  }
}

/** The sets of all tensors among the operands, as one. */
function gathered<K extends 'leads' | 'reaches' | 'cuts'>(
  entries: readonly (Entry | undefined)[],
  operands: readonly HandleArgument[],
  what: K,
): Set<Entry[K] extends ReadonlySet<infer Item> ? Item : never> {
  type Item = Entry[K] extends ReadonlySet<infer Found> ? Found : never
  const found = new Set<Item>()
  for (const operand of operands) {
    if (operand === null || typeof operand !== 'object' || 'strange' in operand) continue
    const inside =
      'handle' in operand ? entries[operand.handle]?.[what] : gathered(entries, operand, what)
    for (const item of inside ?? []) found.add(item as Item)
  }
  return found
}

function brokenTape(input: number, cuts: readonly Cut[]): BrokenTape {
  const cutting = cuts.filter((cut) => cut.input === input)
  const cutBy = [...new Set(cutting.map((cut) => `tf.${cut.operation}`))]
  const reason =
    cutBy.length === 0 ? 'the result does not use it' : `${cutBy.join(', ')} let none through`
  return { input, cutBy, message: `no gradient reaches this input: ${reason}` }
}

/** The library's complaints about shapes and types are clear; they become the guest's. */
function attempt<T>(operation: string, compute: () => T): T {
  try {
    return compute()
  } catch (error) {
    throw new TensorRefusal(operation, `tf.${operation}: ${(error as Error).message}`)
  }
}
