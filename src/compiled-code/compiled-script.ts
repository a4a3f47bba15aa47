import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { createRequire, Module } from 'node:module'
import { basename, dirname, resolve } from 'node:path'
import { Script } from 'node:vm'

/** A CommonJS file that runs from what V8 made of it in an earlier run, where that is known. */
export class CompiledScript {
  readonly #file: string
  readonly #script: Script

  constructor(file: string, code: Buffer | undefined) {
    this.#file = file
    this.#script = new Script(wrapped(file), {
      filename: file,
      ...(code && { cachedData: code }),
    })
  }

  /** What the file exports. `compiled` loads those of the files that it requires which run like this one. */
  run(compiled: (file: string) => unknown = () => undefined): unknown {
    const own = createRequire(this.#file)
    const beside = (name: string) => resolve(dirname(this.#file), name)
    const require = Object.assign(
      (name: string) => (name.startsWith('./') && compiled(beside(name))) || own(name),
      own,
    )
    const module = new Module(this.#file)
    // Whoever requires it by the usual way gets the same one.
    require.cache[this.#file] = Object.assign(module, { filename: this.#file, loaded: true })
    this.#script.runInThisContext()(
      module.exports,
      require,
      module,
      this.#file,
      dirname(this.#file),
    )
    return module.exports
  }

  /** Whether what was known came of other flags of V8. */
  get refused(): boolean {
    return this.#script.cachedDataRejected === true
  }

  get name(): string {
    return basename(this.#file)
  }

  /** With all functions that ran until now. */
  code(): Buffer {
    return this.#script.createCachedData()
  }
}

/**
 * As Node does it, on the file's own first line, so that places keep their lines. The files are
 * ASCII, and become one text at once: each further copy of half a million characters would cost a
 * hundredth of a right answer.
 */
function wrapped(file: string): string {
  const descriptor = openSync(file, 'r')
  try {
    const whole = Buffer.allocUnsafe(HEAD.length + fstatSync(descriptor).size + TAIL.length)
    let end = HEAD.copy(whole)
    for (let read = 1; read > 0; end += read) {
      read = readSync(descriptor, whole, end, whole.length - TAIL.length - end, null)
    }
    return whole.toString('latin1', 0, end + TAIL.copy(whole, end))
  } finally {
    closeSync(descriptor)
  }
}

const HEAD = Buffer.from('(function (exports, require, module, __filename, __dirname) {')
const TAIL = Buffer.from('\n})')
