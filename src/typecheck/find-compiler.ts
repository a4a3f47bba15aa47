import { readFileSync, statSync } from 'node:fs'
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
export function findCompiler(root: string = packageRoot()): Compiler | undefined {
  for (const modules of packageFolders(root)) {
    const native = join(modules, '@typescript', `typescript-${process.platform}-${process.arch}`)
    const path = join(native, 'lib', process.platform === 'win32' ? 'tsc.exe' : 'tsc')
    if (isFile(path)) return { path, version: versionOf(native) }
  }
  return undefined
}

function isFile(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isFile() === true
  } catch {
    return false
  }
}

function versionOf(folder: string): string {
  try {
    return String(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version)
  } catch {
    return 'of unknown version'
  }
}
