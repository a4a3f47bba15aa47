import { copyFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { rolldown } from 'rolldown'

const require = createRequire(import.meta.url)
const engine = '@jitl/quickjs-wasmfile-release-sync'

/** Bundled, oxc-parser still looks for its platform's binding from where it is installed. */
const nativeParserBesideItsPackage = {
  name: 'native-parser-beside-its-package',
  transform(code, id) {
    if (!id.endsWith('/oxc-parser/src-js/bindings.js')) return null
    return code.replace(
      'createRequire(import.meta.url)',
      "createRequire(createRequire(import.meta.url).resolve('oxc-parser'))",
    )
  },
}

/**
 * The thread that submissions run in: one CommonJS file, which starts some 10 ms sooner than a
 * module, and the engine's WebAssembly beside it.
 */
export async function buildSandbox(folder) {
  const bundle = await rolldown({
    input: 'src/submission/sandbox-worker.ts',
    platform: 'node',
    plugins: [nativeParserBesideItsPackage],
    resolve: {
      alias: { [`${engine}/emscripten-module`]: require.resolve(`${engine}/emscripten-module`) },
    },
  })
  const file = join(folder, 'sandbox-worker.cjs')
  await bundle.write({ file, format: 'cjs', minify: true, codeSplitting: false })
  await bundle.close()
  await copyFile(require.resolve(`${engine}/wasm`), join(folder, 'quickjs.wasm'))
}
