import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { packageFolders, packageRoot } from '../package-root.ts'

/** The native executable of TypeScript 7. */
export interface Compiler {
  readonly path: string
  readonly version: string
}

/**
 * TypeScript 7 for this machine, installed with or beside this package. The folder of a submission
 * is never searched: a program found there would be a stranger's, and it would be run.
 */
export async function findCompiler(root: string = packageRoot()): Promise<Compiler | undefined> {
  for (const modules of packageFolders(root)) {
    const native = join(modules, '@typescript', `typescript-${process.platform}-${process.arch}`)
    const path = join(native, 'lib', process.platform === 'win32' ? 'tsc.exe' : 'tsc')
    if (await isFile(path)) return { path, version: await versionOf(native) }
  }
  return undefined
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (facts) => facts.isFile(),
    () => false,
  )
}

async function versionOf(folder: string): Promise<string> {
  try {
    return String(JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')).version)
  } catch {
    return 'of unknown version'
  }
}
