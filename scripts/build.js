import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { rolldown } from 'rolldown'
import { writeAsAscii } from './ascii-code.js'
import { buildGradebook } from './build-gradebook.js'
import { inputsHash, isUpToDate, writeBuildId, writeFingerprint } from './build-id.js'
import { buildPage } from './build-page.js'
import { buildSandbox, ENGINE_ALIAS } from './build-sandbox.js'
import { buildSite } from './build-site.js'
import { buildTensorflow } from './build-tensorflow.js'
import { lazyBuiltins } from './lazy-builtins.js'
import { plainChalk } from './plain-chalk.js'
import { staticClosure } from './static-closure.js'

/**
 * What runs is built into dist/: a code-split bundle for the command, one for the threads that
 * judge a batch, and one file for the sandbox. A thread shares no chunk with the command: the
 * command's own chunk starts the command wherever it is loaded. With `--if-changed` nothing is
 * built where it would come out the same.
 */
const inputs = inputsHash()
if (process.argv.includes('--if-changed') && isUpToDate('dist', inputs)) process.exit()
await rm('dist', { recursive: true, force: true })
await buildTensorflow('dist')
writeBuildId('dist')
await buildSandbox('dist')
await buildSite('dist')
await buildGradebook('dist')
await buildPage(join('dist', 'page'))
const commonJs = {
  format: 'cjs',
  entryFileNames: '[name].cjs',
  chunkFileNames: '[name]-[hash].cjs',
}
await bundle({ cli: 'src/cli/start.ts' }, 'dist', { ...commonJs, codeSplitting: fewChunks() })
// Before everything else of the command, and not a chunk of it.
await bundle({ 'start-compiled': 'src/cli/start-compiled.ts' }, 'dist', commonJs)
await bundle({ grader: 'src/batch/grader.ts' }, 'dist/grader', commonJs)
// By itself, as start-compiled is.
await bundle({ 'grader-start': 'src/batch/grader-start.ts' }, 'dist/grader', commonJs)
// By itself, so that it does not cut the command into more chunks.
await bundle({ index: 'src/index.ts' }, 'dist/library')
await bundle({ reference: 'src/reference/kit.ts' }, 'dist/library')

for (const folder of ['dist', 'dist/grader']) writeAsAscii(folder)

// A separate bundle, so that the loader of specs stays a lazy chunk of the command.
await bundle({ 'write-pack': 'src/pack/write-pack.ts' }, 'dist/build')
execFileSync(process.execPath, ['dist/build/write-pack.js'], { stdio: 'inherit' })
await rm('dist/build', { recursive: true })
writeFingerprint('dist')
writeFileSync('dist/inputs', inputs)

/**
 * Judging one answer is what has to be instant, and every further file costs a millisecond: what
 * starts the sandbox is one chunk, and all that judging and the terminal's report need is another.
 */
function fewChunks() {
  const start = staticClosure(['src/cli/start.ts'])
  const judge = staticClosure([
    'src/cli/main.ts',
    'src/cli/commands/check.ts',
    'src/reporters/terminal.ts',
  ])
  return {
    groups: [
      { name: 'start', test: (id) => start.has(id), priority: 2 },
      {
        name: 'judge',
        test: (id) => judge.has(id) || /node_modules\/(commander|chalk)\//.test(id),
        priority: 1,
      },
    ],
  }
}

async function bundle(input, dir, output = { format: 'esm' }) {
  const made = await rolldown({
    input,
    platform: 'node',
    resolve: { alias: ENGINE_ALIAS },
    external: ['@tensorflow/tfjs-node', 'pg', 'pg-boss'],
    plugins: [lazyBuiltins(), plainChalk()],
    // Some of TensorFlow.js's files exist only for their side effects: the backend registers itself.
    treeshake: { moduleSideEffects: true },
    checks: { ineffectiveDynamicImport: false },
  })
  await made.write({ dir, minify: true, ...output })
  await made.close()
}
