import { join } from 'node:path'
import { rolldown } from 'rolldown'

/** The script of the gradebook page: one file that the page carries in itself. */
export async function buildGradebook(folder) {
  const bundle = await rolldown({ input: 'src/gradebook/browser/page.js', platform: 'browser' })
  await bundle.write({ file: join(folder, 'gradebook-page.js'), format: 'iife', minify: true })
  await bundle.close()
}
