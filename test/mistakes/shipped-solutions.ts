import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { packageRoot } from '../../src/package-root.ts'

export type Functions = { readonly [name: string]: (...args: number[]) => number }

const ROOT = join(packageRoot(), 'solutions')

export function rightFiles(folder: string): string[] {
  return [join(ROOT, folder, 'solution.ts'), ...filesIn(folder, 'also-right')]
}

export function mistakeFiles(folder: string): string[] {
  return filesIn(folder, 'mistakes')
}

function filesIn(folder: string, kind: string): string[] {
  const path = join(ROOT, folder, kind)
  return readdirSync(path).map((name) => join(path, name))
}

/** What a submission exports: by name, or as members of its default export or exported class. */
export async function functionsOf(file: string): Promise<Functions> {
  const module: { [name: string]: unknown } = await import(pathToFileURL(file).href)
  const whole = module.default as { [name: string]: unknown } | undefined
  const lookUp = (_: unknown, name: string) => {
    const found = module[name] ?? whole?.[name]
    return typeof found === 'function' ? found.bind(whole) : undefined
  }
  return new Proxy({}, { get: lookUp }) as Functions
}
