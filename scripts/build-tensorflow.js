import { rolldown } from 'rolldown'

/** Bundles TensorFlow.js's core with the CPU kernels and gradients that are used, into one file. */
export async function buildTensorflow(folder) {
  const bundle = await rolldown({
    input: {
      'tensorflow-embedded': 'src/tensorflow/embedded.ts',
      'tensorflow-guest': 'src/tensorflow/guest.ts',
    },
    platform: 'node',
    // As ES modules, so that unused operations fall away; the side effects that their
    // package.json files declare, such as the backend registering itself, are kept.
    resolve: { mainFields: ['module', 'main'] },
  })
  await bundle.write({ dir: folder, format: 'esm', minify: true })
  await bundle.close()
}
