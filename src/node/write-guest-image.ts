import { readFile, writeFile } from 'node:fs/promises'
import { type Completion, createEngine, type Engine, type GuestValue } from '../sandbox/engine.ts'
import { encodeImage, type SymbolicImage } from '../sandbox/guest-image.ts'
import { GUEST_PRELUDE } from '../sandbox/guest-prelude.ts'
import { LIMITS } from '../sandbox/limits.ts'
import { recordNatives } from '../sandbox/recorder/find-natives.ts'
import { withInitialMemory } from '../sandbox/recorder/initial-memory.ts'
import { RUNTIME_MODULE, RUNTIME_NAMES } from '../symbolic/runtime/names.ts'
import { REALM_SCRIPT } from '../symbolic/runtime/realm.ts'

interface Files {
  /** The engine's WebAssembly, as its package has it. */
  readonly packaged: string
  /** The runtime of symbolic execution, as a script that gives it. */
  readonly runtime: string
  readonly wasm: string
  readonly image: string
}

/**
 * Run by the build: lets the engine keep a record of what is called, evaluates the harness once,
 * and writes the memory that is then there.
 */
async function writeGuestImage({ packaged, runtime, wasm, image }: Files): Promise<void> {
  const { module, natives } = await recordNatives(
    withInitialMemory(await readFile(packaged), LIMITS.initialPages),
    startEngine,
  )
  await writeFile(wasm, module)
  const engine = await startEngine(module)
  const harness = harnessIn(engine)
  const symbolic = symbolicRealm(engine, await readFile(runtime, 'utf8'))
  const made = { engine: engine.image(), harness, symbolic, natives }
  await writeFile(image, encodeImage(made))
}

/** The runtime stands in a realm of its own, where no submission can change what it is made of. */
function symbolicRealm(engine: Engine, script: string): SymbolicImage {
  const [program, own] = [engine.newRealm(), engine.newRealm()]
  const harness = harnessIn(program)
  const boot = given(own, own.script(script))
  const booted = given(own, own.call(boot, [given(program, program.script(REALM_SCRIPT))]))
  const take = (name: string) =>
    given(own, own.call(given(own, own.script(`(r) => r.${name}`)), [booted]))
  const module = program.module(runtimeModule(), RUNTIME_MODULE)
  if (module.kind === 'pending') throw new Error('the runtime waits for something')
  const fill = given(program, program.script('(module, program) => module.fill(program)'))
  given(program, program.call(fill, [given(program, module), take('program')]))
  return { realm: program.address, harness, runtime: take('ask') }
}

/** What instrumented modules import. */
function runtimeModule(): string {
  const names = RUNTIME_NAMES.join()
  return `export let ${names};export const fill = program => { ({${names}} = program) }`
}

function harnessIn(engine: Engine): GuestValue {
  const prelude = given(engine, engine.script(GUEST_PRELUDE))
  return given(engine, engine.call(prelude, [engine.hostFunction('goesOn')]))
}

function given(engine: Engine, completion: Completion): GuestValue {
  if (completion.kind === 'value') return completion.value
  throw new Error(`the guest's image cannot be made: ${engine.text(completion.value)}`)
}

async function startEngine(module: Uint8Array): Promise<Engine> {
  return createEngine(await WebAssembly.compile(module), LIMITS, {
    interrupt: () => false,
    resolve: () => undefined,
    source: () => undefined,
    host: () => '',
    goesOn: () => undefined,
  })
}

const [packaged = '', runtime = '', wasm = '', image = ''] = process.argv.slice(2)
// A CommonJS bundle has no await at its top level.
void writeGuestImage({ packaged, runtime, wasm, image })
