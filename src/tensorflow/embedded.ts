import { registerKernel } from '@tensorflow/tfjs-core'
// Its side effect is wanted: it registers the backend, without any kernels.
import '@tensorflow/tfjs-backend-cpu/dist/base.js'
import * as core from './core.ts'
import type { Engine } from './engine.ts'
import { repairGradients } from './gradients.ts'
import { CPU_KERNELS } from './kernels.ts'
import './methods.ts'
import { OWN_GRADIENTS } from './own-gradients.ts'

/** The TensorFlow.js that ships with the checker: its core and CPU backend, bundled into one file. */
export const engine: Engine = { ...core }

// Before the first operation: otherwise a banner goes to stderr and every result is checked for NaN.
engine.enableProdMode()
for (const kernel of CPU_KERNELS) registerKernel(kernel)
for (const gradient of OWN_GRADIENTS) engine.registerGradient(gradient)
repairGradients(engine)
/** To be waited for before the first operation. */
export const ready = engine.setBackend('cpu')
