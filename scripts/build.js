import { rm } from 'node:fs/promises'
import { rolldown } from 'rolldown'
import { buildSandbox } from './build-sandbox.js'
import { buildTensorflow } from './build-tensorflow.js'

/**
 * What runs is built into dist/: one code-split bundle for the command, and one file for each
 * worker thread. Entries are listed here and nowhere else.
 */
const entries = {}

await rm('dist', { recursive: true, force: true })
await buildTensorflow('dist')
await buildSandbox('dist')

if (Object.keys(entries).length > 0) {
  const bundle = await rolldown({
    input: entries,
    platform: 'node',
    external: ['oxc-parser', '@tensorflow/tfjs-node'],
    // Some of TensorFlow.js's files exist only for their side effects: the backend registers itself.
    treeshake: { moduleSideEffects: true },
  })
  await bundle.write({ dir: 'dist', format: 'esm', minify: true })
  await bundle.close()
}
