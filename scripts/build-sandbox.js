import { execFileSync } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { rolldown } from 'rolldown'

const require = createRequire(import.meta.url)
const engine = '@jitl/quickjs-wasmfile-release-sync'

/** The glue's CommonJS file, which waits for nothing where it is loaded. */
export const ENGINE_ALIAS = {
  [`${engine}/emscripten-module`]: require.resolve(`${engine}/emscripten-module`),
}

/**
 * The thread that submissions run in: one CommonJS file, which starts some 10 ms sooner than a
 * module; beside it the engine's WebAssembly, which keeps a record of what is called, and its memory
 * once the harness is in it.
 */
export async function buildSandbox(folder) {
  await bundle('src/node/sandbox-worker.ts', folder, 'sandbox-worker')
  await bundle('src/node/sandbox-room.ts', folder, 'sandbox-room')
  const [wasm, image] = [join(folder, 'quickjs.wasm'), join(folder, 'quickjs.image')]
  const writer = await bundle('src/node/write-guest-image.ts', folder, 'write-guest-image')
  const runtime = await bundleRuntime(folder)
  const packaged = require.resolve(`${engine}/wasm`)
  execFileSync(process.execPath, [writer, packaged, runtime, wasm, image], { stdio: 'inherit' })
  await Promise.all([rm(writer), rm(runtime)])
}

/** Symbolic execution's part inside of the guest: a script that gives the function to start it. */
async function bundleRuntime(folder) {
  const made = await rolldown({ input: 'src/symbolic/runtime/boot.ts', platform: 'neutral' })
  const file = join(folder, 'symbolic-runtime.js')
  const options = { format: 'iife', name: 'runtime', footer: 'runtime.boot' }
  await made.write({ file, ...options, minify: true, codeSplitting: false })
  await made.close()
  return file
}

/** One file, but for what it imports only when it is needed. */
async function bundle(input, folder, name) {
  const made = await rolldown({
    input: { [name]: input },
    platform: 'node',
    resolve: { alias: ENGINE_ALIAS },
  })
  await made.write({
    dir: folder,
    format: 'cjs',
    minify: true,
    entryFileNames: '[name].cjs',
    chunkFileNames: '[name]-[hash].cjs',
  })
  await made.close()
  return join(folder, `${name}.cjs`)
}
