import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Engine } from '../tensorflow/engine.ts'
import { repairGradients } from '../tensorflow/gradients.ts'
import type { NativeAddon } from './native-addon.ts'

/** Loads @tensorflow/tfjs-node. Throws where its addon or its JavaScript does not load. */
export function loadNative(addon: Extract<NativeAddon, { kind: 'present' }>): Engine {
  if (isLoaded()) throw new Error('another TensorFlow.js is already loaded in this process')
  const require = createRequire(join(addon.folder, 'package.json'))
  // TensorFlow's own log, and a rounding that depends on the processor.
  process.env.TF_CPP_MIN_LOG_LEVEL ??= '3'
  process.env.TF_ENABLE_ONEDNN_OPTS ??= '0'
  restoreUtil(require)
  // The addon alone first: if it is broken, no JavaScript of TensorFlow.js has been loaded yet.
  require(addon.binary)
  try {
    const tf: Engine = require(addon.folder)
    tf.enableProdMode()
    repairGradients(tf)
    return tf
  } catch (error) {
    forget()
    throw error
  }
}

/** Node 23 removed two functions that tfjs-node 4.22 calls in every operation. */
function restoreUtil(require: NodeJS.Require): void {
  const util: { [name: string]: unknown } = require('node:util')
  util.isNullOrUndefined ??= (value: unknown) => value === null || value === undefined
  util.isArray ??= Array.isArray
}

interface TensorflowGlobals {
  _tfengine?: unknown
  _tfGlobals?: unknown
}

function isLoaded(): boolean {
  return (globalThis as TensorflowGlobals)._tfengine !== undefined
}

/** Two copies of the core share these registries and break each other. */
function forget(): void {
  const globals = globalThis as TensorflowGlobals
  delete globals._tfengine
  delete globals._tfGlobals
}
