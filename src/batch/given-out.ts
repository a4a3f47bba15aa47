import { createHash } from 'node:crypto'
import { lstatSync, readFileSync } from 'node:fs'
import { isMachineFault } from '../errors.ts'
import { type Ignored, type InputFile, whoIs } from './inventory.ts'

/** What is set aside, and where it lies. */
export interface Aside {
  readonly ignored: Ignored
  /** As its author knows it. */
  readonly name: string
  readonly path: InputFile['path']
}

/** No file that an assignment comes with is larger. */
const LARGEST = 1024 * 1024

/**
 * What came with the assignment is nobody's work: whoever has nothing but that has handed in
 * nothing. Such a file is byte for byte the same with most of all that have anything.
 * @param senders by `whoIs`, of everything in the input
 */
export function withoutGivenOut(asides: readonly Aside[], senders: ReadonlySet<string>): Ignored[] {
  const most = Math.max(3, Math.floor(senders.size / 2) + 1)
  const named = grouped(asides, ({ name }) => name)
  const often = [...named.values()].filter((same) => sendersOf(same) >= most)
  const given = new Set(
    often.flatMap((same) =>
      [...grouped(same, contentOf).entries()].flatMap(([content, equal]) =>
        content !== undefined && sendersOf(equal) >= most ? equal : [],
      ),
    ),
  )
  return asides.map((one) => (given.has(one) ? ofNobody(one) : one.ignored))
}

function ofNobody({ ignored: { file, reason } }: Aside): Ignored {
  return { file, reason: `${reason}; most have the same, as it was given out` }
}

function sendersOf(asides: readonly Aside[]): number {
  const all = asides.flatMap(({ ignored }) => (ignored.student ? whoIs(ignored.student) : []))
  return new Set(all).size
}

function contentOf({ path }: Aside): string | undefined {
  const stat = lstatSync(path, { throwIfNoEntry: false })
  if (!stat?.isFile() || stat.size > LARGEST) return undefined
  return hashOf(path)
}

/** What cannot be read is the same as nothing. */
function hashOf(path: string): string | undefined {
  try {
    return createHash('sha256').update(readFileSync(path)).digest('hex')
  } catch (error) {
    if (isMachineFault(error)) throw error
    return undefined
  }
}

function grouped<K>(asides: readonly Aside[], keyOf: (one: Aside) => K): Map<K, Aside[]> {
  const groups = new Map<K, Aside[]>()
  for (const one of asides) {
    const group = groups.get(keyOf(one))
    if (group) group.push(one)
    else groups.set(keyOf(one), [one])
  }
  return groups
}
