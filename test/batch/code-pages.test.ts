import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseRoster } from '../../src/batch/people/roster.ts'
import { summaryText } from '../../src/batch/summary.ts'
import { CODE_PAGES } from '../../src/batch/table/codec.ts'
import { tableBytes } from '../../src/batch/table/table.ts'
import { runOf } from './out/run-of.ts'

/** 张伟 and 李娜, as the code pages of mainland China, Taiwan, Japan and Korea write them. */
const WRITTEN = {
  gbk: ['d5c5ceb0', 'c0eec4c8', '张伟', '李娜'],
  big5: ['b169b0b6', 'a7f5ae52', '張偉', '李娜'],
  shift_jis: ['92a388cc', '979b9b50', '張偉', '李娜'],
  'euc-kr': ['b1e8b9ce', 'c0ccc1f6', '김민', '이지'],
  'windows-1251': ['c8e2e0ed', 'cef5eee0', 'Иван', 'Охоа'],
} as const

const sheetOf = (...names: readonly Buffer[]) =>
  Buffer.concat([
    Buffer.from('Name,Email,HW1\r\n'),
    ...names.flatMap((name, at) => [name, Buffer.from(`,s${at}@x.org,\r\n`)]),
  ])
const namesOf = (bytes: Buffer, page?: (typeof CODE_PAGES)[number]) =>
  parseRoster(bytes, 'sheet.csv', page).people.map(({ name }) => name)
const hex = (text: string) => Buffer.from(text, 'hex')
const chinese = sheetOf(hex(WRITTEN.gbk[0]), hex(WRITTEN.gbk[1]))

describe('a table that is no Unicode', () => {
  it.each(Object.entries(WRITTEN))('is read in %s where that is named', (page, written) => {
    const [one, other, ...names] = written
    const bytes = sheetOf(hex(one), hex(other))
    const { table, people } = parseRoster(bytes, 'sheet.csv', page as 'gbk')
    expect(people.map(({ name }) => name)).toEqual(names)
    expect(table.codec.guessed).toBe(false)
    expect(tableBytes(table, new Map())).toEqual(bytes)
  })

  it('keeps its bytes where a cell is filled in', () => {
    const { table, people } = parseRoster(chinese, 'sheet.csv')
    const filled = new Map(people.map(({ rows }) => [rows[0] as never, new Map([[2, '9.5']])]))
    const text = tableBytes(table, filled).toString('latin1')
    expect(text).toBe(chinese.toString('latin1').replaceAll('x.org,', 'x.org,9.5'))
  })

  it('is taken for Chinese by its bytes, also with signs beyond the common ones', () => {
    expect(namesOf(chinese)).toEqual(['张伟', '李娜'])
    // 喆 lies beyond GB 2312, 昇 ends in a letter's byte, and ë takes four bytes, two of them digits.
    const rare = sheetOf(...['cdf586b4', 'c0ee954e', '5a6f81308a35', 'c1f5d1f3'].map(hex))
    expect(namesOf(rare)).toEqual(['王喆', '李昇', 'Zoë', '刘洋'])
  })

  it('is taken for Latin where accented letters stand in words', () => {
    const letters = fc.constantFrom(...'éèêëüöäßñçåøÀÉÖÜ')
    const word = fc
      .tuple(fc.constantFrom('M', 'Br', 'J'), letters, fc.constantFrom('ller', 'n', 'rg', ''))
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 20 }), (names) => {
        const bytes = sheetOf(...names.map((name) => Buffer.from(name, 'latin1')))
        expect(namesOf(bytes)).toEqual(names)
      }),
      { seed: 7 },
    )
  })

  it('is Chinese for any names of common characters', () => {
    const level = fc.tuple(
      fc.integer({ min: 0xb0, max: 0xd6 }),
      fc.integer({ min: 0xa1, max: 0xfe }),
    )
    const name = fc.array(level, { minLength: 2, maxLength: 3 }).map((pairs) => pairs.flat())
    fc.assert(
      fc.property(fc.array(name, { minLength: 2, maxLength: 20 }), (names) => {
        const { table } = parseRoster(sheetOf(...names.map((one) => Buffer.from(one))), 'a.csv')
        // A few names may happen to be UTF-8 as well: then nothing is guessed.
        expect(table.codec.guessed ? table.codec.name : 'gbk').toBe('gbk')
      }),
      { seed: 7 },
    )
  })

  it.each(CODE_PAGES)('stays Unicode where %s is named and Unicode is written', (page) => {
    expect(namesOf(sheetOf(Buffer.from('张伟')), page)).toEqual(['张伟'])
    expect(namesOf(Buffer.from('\ufeffName,Email\r\n张伟,a@x.org\r\n', 'utf16le'), page)).toEqual([
      '张伟',
    ])
  })

  it('says what it was taken for, and how to say otherwise', () => {
    const run = { ...runOf([], { sheet: chinese, columns: ['ex1=HW1'] }), seconds: 1 }
    expect(summaryText(run)).toContain(
      'sheet.csv is no Unicode, and was read as gbk: it says "张伟"; if that is wrong, name its code page by --encoding',
    )
    expect(summaryText(run, 'zh-CN')).toContain('sheet.csv 不是 Unicode，已按 gbk 读取')
    const plain = runOf([], { sheet: 'Name,HW1\n张伟,\n', columns: ['ex1=HW1'] })
    expect(summaryText({ ...plain, seconds: 1 })).not.toContain('Unicode')
  })

  it('tells the code page where no heading is known in it', () => {
    const headings = Buffer.concat([hex('a96da657'), Buffer.from(',HW1\r\nx,\r\n')])
    expect(() => parseRoster(headings, 'sheet.csv')).toThrow(
      expect.objectContaining({
        advice: expect.stringMatching(/read as [\w-]+: --encoding names another code page/),
      }),
    )
    expect(namesOf(headings, 'big5')).toEqual(['x'])
  })
})
