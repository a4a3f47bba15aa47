import { describe, expect, it } from 'vitest'
import { localeOf, type MessageId } from '../../src/messages/catalogue.ts'
import { render, say, speaker } from '../../src/messages/render.ts'
import { catalogues } from '../catalogues.ts'

describe('the catalogue', () => {
  it('has every sentence in Chinese as well', () => {
    const missing = Object.keys(catalogues.en).filter((id) => !catalogues['zh-CN'][id as MessageId])
    expect(missing).toEqual([])
  })

  it('says numbers in full in every language', () => {
    const values = { function: 'f', inputs: { x: 0.1 }, expected: 0.30000000000000004, got: 1e-7 }
    for (const locale of ['en', 'zh-CN'] as const) {
      const text = render(say('points.wrong', values), locale)
      expect(text).toContain('0.30000000000000004')
      expect(text).toContain('1e-7')
    }
  })

  it('says the id where a message is of another version', () => {
    expect(render({ id: 'new.sentence', values: {} })).toBe('new.sentence')
  })

  it('speaks one language', () => {
    expect(speaker('zh-CN')('plot.kink')).toBe('折点')
  })
})

describe('the language', () => {
  it.each([
    ['zh_CN.UTF-8', 'zh-CN'],
    ['zh-Hans', 'zh-CN'],
    ['zh', 'zh-CN'],
    ['zh_TW.UTF-8', 'en'],
    ['de_DE.UTF-8', 'en'],
    ['C', 'en'],
    ['', 'en'],
  ])('of %s is %s', (wish, locale) => {
    expect(localeOf(wish)).toBe(locale)
  })

  it('is the first wish that says anything', () => {
    expect(localeOf(undefined, '', 'zh_CN', 'en_GB')).toBe('zh-CN')
  })
})
