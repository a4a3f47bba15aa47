import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../package-root.ts'
import { decodeImage, type EngineFiles } from '../sandbox/guest-image.ts'
import { unusable } from './own-files.ts'

/** The engine's files, compiled once `before` has come to pass. @throws MachineError */
export async function readEngine(before: Promise<unknown>): Promise<EngineFiles> {
  const bytes = own('quickjs.wasm', (read) => read)
  const image = own('quickjs.image', decodeImage)
  await before
  const compiled = WebAssembly.compile(bytes)
  return {
    wasm: await compiled.catch((error) => Promise.reject(unusable('quickjs.wasm', error))),
    image,
  }
}

function own<T>(name: string, decode: (bytes: Buffer) => T): T {
  try {
    return decode(readFileSync(join(packageRoot(), 'dist', name)))
  } catch (error) {
    throw unusable(name, error as Error)
  }
}
