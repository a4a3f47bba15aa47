import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SpecError } from '../../src/errors.ts'
import { parseExercise } from '../../src/pack/parse-exercise.ts'
import { packageRoot } from '../../src/package-root.ts'

const folder = join(packageRoot(), 'exercises')
const specs = readdirSync(folder).map((name) =>
  readFileSync(join(folder, name, 'exercise.yaml'), 'utf8'),
)

/** Words and signs that mean something to YAML, to the schema or to the formula language. */
const TOKENS = [
  ...[
    '\n',
    '  ',
    '- ',
    ': ',
    '{',
    '}',
    '[',
    ']',
    '"',
    "'",
    '#',
    '&a',
    '*a',
    '<<',
    '|',
    '>-',
    '!!js',
    '%',
  ],
  ...[
    'null',
    'true',
    '.nan',
    '-.inf',
    '1e999',
    '0x1F',
    '-0',
    'kind',
    'points',
    'formula',
    'x',
    'alpha',
  ],
  ...['D(', 'tanh(', '**', '?', '=>', '\u0000', '\u202e', '\ud800', '__proto__', 'constructor'],
]

interface Edit {
  readonly at: number
  readonly cut: number
  readonly insert: string
}

const edits = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    cut: fc.nat(30),
    insert: fc.array(fc.constantFrom(...TOKENS), { maxLength: 4 }).map((words) => words.join('')),
  }),
  { minLength: 1, maxLength: 6 },
)

function edited(text: string, changes: readonly Edit[]): string {
  return changes.reduce((current, { at, cut, insert }) => {
    const place = Math.floor(at * current.length)
    return current.slice(0, place) + insert + current.slice(place + cut)
  }, text)
}

/** An exercise, or defects with a place: anything else is a crash. */
function outcome(text: string): 'exercise' | 'defects' {
  try {
    parseExercise(text, 'exercise.yaml', { folder: 'ex01-x' })
    return 'exercise'
  } catch (error) {
    if (!(error instanceof SpecError)) throw error
    expect(error.problems.length).toBeGreaterThan(0)
    for (const { file, message } of error.problems) {
      expect(file).toBe('exercise.yaml')
      expect(message).not.toBe('')
    }
    return 'defects'
  }
}

describe('a spec that somebody broke', () => {
  it('is an exercise or a list of defects, whatever was changed in it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...specs), edits, (text, changes) => {
        outcome(edited(text, changes))
      }),
      { seed: 7, numRuns: 400 },
    )
  })

  it('is a list of defects where it is no spec at all', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...TOKENS), { maxLength: 40 }), (words) => {
        expect(outcome(words.join(''))).toBe('defects')
      }),
      { seed: 7, numRuns: 300 },
    )
  })
})
