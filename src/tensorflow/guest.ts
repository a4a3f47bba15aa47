/** What the sandbox's thread loads, beside the embedded engine, to differentiate through a guest. */
export { guestGradients } from './handles.ts'
export { methodNames } from './refusals.ts'
export { TensorRefusal } from './trace.ts'
