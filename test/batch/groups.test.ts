import { describe, expect, it } from 'vitest'
import { groupReader } from '../../src/batch/people/groups.ts'
import { parseRoster } from '../../src/batch/people/roster.ts'
import { whoseLookup } from '../../src/batch/people/whose.ts'

/** Looks up groups in a class whose people have these cells, by their numbers. */
function listOf(cells: readonly string[]) {
  const rows = cells.map((cell, at) => `Name${at} Of${at},p${at}@x.org,"${cell}"`)
  const { people } = parseRoster(Buffer.from(`Name,Email,Group\n${rows.join('\n')}\n`), 'class.csv')
  const whose = whoseLookup(people)
  return (group: string, stripped = false) => {
    const found = whose([{ kind: 'group', group, ...(stripped && { stripped: true as const }) }])
    if (found.kind === 'unknown') return 'nobody'
    const all = found.kind === 'known' ? found.people : found.candidates
    const names = all.map(({ name }) => Number(/\d+$/.exec(name)?.[0])).sort()
    return found.kind === 'known' ? names : { asks: names }
  }
}

describe('the groups of a cell', () => {
  const read = groupReader(['Red', 'Blue', 'Lee, Kim', 'Red, Blue', 'Green; Lee, Kim', ''])

  it.each([
    ['Red', ['Red'], []],
    ['Red, Blue', ['Red, Blue', 'Red', 'Blue'], []],
    ['Lee, Kim', ['Lee, Kim'], ['Lee', 'Kim']],
    ['Red; Blue', ['Red; Blue', 'Red', 'Blue'], []],
    ['Green; Lee, Kim', ['Green; Lee, Kim', 'Green', 'Lee, Kim'], ['Lee', 'Kim']],
    ['Red, Kim', ['Red, Kim'], ['Red', 'Kim']],
    ['', [], []],
  ])('%s', (cell, groups, perhaps) => {
    expect(read(cell).groups).toEqual(groups)
    expect(read(cell).perhaps.map(({ group }) => group)).toEqual(perhaps)
  })
})

describe('the work of a group', () => {
  it('is that of all who are in a group of this name', () => {
    const of = listOf(['Lee, Kim', 'Lee, Kim', 'Red', 'Blue', 'Red, Blue', 'Red; Sun'])
    expect(of('Lee, Kim')).toEqual([0, 1])
    expect(of('leekim', true)).toEqual([0, 1])
    expect(of('Red')).toEqual([2, 4, 5])
    expect(of('Blue')).toEqual([3, 4])
    expect(of('Sun')).toEqual([5])
    expect(of('Green')).toBe('nobody')
  })

  it('is asked about where a comma may divide two groups or stand in one', () => {
    const of = listOf(['Lee, Kim', 'Lee, Kim', 'Kim', 'Park, Kim'])
    expect(of('Kim')).toEqual({ asks: [0, 1, 2, 3] })
    expect(of('kim', true)).toEqual({ asks: [0, 1, 2, 3] })
    expect(of('Lee')).toEqual({ asks: [0, 1] })
    expect(of('Park')).toEqual({ asks: [3] })
    expect(of('Lee, Kim')).toEqual([0, 1])
  })

  it('is never given to somebody who is in no group of that name, however groups are called', () => {
    const names = ['A', 'B', 'C', 'A, B', 'B, C', 'A, C', 'C, D', 'A, B, C']
    for (let set = 1; set < 1 << names.length; set++) {
      const groups = names.filter((_, at) => set & (1 << at))
      // Everybody is in one group: a comma is a part of its name.
      const of = listOf(groups)
      for (const [at, group] of groups.entries()) {
        const found = of(group)
        const given = Array.isArray(found) ? found : []
        // A cell whose parts all stand alone elsewhere is read as several, and the page says so.
        const strangers = given.filter((one) => {
          const parts = (groups[one] as string).split(', ')
          return one !== at && !parts.every((part) => groups.includes(part))
        })
        expect([groups, group, strangers]).toEqual([groups, group, []])
      }
    }
  })

  it('is everybody’s whose groups stand behind semicolons, whatever they are called', () => {
    const names = ['Lee, Kim', 'Kim', 'Tue, 10:00', 'A and B', 'A']
    const pairs = names.flatMap((one) =>
      names.filter((other) => other !== one).map((other) => [one, other]),
    )
    const of = listOf([...names, ...pairs.map((pair) => pair.join('; '))])
    for (const name of names) {
      const members = [...names, ...pairs].flatMap((own, at) =>
        own === name || (Array.isArray(own) && own.includes(name)) ? [at] : [],
      )
      const found = of(name)
      const all = Array.isArray(found) ? found : (found as { asks: number[] }).asks
      for (const member of members) expect(all).toContain(member)
    }
  })
})
