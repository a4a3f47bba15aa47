import { execFileSync } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { rolldown } from 'rolldown'
import { buildGradebook } from './build-gradebook.js'
import { writeBuildId } from './build-id.js'
import { buildSandbox } from './build-sandbox.js'
import { buildTensorflow } from './build-tensorflow.js'

/**
 * What runs is built into dist/: one code-split bundle for the command, and one file for each
 * worker thread. Entries are listed here and nowhere else.
 */
const entries = {
  cli: 'src/cli/start.ts',
  grader: 'src/batch/grader.ts',
}

await rm('dist', { recursive: true, force: true })
await buildTensorflow('dist')
writeBuildId('dist')
await buildSandbox('dist')
await buildGradebook('dist')
await bundle(entries, 'dist')
// By itself, so that it does not cut the command into more chunks.
await bundle({ index: 'src/index.ts' }, 'dist/library')

// A separate bundle, so that the loader of specs stays a lazy chunk of the command.
await bundle({ 'write-pack': 'src/exercise/write-pack.ts' }, 'dist/build')
execFileSync(process.execPath, ['dist/build/write-pack.js'], { stdio: 'inherit' })
await bundle({ 'write-schemas': 'src/write-schemas.ts' }, 'dist/build')
execFileSync(process.execPath, ['dist/build/write-schemas.js'], { stdio: 'inherit' })
await rm('dist/build', { recursive: true })

async function bundle(input, dir) {
  const made = await rolldown({
    input,
    platform: 'node',
    external: [/^oxc-parser/, '@tensorflow/tfjs-node', 'pg', 'pg-boss'],
    // Some of TensorFlow.js's files exist only for their side effects: the backend registers itself.
    treeshake: { moduleSideEffects: true },
  })
  await made.write({ dir, format: 'esm', minify: true })
  await made.close()
}
