import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { rolldown } from 'rolldown'

/**
 * What a page judges with, the same for every site, into `folder`/site-assets:
 * - `core.js`, a module for the page itself: `openGrader({ base })`;
 * - `grader.js` and `guest.js`, workers: the pipeline, and the sandbox that it asks;
 * - `tensorflow-embedded.js` and `tensorflow-guest.js`, loaded where no table is at hand.
 * All of it goes into the site's folder beside `data/`, whose address is `base`, and the engine with it.
 */
export async function buildSite(folder) {
  const assets = join(folder, 'site-assets')
  mkdirSync(assets, { recursive: true })
  await bundle({ core: 'src/browser/open-grader.ts' }, assets)
  await bundle({ grader: 'src/browser/grader-worker.ts' }, assets)
  await bundle({ guest: 'src/browser/guest-worker.ts' }, assets)
  await bundle(
    {
      'tensorflow-embedded': 'src/tensorflow/embedded.ts',
      'tensorflow-guest': 'src/tensorflow/guest.ts',
    },
    assets,
    { resolve: { mainFields: ['module', 'main'] }, preserveEntrySignatures: 'allow-extension' },
  )
}

async function bundle(input, dir, options = {}) {
  const made = await rolldown({
    input,
    platform: 'browser',
    checks: { ineffectiveDynamicImport: false },
    ...options,
  })
  await made.write({ dir, format: 'esm', minify: true, chunkFileNames: 'chunks/[name]-[hash].js' })
  await made.close()
}
