import { copyFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { rolldown } from 'rolldown'

const page = 'src/site/page'

/**
 * What every site is made of: the page's modules, and two scripts that stand alone. Which exercises
 * a site has is decided when it is made.
 */
export async function buildPage(folder) {
  const assets = join(folder, 'assets')
  await mkdir(assets, { recursive: true })
  await copyFile(join(page, 'page.css'), join(assets, 'page.css'))
  await bundle({ page: join(page, 'main.ts') }, { dir: assets, format: 'esm' })
  await alone('embed', folder)
  await alone('service-worker', folder)
}

function alone(name, folder) {
  const file = join(folder, `${name}.js`)
  return bundle(join(page, `${name}.ts`), { file, format: 'iife' })
}

async function bundle(input, output) {
  const made = await rolldown({ input, platform: 'browser' })
  await made.write({ minify: true, ...output })
  await made.close()
}
