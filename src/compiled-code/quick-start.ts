import { setFlagsFromString } from 'node:v8'

/**
 * For one submission, V8's optimizing compiler costs more than it gives: it takes the second core
 * from a start that needs it. Node 24 and later have gained so much elsewhere that it no longer pays.
 *
 * Any flag makes V8 refuse code that was compiled beforehand, Node's own modules included, so that a
 * worker started after this takes twice as long: the worker runs first, the engine is compiled last.
 */
export function preferQuickStart(): void {
  if (takesFlag()) setFlagsFromString('--liftoff-only')
}

/** Code that is to be accepted in another run is written as if the flag had never been. */
export function withoutFlags(write: () => void): void {
  if (takesFlag()) {
    setFlagsFromString('--no-liftoff-only')
    // What it implied stays otherwise.
    setFlagsFromString('--wasm-tier-up')
    setFlagsFromString('--wasm-dynamic-tiering')
  }
  write()
}

function takesFlag(): boolean {
  return Number(process.versions.node.split('.', 1)[0]) < 24
}
