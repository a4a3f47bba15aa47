import { readFile, writeFile } from 'node:fs/promises'
import { createEngine } from './engine.ts'
import { encodeImage } from './guest-image.ts'
import { GUEST_PRELUDE } from './guest-prelude.ts'
import { LIMITS } from './limits.ts'

/** Run by the build: evaluates the harness once, and writes the memory that is then there. */
async function writeGuestImage(wasmFile: string, imageFile: string): Promise<void> {
  const wasm = await WebAssembly.compile(await readFile(wasmFile))
  const engine = await createEngine(wasm, LIMITS, {
    interrupt: () => false,
    resolve: () => undefined,
    source: () => undefined,
    host: () => '',
  })
  const harness = engine.script(GUEST_PRELUDE)
  if (harness.kind === 'thrown') throw new Error('the harness does not run')
  await writeFile(imageFile, encodeImage({ engine: engine.image(), harness: harness.value }))
}

const [wasmFile, imageFile] = process.argv.slice(2)
// A CommonJS bundle has no await at its top level.
void writeGuestImage(String(wasmFile), String(imageFile))
