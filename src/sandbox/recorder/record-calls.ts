import { COMPILATIONS, RECORD, STACK } from './record-names.ts'
import {
  joined,
  list,
  number,
  Reader,
  readSections,
  SECTION,
  type Section,
  sized,
  writeSections,
} from './wasm-binary.ts'

/**
 * Functions of the engine that scripts call by way of its table of native functions, each with the
 * bit of the record that a call sets. Where one function serves several natives, by a number that
 * is its last argument, that number is added to `bit`.
 */
export interface Recorded {
  /** Index of the function in the module. */
  readonly index: number
  readonly bit: number
  readonly addsLastArgument?: boolean
}

/** A function of the table: its index in the module and its type, such as `f64→f64`. */
export interface TableFunction {
  readonly index: number
  readonly type: string
}

/**
 * The module with another function in front of each recorded one, that sets its bit and goes on to
 * it; `compile` is counted in the same way. The table leads to these, and so does every call that a
 * script can make, while the objects that scripts see stay what they were: nothing in the guest can
 * tell that a record is kept, nor reach it.
 */
export function recordCalls(
  module: Uint8Array,
  recorded: readonly Recorded[],
  compile: number,
): Uint8Array {
  const sections = readSections(module)
  const parts = partsOf(sections)
  const first = parts.imports.length + parts.functions.length
  if (parts.globals !== 1) throw new Error('the engine has other variables than expected')
  const [record, compilations] = [GLOBALS.indexOf(RECORD), GLOBALS.indexOf(COMPILATIONS)]
  const inFront = [
    ...recorded.map((one) => ({ index: one.index, before: settingBit(one, parts, record) })),
    { index: compile, before: counting(compilations) },
  ]
  const moved = new Map(inFront.map(({ index }, k) => [index, first + k]))
  return writeSections(sections.map((section) => rewritten(section, { parts, inFront, moved })))
}

/** All variables of the module, the last two new: whoever restores an instance sets each of them. */
const GLOBALS: readonly string[] = [STACK, RECORD, COMPILATIONS]

interface Parts {
  readonly types: readonly Signature[]
  /** Types of the imported functions, then of the module's own. */
  readonly imports: readonly number[]
  readonly functions: readonly number[]
  readonly globals: number
}

interface Signature {
  readonly parameters: readonly number[]
  readonly results: readonly number[]
}

const VALUE_TYPES: { readonly [code: number]: string } = {
  127: 'i32',
  126: 'i64',
  125: 'f32',
  124: 'f64',
}
const I64 = 126
const I32 = 127

function partsOf(sections: readonly Section[]): Parts {
  const read = (id: number) => new Reader(sectionOf(sections, id).bytes)
  const types = read(SECTION.type)
  const functions = read(SECTION.function)
  return {
    types: types.list(() => {
      types.byte()
      return { parameters: [...list8(types)], results: [...list8(types)] }
    }),
    imports: importedFunctions(read(SECTION.import)),
    functions: functions.list(() => functions.number()),
    globals: read(SECTION.global).number(),
  }
}

const list8 = (reader: Reader) => reader.bytes(reader.number())

function sectionOf(sections: readonly Section[], id: number): Section {
  const found = sections.find((section) => section.id === id)
  if (found === undefined) throw new Error(`the engine's module has no section ${id}`)
  return found
}

/** Types of what is imported; of other things than functions, only a memory is expected. */
function importedFunctions(reader: Reader): number[] {
  return reader
    .list(() => {
      list8(reader)
      list8(reader)
      if (reader.byte() === 0) return reader.number()
      const hasMaximum = reader.byte() & 1
      reader.number()
      if (hasMaximum) reader.number()
      return undefined
    })
    .filter((type) => type !== undefined)
}

/** The functions that the module's table of natives holds, each once. */
export function tableFunctions(module: Uint8Array): TableFunction[] {
  const sections = readSections(module)
  const { types, imports, functions } = partsOf(sections)
  const own = [...imports, ...functions]
  return [...new Set(tableOf(sections).entries)].map((index) => {
    const { parameters, results } = types[own[index] as number] as Signature
    const names = (codes: readonly number[]) => codes.map((code) => VALUE_TYPES[code]).join()
    return { index, type: `${names(parameters)}→${names(results)}` }
  })
}

/** One active segment of function indices, at a constant place. */
function tableOf(sections: readonly Section[]): {
  readonly head: Uint8Array
  readonly entries: readonly number[]
} {
  const { bytes } = sectionOf(sections, SECTION.element)
  const reader = new Reader(bytes)
  const [segments, flags] = [reader.number(), reader.number()]
  if (segments !== 1 || flags !== 0) throw new Error('the engine has another table than expected')
  reader.byte()
  reader.number()
  reader.byte()
  const list = reader.rest()
  const entries = new Reader(list)
  return {
    head: bytes.subarray(0, bytes.length - list.length),
    entries: entries.list(() => entries.number()),
  }
}

const CODE = {
  globalGet: 0x23,
  globalSet: 0x24,
  localGet: 0x20,
  i32Const: 0x41,
  i64Const: 0x42,
  i32Add: 0x6a,
  i64Add: 0x7c,
  i64Or: 0x84,
  i64Shl: 0x86,
  i64FromI32: 0xad,
  call: 0x10,
  end: 0x0b,
}

/** A small constant: up to 63 it is one byte of signed LEB128. */
const small = (value: number) => Uint8Array.of(value)

/** record |= 1 << (bit + the last argument, where that decides) */
function settingBit(
  { index, bit, addsLastArgument = false }: Recorded,
  parts: Parts,
  record: number,
): Uint8Array {
  const last = signatureOf(index, parts).parameters.length - 1
  const added = addsLastArgument
    ? joined([
        Uint8Array.of(CODE.localGet),
        number(last),
        Uint8Array.of(CODE.i64FromI32, CODE.i64Add),
      ])
    : Uint8Array.of()
  return joined([
    Uint8Array.of(CODE.globalGet),
    number(record),
    Uint8Array.of(CODE.i64Const, 1, CODE.i64Const),
    small(bit),
    added,
    Uint8Array.of(CODE.i64Shl, CODE.i64Or, CODE.globalSet),
    number(record),
  ])
}

function counting(compilations: number): Uint8Array {
  return joined([
    Uint8Array.of(CODE.globalGet),
    number(compilations),
    Uint8Array.of(CODE.i32Const, 1, CODE.i32Add, CODE.globalSet),
    number(compilations),
  ])
}

function signatureOf(index: number, { types, imports, functions }: Parts): Signature {
  return types[[...imports, ...functions][index] as number] as Signature
}

interface Rewriting {
  readonly parts: Parts
  readonly inFront: readonly { readonly index: number; readonly before: Uint8Array }[]
  readonly moved: ReadonlyMap<number, number>
}

function rewritten(section: Section, change: Rewriting): Section {
  const { id, bytes } = section
  const { inFront, parts, moved } = change
  const typeOf = (index: number) => [...parts.imports, ...parts.functions][index] as number
  switch (id) {
    case SECTION.function:
      return {
        id,
        bytes: extended(
          bytes,
          inFront.map(({ index }) => number(typeOf(index))),
        ),
      }
    case SECTION.code:
      return {
        id,
        bytes: extended(
          bytes,
          inFront.map((one) => sized(bodyOf(one, parts))),
        ),
      }
    case SECTION.global:
      return { id, bytes: extended(bytes, [zero(I64, CODE.i64Const), zero(I32, CODE.i32Const)]) }
    case SECTION.export:
      return {
        id,
        bytes: extended(
          bytes,
          GLOBALS.map((name, index) => exported(name, index)),
        ),
      }
    case SECTION.element: {
      const { head, entries } = tableOf([section])
      return { id, bytes: joined([head, list(entries.map((at) => number(moved.get(at) ?? at)))]) }
    }
    default:
      return section
  }
}

/** A list with more at its end. */
function extended(bytes: Uint8Array, more: readonly Uint8Array[]): Uint8Array {
  const reader = new Reader(bytes)
  return joined([number(reader.number() + more.length), reader.rest(), ...more])
}

function bodyOf({ index, before }: Rewriting['inFront'][number], parts: Parts): Uint8Array {
  const given = signatureOf(index, parts).parameters.map((_, k) =>
    joined([Uint8Array.of(CODE.localGet), number(k)]),
  )
  const noLocals = number(0)
  const goOn = joined([Uint8Array.of(CODE.call), number(index), Uint8Array.of(CODE.end)])
  return joined([noLocals, before, ...given, goOn])
}

/** A variable global that begins at 0. */
function zero(type: number, constant: number): Uint8Array {
  return Uint8Array.of(type, 1, constant, 0, CODE.end)
}

function exported(name: string, global: number): Uint8Array {
  return joined([sized(new TextEncoder().encode(name)), Uint8Array.of(3), number(global)])
}
