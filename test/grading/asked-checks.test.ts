import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { UsageError } from '../../src/errors.ts'
import { askedChecks, askedExercises, isJudgedAt } from '../../src/grading/asked-checks.ts'
import { askedOptions } from '../../src/grading/asked-options.ts'
import { builtInPack, findExercise } from '../../src/pack/pack.ts'

const pack = builtInPack()
const all = pack.entries.map((entry) => pack.load(entry))
const exercise = (name: string) => pack.load(findExercise(pack, name))

function idsOf(name: string, only?: string[], at?: string[]): string[] {
  const options = askedOptions({ only, at }, (option) => option)
  return askedChecks(exercise(name), options).map(({ id }) => id)
}

/** The refusal, with its advice. */
function refusal(name: string, only?: string[], at?: string[]): string {
  try {
    idsOf(name, only, at)
  } catch (error) {
    if (error instanceof UsageError) return `${error.message}\n${error.advice}`
    throw error
  }
  throw new Error('nothing was refused')
}

describe('askedChecks', () => {
  it('finds checks by their function and by their id', () => {
    expect(idsOf('ex1', ['tanh'])).toEqual(['tanh-value', 'tanh-stability', 'tanh-proof'])
    expect(idsOf('ex1', ['dtanh-proof', 'tanh-value'])).toEqual(['tanh-value', 'dtanh-proof'])
    expect(idsOf('ex1')).toEqual(exercise('ex1').checks.map(({ id }) => id))
  })

  it.each([
    ['dtahn', 'Did you mean "dtanh"'],
    ['DTANH', 'Did you mean "dtanh"'],
    ['dtan', 'Did you mean "dtanh"'],
    ['dtanh/derivative', '"dtanh-derivative"'],
    ['nothing of the kind', 'it has tanh, dtanh'],
    ['__proto__', 'it has tanh, dtanh'],
    ['value', 'it has tanh, dtanh'],
  ])('refuses %s with the near name', (name, near) => {
    expect(refusal('ex1', [name])).toMatch(/^ex1 has no function or check called "/)
    expect(refusal('ex1', ['tanh', name])).toContain(near)
  })

  it('never gives an empty list, whatever it is asked', () => {
    const names = all.flatMap(({ checks }) =>
      checks.flatMap(({ id, function: name }) => [id, ...(name ? [name] : [])]),
    )
    const only = fc.array(fc.oneof(fc.constantFrom(...names), fc.string()), { minLength: 1 })
    const point = fc.tuple(fc.double({ noNaN: true }), fc.constantFrom('', ',alpha=1', ',beta=2'))
    const at = fc.array(point.map(([x, rest]) => `${x}${rest}`))
    fc.assert(
      fc.property(fc.constantFrom(...all), only, at, (one, wanted, points) => {
        try {
          const written = { only: wanted, ...(points.length > 0 && { at: points }) }
          const options = askedOptions(written, (option) => option)
          const checks = askedChecks(one, options)
          expect(checks.length).toBeGreaterThan(0)
          for (const name of wanted) {
            expect(one.checks.some((check) => [check.id, check.function].includes(name))).toBe(true)
          }
          for (const { variable } of options.at) {
            expect(checks.some((check) => isJudgedAt(one, check, variable))).toBe(true)
          }
        } catch (error) {
          if (!(error instanceof UsageError)) throw error
        }
      }),
      { seed: 7, numRuns: 2000 },
    )
  })

  it('asks at single points what judges single points, and nothing that speaks of all', () => {
    expect(idsOf('ex1', undefined, ['0.5'])).toEqual(['tanh-value', 'dtanh-derivative'])
    expect(idsOf('ex1', ['tanh'], ['1000'])).toEqual(['tanh-stability'])
    expect(idsOf('ex1', ['tanh'], ['0.5', '-1e38'])).toEqual(['tanh-value', 'tanh-stability'])
    expect(idsOf('ex2', ['prelu'], ['x=1,alpha=2'])).toEqual(['prelu-value'])
  })

  it.each([
    ['ex1', ['0,beta=1'], 'takes "beta" beside its variable\nit takes no parameter'],
    ['ex2', ['0,alhpa=1'], 'Did you mean "alpha"?'],
    ['ex2', ['0,toString=1'], 'it takes alpha'],
    ['ex2', ['alpha=1'], 'the variable comes first: 1,alpha=1'],
    ['ex2', ['y=1'], 'the point begins with y, but the variable is x'],
    ['ex3', ['100'], 'the domain of ex3 is [-20, 20]'],
    ['ex3', ['1', '100'], 'nothing is judged at x = 100'],
  ])('refuses a point of %s that nobody would look at: %j', (name, at, says) => {
    expect(refusal(name, undefined, at)).toContain(says)
  })

  it.each(['ex4', 'ex6', 'ex7', 'ex8', 'ex9', 'ex10', 'ex14', 'ex15'])(
    'refuses points for %s, which has no check of single points',
    (name) => {
      expect(refusal(name, undefined, ['1'])).toContain(
        'only functions of numbers are judged at one',
      )
    },
  )
})

describe('askedExercises', () => {
  it('narrows to those of which anything is asked', () => {
    const ids = (only: string[]) => askedExercises(all, { only, at: [] }).map(({ id }) => id)
    expect(ids(['dmish'])).toEqual(['mish'])
    expect(ids(['dsoftplus', 'dmish']).toSorted()).toEqual(['mish', 'softplus'])
    expect(ids([])).toHaveLength(all.length)
    expect(() => ids(['dmish', 'dmis'])).toThrow('none of the exercises has a function or check')
  })
})
