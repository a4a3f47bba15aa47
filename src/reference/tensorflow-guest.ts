/** What the sandbox's thread loads, beside the embedded engine, to differentiate through a guest. */
export { HANDLE_OPERATIONS } from './tensorflow-handle-operations.ts'
export { guestGradients } from './tensorflow-handles.ts'
export { TensorRefusal } from './tensorflow-trace.ts'
