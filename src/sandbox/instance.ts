import type { QuickJSEmscriptenModule } from '@jitl/quickjs-ffi-types'
import loadGlue from '@jitl/quickjs-wasmfile-release-sync/emscripten-module'
import { QuickJSFFI } from '@jitl/quickjs-wasmfile-release-sync/ffi'
import { stackEnded } from './call-stack.ts'
import { CappedMemory, type MemoryLimits, WASM_PAGE } from './capped-memory.ts'
import { COMPILATIONS, RECORD } from './recorder/record-names.ts'

/**
 * An instance of the engine's WebAssembly. All that it keeps from one call to the next lies in its
 * memory and its globals: the table of functions is never written to.
 */
export interface Instance {
  readonly module: QuickJSEmscriptenModule
  readonly ffi: QuickJSFFI
  readonly memory: CappedMemory
  readonly record: RecordExports
  readonly globals: readonly Global[]
  readonly held: Held
}

/** A variable of the WebAssembly, and what it is before anything runs. */
interface Global {
  readonly variable: WebAssembly.Global
  readonly initial: unknown
}

/** Absent in the module as the package ships it. */
interface RecordExports {
  readonly [RECORD]?: { value: bigint } | undefined
  readonly [COMPILATIONS]?: { value: number } | undefined
}

const CLEAR_PAGE = new Uint8Array(WASM_PAGE)

export interface MemoryPart {
  readonly at: number
  readonly bytes: Uint8Array
}

/** An instance that is as its own constructors leave it. */
export async function instantiate(
  wasm: WebAssembly.Module,
  limits: MemoryLimits,
): Promise<Instance> {
  const { instance, constructed } = begun(wasm, limits)
  await constructed
  return instance
}

/**
 * An instance whose memory is going to be replaced by an image, in which the constructors' work is
 * done. The package's glue waits only for them: the functions by which it would run them later, over
 * the image, are taken out of its reach.
 */
export function instantiateToFill(wasm: WebAssembly.Module, limits: MemoryLimits): Instance {
  const { instance, exported } = begun(wasm, limits)
  for (const name of Object.keys(exported)) exported[name] = () => undefined
  return instance
}

/**
 * Lets go of an instance that nobody uses any more. What the glue still waits for holds all that it
 * was given until the thread comes to rest, and one request may use up many instances before: so it
 * was given nothing that holds the memory.
 */
export function release({ module, held }: Instance): void {
  held.memory = undefined
  held.exports = {}
  held.refreshViews()
  for (const name of Object.keys(module)) Reflect.deleteProperty(module, name)
}

/** The glue puts its functions on the options that it is given, all of them before it first waits. */
function begun(wasm: WebAssembly.Module, limits: MemoryLimits) {
  const memory = new CappedMemory(limits)
  const held: Held = { memory: memory.object, exports: {}, refreshViews: () => undefined }
  const standIn = memoryBehind(held)
  let exported: Record<string, unknown> = {}
  let failure: { readonly error: unknown } | undefined
  const options: GlueOptions = {
    wasmMemory: standIn,
    instantiateWasm: (imports, done) => {
      try {
        const glueGrows = growthIn(imports)
        held.refreshViews = refreshBy(glueGrows)
        const ours = new Map<unknown, unknown>([
          [standIn, memory.object],
          [glueGrows, growthOf(memory, held)],
        ])
        held.exports = new WebAssembly.Instance(wasm, withOurs(imports, ours)).exports
        exported = functionsBehind(held)
      } catch (error) {
        failure = { error }
        throw error
      }
      return done({ exports: exported })
    },
    print: silent,
    printErr: silent,
  }
  const constructed = (loadGlue as unknown as (options: GlueOptions) => Promise<unknown>)(options)
  constructed.catch(silent)
  if (failure !== undefined) throw failure.error
  callDirectly(options as unknown as Record<string, unknown>, exported, held.exports)
  const module = options as unknown as QuickJSEmscriptenModule
  const { [RECORD]: record, [COMPILATIONS]: compilations } = held.exports as RecordExports
  const instance: Instance = {
    module,
    ffi: new QuickJSFFI(module),
    memory,
    record: { [RECORD]: record, [COMPILATIONS]: compilations },
    globals: globalsIn(held.exports),
    held,
  }
  return { instance, exported, constructed }
}

/** Made where no memory is in reach: the glue keeps it. */
const silent = () => undefined

/** What the glue reaches through stand-ins only. */
interface Held {
  memory: WebAssembly.Memory | undefined
  exports: Record<string, unknown>
  /** Has the glue look at its memory anew. */
  refreshViews: () => void
}

type Growth = (bytes: number) => boolean

/**
 * Among what the glue gives to the WebAssembly, the function that asks for more memory. It takes
 * whatever goes wrong for a refusal, the end of the call stack too, of which a submission would know
 * what it is judged by. It serves to have the glue look at its memory anew, which it does nowhere else.
 */
function growthIn(imports: WebAssembly.Imports): Growth {
  const given = Object.values(imports).flatMap((one) => Object.values(one))
  const grows = given.find((one) => typeof one === 'function' && /\.grow\(/.test(String(one)))
  if (grows === undefined) throw new Error('the glue has no function that asks for memory')
  return grows as Growth
}

/** Made where no memory is in reach, as well. */
function refreshBy(glueGrows: Growth): () => void {
  return () => {
    if (!glueGrows(1)) throw stackEnded()
  }
}

/** What the WebAssembly calls instead. */
function growthOf(memory: CappedMemory, held: Held): Growth {
  return (bytes) => {
    // It counts without a sign, and hands over numbers with one.
    const grew = memory.growTo(bytes >>> 0)
    if (grew) held.refreshViews()
    return grew
  }
}

const NO_MEMORY = new ArrayBuffer(0)

type MemoryStandIn = Pick<WebAssembly.Memory, 'buffer' | 'grow'>

function memoryBehind(held: Held): MemoryStandIn {
  return {
    get buffer() {
      return held.memory?.buffer ?? NO_MEMORY
    },
    // The glue has grown nothing: it only looks.
    grow: () => 0,
  }
}

function withOurs(
  imports: WebAssembly.Imports,
  ours: ReadonlyMap<unknown, unknown>,
): WebAssembly.Imports {
  const real = (value: unknown) => (ours.has(value) ? ours.get(value) : value)
  return mapped(imports, (values) => mapped(values as object, real)) as WebAssembly.Imports
}

function functionsBehind(held: Held): Record<string, unknown> {
  return mapped(held.exports, (value, name) =>
    typeof value === 'function'
      ? (...args: unknown[]) => (held.exports[name] as (...args: unknown[]) => unknown)(...args)
      : value,
  )
}

/** What we call ourselves is called without a stand-in. */
function callDirectly(
  module: Record<string, unknown>,
  exported: Readonly<Record<string, unknown>>,
  exports: Readonly<Record<string, unknown>>,
): void {
  const names = new Map(Object.entries(exported).map(([name, value]) => [value, name]))
  for (const [name, value] of Object.entries(module)) {
    const known = names.get(value)
    if (known !== undefined) module[name] = exports[known]
  }
}

function mapped(
  values: object,
  change: (value: unknown, name: string) => unknown,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, change(value, name)]),
  )
}

interface GlueOptions {
  readonly wasmMemory: MemoryStandIn
  readonly instantiateWasm: (
    imports: WebAssembly.Imports,
    done: (instance: { readonly exports: unknown }) => void,
  ) => void
  readonly print: () => void
  readonly printErr: () => void
}

function globalsIn(exported: Record<string, unknown>): Global[] {
  return Object.values(exported).flatMap((variable) =>
    variable instanceof WebAssembly.Global ? [{ variable, initial: variable.value }] : [],
  )
}

/**
 * Makes an instance what a new one is with these parts in its memory: every byte and every global,
 * whatever ran in it. It takes a tenth of a millisecond, and a new one a whole.
 */
export function restore(instance: Instance, parts: readonly MemoryPart[]): void {
  clear(new Uint8Array(instance.memory.object.buffer))
  for (const { variable, initial } of instance.globals) variable.value = initial
  fill(instance, parts)
}

/** For a new one: nothing else is in its memory but what the parts replace. */
export function fill({ memory }: Instance, parts: readonly MemoryPart[]): void {
  const bytes = new Uint8Array(memory.object.buffer)
  for (const part of parts) bytes.set(part.bytes, part.at)
}

/** Zeros. Most of it was never written to: to look at that costs half, and takes none of the machine's memory. */
function clear(memory: Uint8Array): void {
  for (let at = 0; at < memory.length; at += WASM_PAGE) {
    const page = memory.subarray(at, at + WASM_PAGE)
    if (!isClear(page)) page.fill(0)
  }
}

/** A browser has no way to look that is quick. */
function isClear(page: Uint8Array): boolean {
  return globalThis.Buffer !== undefined && Buffer.compare(page, CLEAR_PAGE) === 0
}

/** Whether its memory is as large as at first, and was never asked for more in vain. */
export function isRestorable({ memory }: Instance): boolean {
  const { object, initialBytes, starved, refused } = memory
  return object.buffer.byteLength === initialBytes && !starved && !refused
}

const PAGE = 4096

/** The runs of pages that are not all zero. */
export function partsOf(memory: Uint8Array): MemoryPart[] {
  const parts: MemoryPart[] = []
  let from = 0
  for (let at = 0; at < memory.length; at += PAGE) {
    if (memory.subarray(at, at + PAGE).some((byte) => byte !== 0)) continue
    if (at > from) parts.push({ at: from, bytes: memory.slice(from, at) })
    from = at + PAGE
  }
  return parts
}
