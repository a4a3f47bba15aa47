import { readFile, writeFile } from 'node:fs/promises'
import { createEngine, type Engine } from './engine.ts'
import { encodeImage } from './guest-image.ts'
import { GUEST_PRELUDE } from './guest-prelude.ts'
import { LIMITS } from './limits.ts'
import { recordNatives } from './recorder/find-natives.ts'

/**
 * Run by the build: lets the engine keep a record of what is called, evaluates the harness once,
 * and writes the memory that is then there.
 */
async function writeGuestImage(
  packaged: string,
  wasmFile: string,
  imageFile: string,
): Promise<void> {
  const { module, natives } = await recordNatives(await readFile(packaged), startEngine)
  await writeFile(wasmFile, module)
  const engine = await startEngine(module)
  const harness = engine.script(GUEST_PRELUDE)
  if (harness.kind === 'thrown') throw new Error('the harness does not run')
  const image = { engine: engine.image(), harness: harness.value, natives }
  await writeFile(imageFile, encodeImage(image))
}

async function startEngine(module: Uint8Array): Promise<Engine> {
  return createEngine(await WebAssembly.compile(module), LIMITS, {
    interrupt: () => false,
    resolve: () => undefined,
    source: () => undefined,
    host: () => '',
  })
}

const [packaged, wasmFile, imageFile] = process.argv.slice(2)
// A CommonJS bundle has no await at its top level.
void writeGuestImage(String(packaged), String(wasmFile), String(imageFile))
