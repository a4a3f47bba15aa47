/** The part of WebAssembly that the sandbox uses: TypeScript declares it only for browsers. */
declare namespace WebAssembly {
  interface Module {
    readonly __module: never
  }
  type Imports = Record<string, Record<string, unknown>>
  class Instance {
    constructor(module: Module, imports: Imports)
    readonly exports: Record<string, unknown>
  }
  class Memory {
    constructor(size: { initial: number; maximum: number })
    readonly buffer: ArrayBuffer
    grow(pages: number): number
  }
  class Global {
    value: unknown
  }
  function compile(bytes: Uint8Array): Promise<Module>
}
