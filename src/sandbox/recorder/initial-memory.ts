import { joined, number, Reader, readSections, SECTION, writeSections } from './wasm-binary.ts'

/**
 * The module with so many pages of 64 KiB of memory to begin with. The engine declares 16 MiB and
 * needs a third of it: what each guest is given and never touches counts as memory in use, and has
 * V8 collect garbage for it many times in every submission.
 */
export function withInitialMemory(module: Uint8Array, pages: number): Uint8Array {
  return writeSections(
    readSections(module).map((section) =>
      section.id === SECTION.import
        ? { id: section.id, bytes: importsWith(pages, section.bytes) }
        : section,
    ),
  )
}

const MEMORY = 2

function importsWith(pages: number, bytes: Uint8Array): Uint8Array {
  const reader = new Reader(bytes)
  const imports = reader.list(() => {
    const names = [0, 1].map(() => reader.bytes(reader.number()))
    const kind = reader.byte()
    const declared = kind === MEMORY ? limits(reader, pages) : number(reader.number())
    return joined([
      ...names.flatMap((name) => [number(name.length), name]),
      Uint8Array.of(kind),
      declared,
    ])
  })
  return joined([number(imports.length), ...imports])
}

function limits(reader: Reader, pages: number): Uint8Array {
  const hasMaximum = reader.byte()
  reader.number()
  const maximum = hasMaximum ? [number(reader.number())] : []
  return joined([Uint8Array.of(hasMaximum), number(pages), ...maximum])
}
