import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { type Phrases, phraseBook } from '../../src/messages/phrase-book.ts'
import { batch } from '../../src/messages/phrases/batch.ts'
import { phrases } from '../../src/messages/phrases/index.ts'
import { packageRoot } from '../../src/package-root.ts'

const folder = join(packageRoot(), 'src/messages/phrases')
const files = readdirSync(folder).filter((name) => name !== 'index.ts')
const rooms: readonly Phrases[] = await Promise.all(
  files.map(async (file) => {
    const module = (await import(join(folder, file))) as Readonly<Record<string, Phrases>>
    return Object.assign({}, ...Object.values(module))
  }),
)

it('has every file of phrases', () => {
  expect(new Set(phrases)).toEqual(new Set(rooms))
})

/** Of two, the one that was loaded last would win, and nobody would see the other. */
it('says each sentence in one place', () => {
  const all = rooms.flatMap((room) => Object.keys(room))
  expect(all.filter((english, index) => all.indexOf(english) < index)).toEqual([])
})

it('says both of a state and its reason, whatever letter the state begins with', () => {
  const say = phraseBook(() => phrases)
  const whole = Object.keys(batch).filter((one) => /^[A-Z][a-z]+ [^{}:;.]*[a-z]$/.test(one))
  expect(whole).toContain('Something was handed in that gives no grade yet')
  for (const first of whole) {
    for (const [joint, sign] of [
      [': ', '：'],
      ['; ', '；'],
    ]) {
      const said = say(`${first}${joint}work.zip: an archive without files.`)
      expect(said).toBe(`${say(first)}${sign}work.zip：一个没有文件的压缩包。`)
    }
  }
})
