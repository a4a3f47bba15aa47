import type {
  JSContextPointer,
  JSRuntimePointer,
  JSValuePointer,
  QuickJSEmscriptenModule,
} from '@jitl/quickjs-ffi-types'
import type { QuickJSFFI } from '@jitl/quickjs-wasmfile-release-sync/ffi'
import type { MemoryLimits } from './capped-memory.ts'
import {
  fill,
  type Instance,
  instantiate,
  instantiateToFill,
  isRestorable,
  type MemoryPart,
  partsOf,
  release,
  restore,
} from './instance.ts'
import { COMPILATIONS, RECORD } from './recorder/record-names.ts'

/**
 * One QuickJS runtime in one WebAssembly instance, for one submission: made in a millisecond,
 * dropped as a whole. Values stay in the guest; what crosses is text, numbers and bytes.
 *
 * This stands on the package's bindings and not on quickjs-emscripten-core, whose handle classes
 * are five times the code: loading it is the larger part of a cold start.
 */
export interface Engine {
  /** Runs a script (not a module) and gives its completion value. */
  script(code: string): Completion
  /** Evaluates a module and gives its namespace; `pending` where it awaits at its top level. */
  module(code: string, name: string): Completion | { readonly kind: 'pending' }
  call(callee: GuestValue, args: readonly GuestValue[]): Completion
  text(value: GuestValue): string
  number(value: GuestValue): number
  fromText(text: string): GuestValue
  fromNumber(value: number): GuestValue
  /** Copies bytes into a new ArrayBuffer of the guest. */
  fromBytes(bytes: Uint8Array): GuestValue
  /** The bytes of an ArrayBuffer in place: valid until the guest runs again. */
  bytes(buffer: GuestValue): Uint8Array
  /** The function by which the guest reaches one of `EngineHooks`; keep it from the submission. */
  hostFunction(hook: HostHook): GuestValue
  free(...values: readonly GuestValue[]): void
  /** Whether the guest asked for more memory than it may have. */
  readonly starved: boolean
  /** Whether the machine refused memory that the guest may have. */
  readonly refused: boolean
  readonly memoryBytes: number
  /** What ran since it was last asked, and forgets it. */
  takeRecord(): EngineRecord
  /** Runs what the record is not about; the record of it comes along. */
  apart<T>(run: () => T): { readonly result: T; readonly record: EngineRecord }
  /** Where this realm lies. */
  readonly address: number
  /** Other globals in the same runtime: values may be handed from one realm to the other. */
  newRealm(): Engine
  /** The realm that lies at an address. */
  realm(address: number): Engine
  /** Everything that the engine holds now; `restoreEngine` goes on from here. */
  image(): EngineImage
  /** Ends this engine in all its realms; the instance, where another engine may be made of it. */
  end(): Instance | undefined
}

/**
 * A runtime at rest, as it lies in memory: from here a new one is a copy, which takes a third of
 * the time of building one up. Addresses in it hold in every instance of the same WebAssembly.
 */
export interface EngineImage {
  /** What is not zero in the memory. */
  readonly parts: readonly MemoryPart[]
  readonly runtime: number
  readonly context: number
  readonly undefined: number
}

/** Kept by the WebAssembly itself, where the guest cannot look: see recorder/record-calls.ts. */
interface EngineRecord {
  /** A bit for each native of Math that was called. */
  readonly bits: bigint
  /** Whether a script turned text into code. */
  readonly compiled: boolean
}

export type GuestValue = JSValuePointer

export type Completion =
  | { readonly kind: 'value'; readonly value: GuestValue }
  | { readonly kind: 'thrown'; readonly value: GuestValue }

export interface EngineHooks {
  /** Asked every ten thousand calls and back-edges; true ends what runs. */
  interrupt(): boolean
  /** The canonical name of an imported module, or undefined where it may not be imported. */
  resolve(importer: string, requested: string): string | undefined
  source(module: string): string | undefined
  /** Answers the guest's one way to ask the host for something: text for text. */
  host(request: string): string
  /** Told as the guest goes on to a further piece of what it was asked. */
  goesOn(): void
}

/** What of `EngineHooks` the guest itself may call. */
type HostHook = 'host' | 'goesOn'

export interface EngineLimits extends MemoryLimits {
  readonly stackBytes: number
}

const MODULE_STRICT = 1
/** Everything but Date (2): a submission has no clock. */
const INTRINSICS = 1 | 4 | 8 | 16 | 32 | 64 | 128 | 256 | 512 | 1024 | 2048
const NOT_A_PROMISE = -1
/** An image holds functions of the host by these numbers. */
const HOST_FUNCTIONS = { host: 1, goesOn: 2 } as const satisfies Record<HostHook, number>
const NOTHING = 0

/** An engine of its own, built up from nothing. */
export async function createEngine(
  wasm: WebAssembly.Module,
  limits: EngineLimits,
  hooks: EngineHooks,
): Promise<Engine> {
  const instance = await instantiate(wasm, limits)
  const { ffi } = instance
  const runtime = ffi.QTS_NewRuntime()
  ffi.QTS_RuntimeSetMaxStackSize(runtime, limits.stackBytes)
  ffi.QTS_RuntimeEnableInterruptHandler(runtime)
  ffi.QTS_RuntimeEnableModuleLoader(runtime, 1)
  const context = ffi.QTS_NewContext(runtime, INTRINSICS as never)
  const nothing = ffi.QTS_GetUndefined() as number as GuestValue
  return new QuickJsEngine(instance, { runtime, context, undefined: nothing }, hooks)
}

/** An engine of its own that goes on where the image was taken: same limits, other hooks. */
export function restoreEngine(
  wasm: WebAssembly.Module,
  image: EngineImage,
  { limits, hooks, used }: Restoring,
): Engine {
  const instance = used ?? instantiateToFill(wasm, limits)
  if (used) restore(used, image.parts)
  else fill(instance, image.parts)
  return new QuickJsEngine(instance, image as unknown as Pointers, hooks)
}

interface Restoring {
  readonly limits: EngineLimits
  readonly hooks: EngineHooks
  /** What an engine that has ended was made of. */
  readonly used?: Instance | undefined
}

/** Where the engine's own things lie. */
interface Pointers {
  readonly runtime: JSRuntimePointer
  readonly context: JSContextPointer
  readonly undefined: GuestValue
}

/** What all realms of a runtime have in common. */
interface Shared {
  /** How often the host had text compiled: what goes beyond is the guest's doing. */
  evaluations: number
  /** Where the guest's memory holds the buffers that came from here. */
  readonly buffers: Map<GuestValue, { readonly pointer: number; readonly length: number }>
  /** None once the engine has ended: what it was made of may be another's. */
  instance: Instance | undefined
}

class QuickJsEngine implements Engine {
  readonly #runtime: JSRuntimePointer
  readonly #context: JSContextPointer
  readonly #undefined: GuestValue
  readonly #hooks: EngineHooks
  readonly #shared: Shared

  constructor(
    instance: Instance,
    { runtime, context, undefined: nothing }: Pointers,
    hooks: EngineHooks,
    shared?: Shared,
  ) {
    this.#hooks = hooks
    this.#shared = shared ?? { evaluations: 0, buffers: new Map(), instance }
    this.#runtime = runtime
    this.#context = context
    this.#undefined = nothing
    if (shared === undefined) instance.module.callbacks = this.#callbacks(hooks)
  }

  get #instance(): Instance {
    const { instance } = this.#shared
    if (instance === undefined) throw new Error('this engine has ended')
    return instance
  }

  get #module(): QuickJSEmscriptenModule {
    return this.#instance.module
  }

  get #ffi(): QuickJSFFI {
    return this.#instance.ffi
  }

  end(): Instance | undefined {
    const { instance } = this.#shared
    this.#shared.instance = undefined
    if (instance && isRestorable(instance)) return instance
    if (instance) release(instance)
    return undefined
  }

  get address(): number {
    return this.#context
  }

  newRealm(): Engine {
    return this.realm(this.#ffi.QTS_NewContext(this.#runtime, INTRINSICS as never))
  }

  realm(address: number): Engine {
    const pointers = { runtime: this.#runtime, context: address, undefined: this.#undefined }
    return new QuickJsEngine(
      this.#instance,
      pointers as unknown as Pointers,
      this.#hooks,
      this.#shared,
    )
  }

  image(): EngineImage {
    return {
      parts: partsOf(this.#module.HEAPU8),
      runtime: this.#runtime,
      context: this.#context,
      undefined: this.#undefined,
    }
  }

  get starved(): boolean {
    return this.#instance.memory.starved
  }

  get refused(): boolean {
    return this.#instance.memory.refused
  }

  get memoryBytes(): number {
    return this.#instance.memory.object.buffer.byteLength
  }

  takeRecord(): EngineRecord {
    const { [RECORD]: record, [COMPILATIONS]: compilations } = this.#instance.record
    if (record === undefined || compilations === undefined) throw new Error('no record is kept')
    const taken = { bits: record.value, compiled: compilations.value > this.#shared.evaluations }
    record.value = 0n
    compilations.value = 0
    this.#shared.evaluations = 0
    return taken
  }

  apart<T>(run: () => T): { readonly result: T; readonly record: EngineRecord } {
    const { [RECORD]: record, [COMPILATIONS]: compilations } = this.#instance.record
    if (record === undefined || compilations === undefined) throw new Error('no record is kept')
    const before = [record.value, compilations.value, this.#shared.evaluations] as const
    try {
      this.takeRecord()
      return { result: run(), record: this.takeRecord() }
    } finally {
      ;[record.value, compilations.value, this.#shared.evaluations] = before
    }
  }

  script(code: string): Completion {
    return this.#evaluate(code, 'harness', 0)
  }

  module(code: string, name: string): Completion | { readonly kind: 'pending' } {
    const completion = this.#evaluate(code, name, MODULE_STRICT)
    if (completion.kind === 'thrown') return completion
    const state = this.#ffi.QTS_PromiseState(this.#context, completion.value) as number
    return state === NOT_A_PROMISE ? completion : { kind: 'pending' }
  }

  call(callee: GuestValue, args: readonly GuestValue[]): Completion {
    const list = this.#allocate(new Uint8Array(Uint32Array.from(args).buffer))
    const result = this.#ffi.QTS_Call(
      this.#context,
      callee,
      this.#undefined,
      args.length,
      list as never,
    )
    this.#module._free(list as never)
    return this.#complete(result)
  }

  text(value: GuestValue): string {
    const pointer = placed(this.#ffi.QTS_GetString(this.#context, value))
    const text = this.#module.UTF8ToString(pointer as never)
    this.#ffi.QTS_FreeCString(this.#context, pointer)
    return text
  }

  number(value: GuestValue): number {
    return this.#ffi.QTS_GetFloat64(this.#context, value)
  }

  fromText(text: string): GuestValue {
    const pointer = this.#allocateText(text)
    const value = placed(this.#ffi.QTS_NewString(this.#context, pointer as never))
    this.#module._free(pointer as never)
    return value
  }

  fromNumber(value: number): GuestValue {
    return placed(this.#ffi.QTS_NewFloat64(this.#context, value))
  }

  fromBytes(bytes: Uint8Array): GuestValue {
    const pointer = this.#allocate(bytes)
    const value = placed(
      this.#ffi.QTS_NewArrayBuffer(this.#context, pointer as never, bytes.length),
    )
    this.#shared.buffers.set(value, { pointer, length: bytes.length })
    return value
  }

  /** In place: QTS_GetArrayBuffer would copy the whole buffer at each call, and nobody frees the copies. */
  bytes(buffer: GuestValue): Uint8Array {
    const place = this.#shared.buffers.get(buffer)
    if (place === undefined) throw new Error('no buffer of ours')
    return this.#module.HEAPU8.subarray(place.pointer, place.pointer + place.length)
  }

  hostFunction(hook: HostHook): GuestValue {
    return placed(
      this.#ffi.QTS_NewFunction(this.#context, hook, 1, false, HOST_FUNCTIONS[hook] as never),
    )
  }

  free(...values: readonly GuestValue[]): void {
    for (const value of values) {
      this.#shared.buffers.delete(value)
      this.#ffi.QTS_FreeValuePointer(this.#context, value)
    }
  }

  #evaluate(code: string, name: string, flags: number): Completion {
    const pointer = this.#allocateText(code)
    const length = this.#module.lengthBytesUTF8(code)
    this.#shared.evaluations++
    const result = this.#ffi.QTS_Eval(
      this.#context,
      pointer as never,
      length,
      name,
      0 as never,
      flags as never,
    )
    this.#module._free(pointer as never)
    return this.#complete(result)
  }

  #complete(result: GuestValue): Completion {
    const thrown = this.#ffi.QTS_ResolveException(this.#context, placed(result))
    if (!thrown) return { kind: 'value', value: result }
    this.free(result)
    return { kind: 'thrown', value: thrown }
  }

  #allocate(bytes: Uint8Array): number {
    const pointer = placed(this.#module._malloc(Math.max(bytes.length, 1)) as number)
    this.#module.HEAPU8.set(bytes, pointer)
    return pointer
  }

  #allocateText(text: string): number {
    const size = this.#module.lengthBytesUTF8(text) + 1
    const pointer = placed(this.#module._malloc(size) as number)
    this.#module.stringToUTF8(text, pointer as never, size)
    return pointer
  }

  /** What the WebAssembly asks of the host. None of it may throw into it. */
  #callbacks(hooks: EngineHooks): QuickJSEmscriptenModule['callbacks'] {
    return {
      callFunction: (
        _a: unknown,
        _context: unknown,
        _this: unknown,
        count: number,
        args: never,
        called: number,
      ) => {
        if (called === HOST_FUNCTIONS.goesOn) {
          hooks.goesOn()
          return NOTHING
        }
        const first =
          count > 0 ? this.#ffi.QTS_ArgvGetJSValueConstPointer(args, 0) : this.#undefined
        return this.fromText(hooks.host(this.text(first as number as GuestValue)))
      },
      freeHostRef: () => undefined,
      shouldInterrupt: () => (hooks.interrupt() ? 1 : 0),
      loadModuleSource: (_a: unknown, _runtime: unknown, _context: unknown, name: string) => {
        this.#shared.evaluations++
        return this.#allocateText(hooks.source(name) ?? `throw new Error('no such module')`)
      },
      normalizeModule: (
        _a: unknown,
        _runtime: unknown,
        _context: unknown,
        from: string,
        to: string,
      ) => this.#allocateText(hooks.resolve(from, to) ?? 'refused'),
    } as unknown as QuickJSEmscriptenModule['callbacks']
  }
}

/** Where something lies in the guest's memory: what lies at 0 was not placed, and is to be read by nobody. */
function placed<T extends number>(pointer: T): T {
  if (pointer === 0) throw new GuestOutOfMemory()
  return pointer
}

/** The host could not place its own data in the guest's memory. */
export class GuestOutOfMemory extends Error {
  override name = 'GuestOutOfMemory'
}
