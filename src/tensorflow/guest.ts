/** What the sandbox's thread loads, beside the embedded engine, to differentiate through a guest. */
export { HANDLE_OPERATIONS } from './handle-operations.ts'
export { guestGradients } from './handles.ts'
export { TensorRefusal } from './trace.ts'
