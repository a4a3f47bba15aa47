/** In which groups somebody is, by a cell of the list. */
export interface GroupsOfCell {
  readonly groups: readonly string[]
  /** What is divided by commas alone: `Lee, Kim` is one group or two, and nothing tells. */
  readonly perhaps: readonly GroupPart[]
}

export interface GroupPart {
  readonly group: string
  readonly cell: string
}

/**
 * Reads the groups of a list's cells. A semicolon divides them, and a comma where each part stands
 * alone elsewhere in the list; a group that is called as all of the cell is that one.
 */
export function groupReader(cells: readonly string[]) {
  const known = new Set(cells.flatMap((cell) => partsOf(cell, ';')))
  return (cell: string): GroupsOfCell => {
    const parts = partsOf(cell, /[;,]/)
    const told = parts.every((part) => known.has(part))
    const groups = new Set([cell, ...partsOf(cell, ';'), ...(told ? parts : [])])
    const others = parts.filter((part) => !groups.has(part))
    return {
      groups: [...groups].filter((one) => one !== ''),
      perhaps: others.map((group) => ({ group, cell })),
    }
  }
}

function partsOf(cell: string, sign: string | RegExp): string[] {
  return cell
    .split(sign)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}
