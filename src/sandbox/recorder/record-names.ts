/** What the engine's module exports besides its own: the record, 64 bits, … */
export const RECORD = 'record'
/** … and how often text was compiled. */
export const COMPILATIONS = 'compilations'
/** … and where the stack ends, which the module keeps to itself. */
export const STACK = 'stack'
