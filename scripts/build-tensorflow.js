import { rolldown } from 'rolldown'

/** Bundles TensorFlow.js's core with the CPU kernels and gradients that are used, into one file. */
export async function buildTensorflow(folder) {
  const bundle = await rolldown({
    input: {
      'tensorflow-embedded': 'src/tensorflow/embedded.ts',
      'tensorflow-guest': 'src/tensorflow/guest.ts',
    },
    platform: 'node',
    // What both share stays in the first.
    preserveEntrySignatures: 'allow-extension',
    plugins: [withoutFetching],
    // As ES modules, so that unused operations fall away; the side effects that their
    // package.json files declare, such as the backend registering itself, are kept.
    resolve: { mainFields: ['module', 'main'] },
  })
  // CommonJS: to start Node's loader of modules would cost as much as half of the loading.
  await bundle.write({
    dir: folder,
    format: 'cjs',
    minify: true,
    entryFileNames: '[name].cjs',
    chunkFileNames: '[name]-[hash].cjs',
  })
  await bundle.close()
}

/**
 * For Node versions without a `fetch` of their own, of which there are none here: it would bring
 * Node's network modules with it at every cold start, and nothing is ever fetched.
 */
const withoutFetching = {
  name: 'without-fetching',
  resolveId: (id) => (id === 'node-fetch' ? '\0without-fetching' : undefined),
  load: (id) => (id === '\0without-fetching' ? 'export default undefined' : undefined),
}
