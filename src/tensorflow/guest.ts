/** What the sandbox's thread loads, beside the embedded engine, to differentiate through a guest. */
export { guestGradients } from './handles.ts'
export { guestNames } from './refusals.ts'
export { HeldTensors, TensorRefusal } from './trace.ts'
