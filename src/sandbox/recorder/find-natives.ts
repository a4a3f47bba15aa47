import type { Engine } from '../engine.ts'
import { type Recorded, recordCalls, tableFunctions } from './record-calls.ts'

/** The engine's module with a record of its natives, and their names by the bits of the record. */
export interface RecordingModule {
  readonly module: Uint8Array
  readonly natives: readonly string[]
}

/** How a native of Math may be called: with doubles, or with the engine's own values. */
const NATIVE_TYPES = new Set([
  'f64→f64',
  'f64,f64→f64',
  'i32,i64,i32,i32→i64',
  'i32,i64,i32,i32,i32→i64',
])

/** What turns text into code: `eval`, `Function`, and every import go through this one. */
const COMPILE_TYPE = 'i32,i64,i32,i32,i32,i32,i32→i64'

/** So many functions can be told apart at once. */
const BATCH = 63

/**
 * Finds which functions of the module the functions of Math are, by calling each while candidates
 * are recorded, and lets all of them be recorded.
 */
export async function recordNatives(
  module: Uint8Array,
  start: (module: Uint8Array) => Promise<Engine>,
): Promise<RecordingModule> {
  const table = tableFunctions(module)
  const compile = table.filter(({ type }) => type === COMPILE_TYPE)
  if (compile.length !== 1 || !compile[0]) throw new Error('what compiles text was not found')
  const candidates = table.filter(({ type }) => NATIVE_TYPES.has(type)).map(({ index }) => index)
  const found = new Map<string, number>()
  for (let from = 0; from < candidates.length; from += BATCH) {
    const batch = candidates.slice(from, from + BATCH)
    const probes = batch.map((index, bit) => ({ index, bit }))
    const engine = await start(recordCalls(module, probes, compile[0].index))
    for (const [name, bit] of calledBy(engine)) found.set(name, batch[bit] as number)
  }
  const natives = [...found.keys()]
  return { module: recordCalls(module, recordedAs(found), compile[0].index), natives }
}

/** Each function of Math with the bit that its call sets. */
function calledBy(engine: Engine): (readonly [name: string, bit: number])[] {
  const names = engine.text(
    engine.script(
      "Object.getOwnPropertyNames(Math).filter((n) => typeof Math[n] === 'function').join()",
    ).value,
  )
  return names.split(',').flatMap((name) => {
    const native = engine.script(`Math.${name}`).value
    engine.takeRecord()
    engine.call(native, [engine.fromNumber(0.5), engine.fromNumber(0.5)])
    const { bits } = engine.takeRecord()
    return bits === 0n ? [] : [[name, bits.toString(2).length - 1] as const]
  })
}

/** A bit for each name; natives that share a function are told apart by its last argument, in order. */
function recordedAs(found: ReadonlyMap<string, number>): Recorded[] {
  const indices = [...found.values()]
  return [...new Set(indices)].map((index) => {
    const bit = indices.indexOf(index)
    return { index, bit, addsLastArgument: indices.lastIndexOf(index) !== bit }
  })
}
