import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Leaves an exercise in English alone; its translations are the last key of its spec. */
export async function withoutTranslations(folder: string): Promise<void> {
  const spec = join(folder, 'exercise.yaml')
  const text = await readFile(spec, 'utf8')
  await writeFile(spec, text.replace(/^translations:\n(?: .*\n|\n)*/m, ''))
  const names = await readdir(folder)
  for (const name of names.filter((one) => one.includes('.zh-CN.'))) await rm(join(folder, name))
}
