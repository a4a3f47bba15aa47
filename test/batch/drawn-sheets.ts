import { drawn } from './identity/class.ts'
import { ENCODINGS, type Encoding, encoded } from './sheet-encodings.ts'

/** A sheet of which every byte is known, also after its cells are filled in. */
export interface DrawnSheet {
  readonly title: string
  readonly bytes: Buffer
  readonly delimiter: string
  readonly encoding: Encoding
  /** By login, hundredths of a point. */
  readonly points: ReadonlyMap<string, number>
  /** Each row as it must come back: its filled cell with quotation marks or without. */
  readonly rows: readonly (readonly [plain: string, quoted: string])[]
  /** What another reader must find: rows of cells. */
  readonly cells: readonly (readonly string[])[]
}

const LATIN = [
  'Zoë',
  'Ann',
  'García López',
  "D'Arcy",
  'Sm-Ith',
  'Wei, Jordan',
  'a;b',
  'x|y',
  'tab\there',
]
const WIDE = [
  'محمد علي',
  '王伟',
  'Nguyễn Ngọc',
  'Zoe\u0308',
  '\u202bRTL\u202c',
  '🦀 Ada',
  'Δήμητρα',
  '\u2028',
]
const ODD = [
  '',
  '',
  ' ',
  '=1+1',
  '-1',
  '+3',
  '@x',
  '0042',
  '5" pipe',
  'two\nlines',
  'a "b" c',
  'NaN',
  '1e5',
]

interface Cell {
  readonly raw: string
  readonly text: string
}

export function drawSheet(seed: number, count?: number): DrawnSheet {
  const draw = drawn(seed)
  const pick = <T>(items: readonly T[]) => items[draw(items.length)] as T
  const encoding = pick(ENCODINGS)
  const delimiter = pick([',', ';', '\t', '|'])
  const ends = pick([['\n'], ['\r\n'], ['\n', '\r\n'], ['\r']])
  const decimal = pick(['.', ',', ''])
  const everywhere = draw(3) === 0
  const words = encoding === 'cp1252' ? LATIN : [...LATIN, ...WIDE]
  const write = (text: string, tail = draw(40) === 0): Cell => {
    const needs = text.includes(delimiter) || /[\r\n]|^"/.test(text)
    const quoted = everywhere || needs || draw(8) === 0
    const raw = quoted ? `"${text.replaceAll('"', '""')}"` : text
    return tail && quoted && !needs ? { raw: `${raw}x`, text: `${text}x` } : { raw, text }
  }
  const anything = () => {
    const kind = draw(4)
    if (kind === 0 && decimal !== '') return write(`${draw(100)}${decimal}${draw(100)}`)
    return write(kind < 3 ? pick(ODD) : pick(words))
  }
  const before = Array.from({ length: draw(4) }, () => pick(['Note', 'Note', 'x', '']))
  const after = Array.from({ length: draw(4) }, () => pick(['Note', 'y', 'Σ', '']))
  const headings = ['Name', 'Username', ...before, 'Points', ...after].map((text) =>
    write(encoding === 'cp1252' ? text.replace('Σ', 'sum') : text, false),
  )
  const at = 2 + before.length
  const points = new Map<string, number>()
  const rows: [string, string][] = []
  const cells: string[][] = []
  const push = (row: readonly Cell[], end: string, value?: string) => {
    const filled = (raw: string) => {
      const length = Math.max(row.length, value === undefined ? 0 : at + 1)
      const raws = Array.from({ length }, (_, place) => row[place]?.raw ?? '')
      if (value !== undefined) raws[at] = raw
      return raws.join(delimiter) + end
    }
    const texts = row.map(({ text }) => text)
    if (value !== undefined) {
      while (texts.length <= at) texts.push('')
      texts[at] = value
    }
    rows.push([filled(value ?? ''), filled(`"${value}"`)])
    cells.push(texts)
  }
  const plain: string[] = []
  const add = (row: readonly Cell[], end: string, value?: string) => {
    plain.push(row.map(({ raw }) => raw).join(delimiter) + end)
    push(row, end, value)
  }
  add(headings, pick(ends))
  const numbers: [readonly Cell[], string, number | undefined][] = []
  for (let index = 0; index < (count ?? 1 + draw(30)); index++) {
    const login = `user${index}`
    const whole = [
      write(`${pick(words)} ${letters(index)}`),
      write(draw(2) ? login : login.toUpperCase(), false),
      ...headings.slice(2).map(anything),
    ]
    // A row may end early, or go on with nothing.
    const cut = draw(6) === 0 ? 2 + draw(whole.length - 1) : whole.length
    const row = [
      ...whole.slice(0, cut),
      ...(draw(9) === 0 && cut === whole.length ? [EMPTY, EMPTY] : []),
    ]
    const earned = draw(5) === 0 ? undefined : draw(1001)
    if (earned !== undefined) points.set(login, earned)
    numbers.push([row, pick(ends), earned])
    if (draw(12) === 0) numbers.push([[EMPTY], pick(ends), undefined])
  }
  const all = numbers.flatMap(([row]) => row.map(({ text }) => text.trim()))
  const commas = all.some((text) => /^-?\d+,\d+$/.test(text))
  const stops = all.some((text) => /^-?\d+\.\d+$/.test(text))
  for (const [row, end, earned] of numbers) {
    const text = earned === undefined ? undefined : String(earned / 100)
    // Of no numbers, and of both kinds, what stands between the cells tells.
    const comma = commas === stops ? delimiter === ';' : commas
    add(row, end, comma ? text?.replace('.', ',') : text)
  }
  for (let left = draw(3); left > 0; left--) add([EMPTY], pick(ends))
  return {
    title: `seed ${seed}: ${encoding}, ${JSON.stringify(delimiter)}, ${JSON.stringify(ends)}`,
    bytes: encoded(plain.join(''), encoding),
    delimiter,
    encoding,
    points,
    rows,
    cells,
  }
}

const EMPTY: Cell = { raw: '', text: '' }

function letters(index: number): string {
  return String(index).replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)] as string)
}

export function decodedAs(bytes: Buffer, encoding: Encoding): string {
  if (encoding === 'cp1252') return bytes.toString('latin1')
  if (encoding === 'utf-16-be') return Buffer.from(bytes).swap16().toString('utf16le').slice(1)
  const text = bytes.toString(encoding.startsWith('utf-16') ? 'utf16le' : 'utf8')
  return encoding === 'utf-8-sig' || encoding === 'utf-16-le' ? text.slice(1) : text
}
