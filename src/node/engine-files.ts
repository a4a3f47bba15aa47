import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { packageRoot } from '../package-root.ts'
import { decodeImage, type EngineFiles } from '../sandbox/guest-image.ts'
import { unusable } from './own-files.ts'

/**
 * The engine's files, compiled once `before` has come to pass; they are read in the meantime.
 * @throws MachineError
 */
export async function readEngine(before: Promise<unknown>): Promise<EngineFiles> {
  const [bytes, image] = await Promise.all([
    own('quickjs.wasm', (read) => read),
    own('quickjs.image', decodeImage),
    before,
  ])
  const compiled = WebAssembly.compile(bytes)
  return {
    wasm: await compiled.catch((error) => Promise.reject(unusable('quickjs.wasm', error))),
    image,
  }
}

async function own<T>(name: string, decode: (bytes: Buffer) => T): Promise<T> {
  try {
    return decode(await readFile(join(packageRoot(), 'dist', name)))
  } catch (error) {
    throw unusable(name, error as Error)
  }
}
