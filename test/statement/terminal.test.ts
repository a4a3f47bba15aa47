import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Chalk } from 'chalk'
import fc from 'fast-check'
import { globSync } from 'tinyglobby'
import { describe, expect, it } from 'vitest'
import { displayWidth } from '../../src/messages/display-width.ts'
import { packageRoot } from '../../src/package-root.ts'
import { statementText } from '../../src/statement/terminal.ts'

const plain = new Chalk({ level: 0 })
const shown = (markdown: string, columns = 80, chalk = plain) =>
  statementText(markdown, { columns, chalk })

/** Every character with ink, in order: where lines end depends on the width. */
const ink = (text: string) => text.replace(/[\s─│•`]|\/\//g, '')

/** What a statement is written in but does not say: its marks, and addresses within the pack. */
function said(markdown: string): string {
  return ink(
    markdown
      .replace(/^\|[\s|:-]+\|$/gm, '')
      .replace(/^```.*$/gm, '')
      .replace(/^(#+|>|-) /gm, '')
      .replace(/(?<!\[)\[([^\][]+)\]\(\.[^)]+\)/g, '$1')
      .replace(/^\|.*\|$/gm, (row) => row.replaceAll('|', '')),
  ).replace(/\*\*(?=[a-z])(\w+)\*\*/g, '$1')
}

const files = globSync(['exercises/*/README*.md', 'packs/*/exercises/*/README*.md'], {
  cwd: packageRoot(),
}).sort()

describe.each([40, 60, 80, 120])('a statement at %i columns', (columns) => {
  it.each(files)('of %s fits, has no marks left and has lost no word', (file) => {
    const markdown = readFileSync(join(packageRoot(), file), 'utf8')
    const text = shown(markdown, columns)
    expect(text.split('\n').filter((line) => displayWidth(line) > columns)).toEqual([])
    const words = text.replace(/^ {4}.*$/gm, '')
    expect(words).not.toMatch(/^\s*(#{1,6} |```|\|.*\|$|>\s)|\$|\\[a-z]|`|\]\(/im)
    expect(ink(text)).toBe(said(markdown))
  })
})

describe('a statement in a terminal', () => {
  it('keeps words whole where a line is long enough for them', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,30}$/), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(words, fc.integer({ min: 40, max: 120 }), (list, columns) => {
        expect(shown(list.join(' '), columns).trim().split(/\s+/)).toEqual(list)
      }),
      { seed: 7 },
    )
  })

  it('never goes beyond its width, whatever the Markdown', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '# ',
        '- ',
        '1. ',
        '> ',
        '    ',
        '\n',
        '\n\n',
        '`',
        '**',
        '|',
        '\n|---|---|\n',
      ),
      fc.constantFrom(
        '中文句子，',
        '👩‍👩‍👧‍👦',
        '$\\frac{a}{b}$',
        '$$\n',
        '[a](https://example.org/',
        ') ',
      ),
      fc.string({ unit: 'grapheme', maxLength: 60 }),
    )
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 25 }),
        fc.integer({ min: 40, max: 120 }),
        (parts, columns) => {
          for (const line of shown(parts.join(''), columns).split('\n')) {
            expect(displayWidth(line)).toBeLessThanOrEqual(columns)
          }
        },
      ),
      { seed: 7, numRuns: 300 },
    )
  })

  it('says the same in colours', () => {
    const markdown = readFileSync(
      join(packageRoot(), 'exercises/ex16-deep-pieces/README.md'),
      'utf8',
    )
    const painted = shown(markdown, 60, new Chalk({ level: 1 }))
    expect(painted).toContain('\u001b[')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control sequences.
    expect(painted.replace(/\u001b\[[0-9;]*m/g, '')).toBe(shown(markdown, 60))
  })

  it.each([
    ['# A `b` *c*', 'A b c\n─────\n'],
    ['a **b** _c_ `d` &amp; \\*e\\*', '  a b c d & *e*\n'],
    ['[here](https://example.org) [there](../x.md)', '  here (https://example.org) there\n'],
    ['<https://example.org>', '  https://example.org\n'],
    ['- a\n- b\n  - c', '  • a\n  • b\n    • c\n'],
    ['2. a\n3. b', '  2. a\n  3. b\n'],
    ['> a\n> b', '  │ a b\n'],
    ['    code *x*', '    code *x*\n'],
    ['中文的\n一行', '  中文的一行\n'],
    ['It is $\\alpha x$ for $x \\le 0$.', '  It is α x for x ≤ 0.\n'],
    [
      '$$\n\\begin{cases} 1 & x > 0 \\\\ 0 & x < 0 \\end{cases}\n$$',
      '    ⎧ 1  x > 0\n    ⎩ 0  x < 0\n',
    ],
  ])('of %j', (markdown, text) => {
    expect(shown(markdown)).toBe(text)
  })

  it('sets a table in columns, and wraps the widest', () => {
    const table = '| check | points |\n| --- | --- |\n| one two three four five six seven | 3 |\n'
    expect(shown(table)).toBe(
      [
        '  check                              points',
        '  ─────────────────────────────────  ──────',
        '  one two three four five six seven  3',
        '',
      ].join('\n'),
    )
    expect(shown(table, 40)).toBe(
      [
        '  check                           points',
        '  ──────────────────────────────  ──────',
        '  one two three four five six',
        '  seven                           3',
        '',
      ].join('\n'),
    )
  })

  it('obeys nothing that moves the cursor', () => {
    expect(shown('a\u001b[2Jb')).toBe('  a␛[2Jb\n')
  })
})
