import { describe, expect, it } from 'vitest'
import { parseReporterOption, parseReporterOptions } from '../../src/cli/parse-reporter-option.ts'
import { UsageError } from '../../src/errors.ts'
import { reporterNames } from '../../src/reporters/index.ts'

describe('parseReporterOption', () => {
  it.each([
    ['json', { name: 'json' }],
    ['json=-', { name: 'json' }],
    ['json=a=b.json', { name: 'json', file: 'a=b.json' }],
    ['json=/dev/stdout', { name: 'json', file: '/dev/stdout' }],
  ])('reads %s', (text, request) => {
    expect(parseReporterOption(text)).toEqual(request)
  })

  it('lists every reporter and the near ones where a name is unknown', () => {
    const error = refusal(() => parseReporterOption('jsno=x'))
    expect(error.message).toBe('There is no reporter called "jsno".')
    expect(error.advice).toMatch(/^Did you mean "json"\?/)
    for (const name of reporterNames) expect(error.advice).toContain(name)
  })

  it('takes nothing that only objects have for a reporter', () => {
    for (const name of ['constructor', '__proto__', 'toString', '']) {
      expect(refusal(() => parseReporterOption(name)).advice).toContain('Reporters: ')
    }
  })

  it('wants a file after the equals sign', () => {
    expect(refusal(() => parseReporterOption('json=')).message).toBe(
      '--reporter json= names no file.',
    )
  })
})

describe('parseReporterOptions', () => {
  it('refuses two reports in one file', () => {
    expect(() => parseReporterOptions(['json=a', 'json=a'])).toThrow(/would both write "a"/)
  })

  it('refuses two spellings of one file', () => {
    expect(() => parseReporterOptions(['json=a', 'html=./a'])).toThrow(/would both write "\.\/a"/)
  })

  it('refuses two reports on one stdout', () => {
    expect(() => parseReporterOptions(['json', 'json'])).toThrow(/all print to stdout/)
  })

  it('takes several with a file each and one without', () => {
    expect(parseReporterOptions(['json=a', 'json', 'json=b'])).toEqual([
      { name: 'json', file: 'a' },
      { name: 'json' },
      { name: 'json', file: 'b' },
    ])
  })
})

function refusal(action: () => unknown): UsageError {
  try {
    action()
  } catch (error) {
    if (error instanceof UsageError) return error
    throw error
  }
  throw new Error('Nothing was refused.')
}
