import { ALLOW_MORE_MEMORY, MachineError } from '../errors.ts'
import { isOfStack } from './call-stack.ts'

/** What a WebAssembly memory is counted in. */
export const WASM_PAGE = 64 * 1024

export interface MemoryLimits {
  /** Pages of 64 KiB. */
  readonly initialPages: number
  readonly maximumPages: number
}

/** A fifth more than there is: to grow copies views, and whoever wants more wants more again. */
const AMPLE = 1.2

/**
 * The runtime's own limit bounds nothing in this build; the memory object does, and tells: a guest
 * that wants more than it may have is starved, one that is refused what it may have lacks a machine.
 */
export class CappedMemory {
  readonly object: WebAssembly.Memory
  readonly initialBytes: number
  starved = false
  refused = false
  readonly #maximumPages: number

  /** @throws MachineError */
  constructor({ initialPages, maximumPages }: MemoryLimits) {
    this.object = allocated(initialPages, maximumPages)
    this.initialBytes = this.object.buffer.byteLength
    this.#maximumPages = maximumPages
  }

  /**
   * Makes it as large as that at least; whether it is.
   * @throws RangeError at the end of the call stack: that nobody could be asked is no refusal
   */
  growTo(bytes: number): boolean {
    const has = this.object.buffer.byteLength / WASM_PAGE
    const needed = Math.ceil(bytes / WASM_PAGE)
    if (needed > this.#maximumPages) {
      this.starved = true
      return false
    }
    const ample = Math.min(Math.max(needed, Math.ceil(has * AMPLE)), this.#maximumPages)
    const grew = this.#grow(ample - has) || this.#grow(needed - has)
    this.refused ||= !grew
    return grew
  }

  #grow(pages: number): boolean {
    try {
      this.object.grow(pages)
      return true
    } catch (error) {
      if (isOfStack(error)) throw error
      return false
    }
  }
}

function allocated(initial: number, maximum: number): WebAssembly.Memory {
  try {
    return new WebAssembly.Memory({ initial, maximum })
  } catch (error) {
    throw noMemory((error as Error).message)
  }
}

export function noMemory(why: string): MachineError {
  return new MachineError(
    `this machine has not enough memory for the sandbox: ${why}`,
    ALLOW_MORE_MEMORY,
  )
}
