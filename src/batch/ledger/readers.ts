import type { GradeLine } from './ledger.ts'

/** Whether somebody has feedback to read: whoever handed something in, or was graded by hand. */
export function isReader({ cells }: Pick<GradeLine, 'cells'>): boolean {
  return [...cells.values()].some(
    ({ result, told, override }) =>
      result !== undefined || told.length > 0 || override !== undefined,
  )
}

interface Letters {
  readonly toSend: readonly { readonly address: string; readonly line: GradeLine }[]
  /** By the address that two people have: neither is to read of the other. */
  readonly shared: ReadonlyMap<string, readonly GradeLine[]>
}

/**
 * Whose feedback may be mailed. Where there is a class list, only people on it: of anybody else it is
 * in doubt whose work it is. A group that a platform names together is written to at each address.
 */
export function lettersTo(lines: readonly GradeLine[]): Letters {
  const listed = lines.some(({ enrolled }) => enrolled !== undefined)
  const known = lines.filter(({ enrolled }) => !listed || enrolled !== undefined)
  const all = known.flatMap((line) =>
    addressesOf(line).map((address) => ({ address, key: address.toLowerCase(), line })),
  )
  const owners = new Map<string, GradeLine[]>()
  for (const { key, line } of all) owners.set(key, [...(owners.get(key) ?? []), line])
  // Without a list, one person may stand alone and in a group.
  const shared = new Map([...owners].filter(([, own]) => listed && own.length > 1))
  return { toSend: all.filter(({ key, line }) => !shared.has(key) && isReader(line)), shared }
}

function addressesOf({ student }: GradeLine): string[] {
  return student.email?.split(' & ') ?? []
}
