import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { MachineError } from '../errors.ts'
import { packageRoot } from '../package-root.ts'
import { decodeImage, type EngineFiles } from './guest-image.ts'

/** The engine's files, compiled once `before` has come to pass; they are read in the meantime. */
export async function readEngine(before: Promise<unknown>): Promise<EngineFiles> {
  const [bytes, image] = await Promise.all([
    readOwn('quickjs.wasm'),
    readOwn('quickjs.image').then(decodeImage),
    before,
  ])
  return { wasm: await WebAssembly.compile(bytes).catch(broken), image }
}

async function readOwn(name: string): Promise<Buffer> {
  try {
    return await readFile(join(packageRoot(), 'dist', name))
  } catch (error) {
    return broken(error as Error, name)
  }
}

/** @throws MachineError */
function broken(error: Error, name = 'quickjs.wasm'): never {
  throw new MachineError(
    `the sandbox's own file dist/${name} cannot be used (${error.message})`,
    'Install mlp-check again, then run: mlp-check doctor',
  )
}
