import { entryName } from './archive-names.ts'

/** What an archive may hold. */
export interface ArchiveLimits {
  readonly entries: number
  readonly bytesOfOne: number
  readonly bytesOfAll: number
  /** Unpacked bytes for each packed one, beyond the first 64 KiB. */
  readonly ratio: number
}

export const ARCHIVE_LIMITS: ArchiveLimits = {
  entries: 20_000,
  bytesOfOne: 32 * 1024 * 1024,
  bytesOfAll: 512 * 1024 * 1024,
  ratio: 200,
}

export interface ArchiveContents {
  readonly accepted: readonly { readonly path: string; readonly bytes: Buffer }[]
  /** Every entry that is not accepted, and why; an empty path stands for the archive itself. */
  readonly refused: readonly { readonly path: string; readonly reason: string }[]
}

/** What is taken out of an archive, within its limits: each file ends as accepted or refused. */
export class ArchiveShelf implements ArchiveContents {
  readonly accepted: { path: string; bytes: Buffer }[] = []
  readonly refused: { path: string; reason: string }[] = []
  readonly limits: ArchiveLimits
  readonly #taken = new Set<string>()
  #bytes = 0
  #entries = 0

  constructor(limits: ArchiveLimits) {
    this.limits = limits
  }

  refuse(path: string, reason: string): void {
    this.refused.push({ path, reason })
  }

  /** Whether one entry more may be looked at. */
  counts(): boolean {
    return ++this.#entries <= this.limits.entries
  }

  /** Where the directory of an archive counts none, its files would vanish without a word. */
  refuseEmpty(): void {
    if (this.#entries === 0) this.refuse('', 'an archive without files')
  }

  /** Undefined for folders and for names that are refused. */
  pathOf(raw: Buffer): string | undefined {
    const name = entryName(raw)
    if (name.kind === 'path') return name.path.endsWith('/') ? undefined : name.path
    this.refuse(name.path, name.reason)
    return undefined
  }

  objection(path: string, size: number): string | undefined {
    if (size > this.limits.bytesOfOne)
      return `it unpacks to ${size} bytes, more than one file may have`
    if (this.#bytes + size > this.limits.bytesOfAll)
      return 'the archive unpacks to more than all its files may have'
    if (this.#taken.has(path)) return 'another entry has the same name'
    this.#taken.add(path)
    return undefined
  }

  accept(path: string, bytes: Buffer): void {
    this.#bytes += bytes.length
    this.accepted.push({ path, bytes })
  }
}
