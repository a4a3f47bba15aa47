import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { withInitialMemory } from '../../../src/sandbox/recorder/initial-memory.ts'

const packaged = readFileSync(
  createRequire(import.meta.url).resolve('@jitl/quickjs-wasmfile-release-sync/wasm'),
)

interface Linking {
  readonly Module: {
    imports(of: WebAssembly.Module): readonly Record<'module' | 'name' | 'kind', string>[]
  }
  instantiate(module: WebAssembly.Module, imports: WebAssembly.Imports): Promise<unknown>
}
// The rest of it, which the sources have no use for.
const { Module, instantiate } = WebAssembly as unknown as Linking

/** Whether the engine links with so much memory, as V8 says. */
async function links(module: Uint8Array, pages: number): Promise<boolean> {
  const compiled = await WebAssembly.compile(Buffer.from(module))
  const imports: Record<string, Record<string, unknown>> = {}
  for (const { module: from, name, kind } of Module.imports(compiled)) {
    imports[from] ??= {}
    imports[from][name] =
      kind === 'memory'
        ? new WebAssembly.Memory({ initial: pages, maximum: 1024 })
        : () => undefined
  }
  return instantiate(compiled, imports as WebAssembly.Imports).then(
    () => true,
    () => false,
  )
}

test('the module asks for as much memory as it is told to, and is the same otherwise', async () => {
  expect(await links(packaged, 255)).toBe(false)
  const less = withInitialMemory(packaged, 128)
  expect(await links(less, 127)).toBe(false)
  expect(await links(less, 128)).toBe(true)
  expect(Buffer.from(withInitialMemory(less, 256))).toEqual(packaged)
})
