import { Script } from 'node:vm'

/** Where a script finds what it is to run: it sees nothing but globals. */
const TO_RUN = Symbol.for('mlp-check.to-run')
const script = new Script(`globalThis[Symbol.for('${TO_RUN.description}')]()`)
const globals = globalThis as { [TO_RUN]?: () => unknown }

/**
 * Runs something to its end, or ends it: V8 stops it wherever it is, in JavaScript or in a loop of
 * WebAssembly, so that what it was at work on is not to be used again.
 * @throws what it throws, and an error where `ms` milliseconds were not enough
 */
export function withinTime<T>(ms: number, run: () => T): T {
  globals[TO_RUN] = run
  try {
    // Errors of what was run keep their own stack.
    return script.runInThisContext({ timeout: ms, displayErrors: false }) as T
  } finally {
    delete globals[TO_RUN]
  }
}
