import { createRequire } from 'node:module'
import { join } from 'node:path'
import { packageRoot } from '../package-root.ts'
import { type Tensors, tensorsFrom } from '../sandbox/tensors.ts'
import type { Engine } from '../tensorflow/engine.ts'
import { unusable } from './own-files.ts'

/** From `dist` also where the sources run: its packages cannot be imported unbundled. @throws MachineError */
export async function loadEmbedded(): Promise<Engine> {
  const { engine, ready } = requireOwn('tensorflow-embedded.cjs')
  await ready
  return engine
}

/** The same for a thread that differentiates through submissions. */
export async function loadTensors(): Promise<Tensors> {
  return tensorsFrom(await loadEmbedded(), requireOwn('tensorflow-guest.cjs'))
}

// biome-ignore lint/suspicious/noExplicitAny: what the build made has no types
function requireOwn(name: string): any {
  const file = join(packageRoot(), 'dist', name)
  try {
    return createRequire(file)(file)
  } catch (error) {
    throw unusable(name, error as Error)
  }
}
