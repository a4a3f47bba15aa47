/** A number below `below`, the same in every run of one seed. */
export type Draw = (below: number) => number

export function drawn(seed: number): Draw {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** Somebody of a made class, by everything that a platform may use. */
export interface Member {
  readonly index: number
  readonly first: string
  readonly last: string
  readonly id: string
  readonly sis: string
  readonly login: string
  readonly email: string
  /** Empty for who works alone. */
  readonly team: string
}

const FIRST = [
  'Ann',
  'Lee',
  'Zoë',
  'Łukasz',
  'محمد',
  '伟',
  'José',
  "D'Arcy",
  'Ngọc',
  'Ada 🦀',
  'Jo',
]
const LAST = [
  'Lee',
  'Ann',
  'Müller',
  'O’Neil',
  'García López',
  'علي',
  '王',
  'Sm-Ith',
  'Ray 2',
  'Ray',
]
const TEAMS = ['Team 1', 'Team 1-2', 'Team 12', 'Ann Lee', 'Éclair', 'Team C', 'Team C++']

/**
 * Few names for many people, so that some have one; numbers of one kind are those of others by
 * another kind, and a login may be what somebody else's name is.
 */
export function drawClass(draw: Draw, teams: boolean): Member[] {
  const count = 6 + draw(14)
  const pick = <T>(items: readonly T[]) => items[draw(items.length)] as T
  return Array.from({ length: count }, (_, index) => {
    const first = pick(FIRST)
    const last = pick(LAST)
    const login = draw(6) === 0 ? `${pick(['ann', 'jo', 'lee'])}${pick(['lee', 'ann', 'ray'])}` : ''
    return {
      index,
      first,
      last,
      id: String(500 + index),
      sis: String(500 + ((index + 3) % count)),
      login: login ? `${login}${draw(3) === 0 ? '' : index}` : `user_${index}`,
      email: `u${index}@uni.example`,
      team: teams && draw(3) === 0 ? pick(TEAMS) : '',
    }
  }).filter(({ login }, at, all) => all.findIndex((other) => other.login === login) === at)
}

export function nameOf({ first, last }: Pick<Member, 'first' | 'last'>): string {
  return `${first} ${last}`
}

/** One way or another of what must be the same to whoever reads names. */
export function otherSpelling(name: string, draw: Draw): string {
  return [name, name.normalize('NFD'), name.normalize('NFC'), name][draw(4)] as string
}
