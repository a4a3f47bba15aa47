/** Somebody of a made course, and all that happens to that person. */
export interface Person {
  readonly index: number
  readonly first: string
  readonly last: string
  /** What a platform writes into its download, where the name was changed since. */
  readonly formerly: string | undefined
  readonly id: string
  readonly sis: string
  readonly login: string
  readonly email: string
  readonly section: string
  readonly team: string
  readonly story: Story
}

const STORIES = [
  'right',
  'wrong',
  'broken',
  'missing',
  'rubbish',
  'again',
  'late',
  'extended',
  'renamed',
  'packed',
  'excused',
  'by-hand',
  'tsx',
  'twin',
  'twin',
  'team',
  'team',
  'team',
  'right',
  'again',
] as const

export type Story = (typeof STORIES)[number]

const FIRST = ['Zoë', 'Wei', 'محمد', 'Ann', 'Łukasz', 'Δήμητρα', 'José', "D'Arcy", 'Ngọc', 'Ada 🦀']
const LAST = [
  'Müller',
  'Lee',
  'علي',
  'O’Neil',
  'García López',
  'Wójcik',
  'Ångström',
  'Nguyễn',
  'Sm-Ith',
]

/** Composed and decomposed, right to left, with emoji; every twenty live through all stories. */
export function makePeople(count: number): Person[] {
  return Array.from({ length: count }, (_, index) => {
    const story = STORIES[index % STORIES.length] as Story
    // Twins have one name, and so no number in it.
    const number = story === 'twin' ? Math.floor(index / STORIES.length) : index
    const first = FIRST[(story === 'twin' ? 3 : index) % FIRST.length] as string
    const last = `${LAST[(story === 'twin' ? 1 : index) % LAST.length]} ${letters(number)}`
    return {
      index,
      first,
      last,
      formerly: story === 'renamed' ? `Former ${letters(index)}` : undefined,
      // The numbers of one kind are numbers of others, for other people.
      id: String(5000 + index),
      sis: String(5000 + count - index),
      login: `user${index}`,
      email: `user${index}@uni.example`,
      section: index % 3 === 0 ? 'A' : 'B',
      team: story === 'team' ? `Team ${letters(Math.floor(index / STORIES.length))}` : '',
      story,
    }
  })
}

/** 0 → `Xaa`: a word for each number. */
function letters(number: number): string {
  const digit = (value: number) => String.fromCharCode(97 + (value % 26))
  return `X${digit(Math.floor(number / 676))}${digit(Math.floor(number / 26))}${digit(number)}`
}

export function nameOf({ first, last }: Person): string {
  return `${first} ${last}`
}

/** As file systems of Apple write names. */
export function decomposed(text: string, { index }: Person): string {
  return index % 2 === 0 ? text.normalize('NFD') : text.normalize('NFC')
}

export interface Truth {
  readonly state: string
  /** Points of ten. */
  readonly score: number
  /** What stands in the sheet; empty where nothing is filled in. */
  readonly cell: string
}
