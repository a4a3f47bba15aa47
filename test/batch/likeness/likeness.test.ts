import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { likeGroups } from '../../../src/gradebook/like-groups.ts'
import { packageRoot } from '../../../src/package-root.ts'
import { fingerprintsOf } from '../../../src/source/likeness/fingerprints.ts'
import { winnow } from '../../../src/source/likeness/winnow.ts'
import { DISGUISES, ORIGINAL, shortAnswer } from './disguises.ts'

const codesOf = (texts: readonly string[]) =>
  texts.map((text, index) => ({ index, fingerprints: fingerprintsOf(text) }))

/** Numbers that are the same in every run. */
function drawn(seed: number) {
  let state = seed
  return (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const draw = drawn(7)
const independent = Array.from({ length: 1000 }, () => shortAnswer(draw))

describe('likeness', () => {
  it.each(Object.entries(DISGUISES))('sees through %s', (_, text) => {
    expect(text).not.toBe(ORIGINAL)
    expect(likeGroups(codesOf([ORIGINAL, text]))).toMatchObject([{ members: [0, 1] }])
  })

  it('finds all who share one program, in a class and by themselves', () => {
    const copies = [ORIGINAL, ...Object.values(DISGUISES)]
    const places = copies.map((_, index) => index)
    expect(likeGroups(codesOf(copies))).toMatchObject([{ members: places }])
    expect(likeGroups(codesOf([...copies, ...independent]))).toMatchObject([{ members: places }])
  })

  it('accuses none of a thousand who answered shortly, each alone', () => {
    expect(new Set(independent).size).toBeGreaterThan(50)
    expect(likeGroups(codesOf(independent))).toEqual([])
    expect(likeGroups(codesOf(independent.slice(0, 20)))).toEqual([])
  })

  it('puts what is rarest and longest first', () => {
    const of = (folder: string) =>
      readFileSync(join(packageRoot(), 'solutions', folder, 'solution.ts'), 'utf8')
    const long = of('ex06-bottleneck')
    const groups = likeGroups(codesOf([ORIGINAL, long, ORIGINAL, long]))
    expect(groups.map(({ members }) => members)).toEqual([
      [1, 3],
      [0, 2],
    ])
  })

  it('reads a helper where it is called, and not once more by itself', () => {
    const { formula } = fc.letrec<{ formula: string }>((tie) => ({
      formula: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom('x', '1', '2'),
        fc
          .tuple(tie('formula'), fc.constantFrom('+', '*', '-', '/'), tie('formula'))
          .map(([one, sign, other]) => `(${one} ${sign} ${other})`),
        tie('formula').map((one) => `Math.exp(${one})`),
      ),
    }))
    fc.assert(
      fc.property(formula, (body) => {
        const written = `export const f = (x: number) => Math.log(${body})\n`
        const helped = `const help = (x: number) => ${body}\nexport const f = (x: number) => Math.log(help(x))\n`
        expect(fingerprintsOf(helped)).toEqual(fingerprintsOf(written))
      }),
      { seed: 17 },
    )
  })

  it('takes any text, however deep or broken', () => {
    for (const unit of ['/*', '((((', 'f(', 'a.', '-', 'x => ', 'if (a) ', '\ud800']) {
      expect(Array.isArray(fingerprintsOf(unit.repeat(3000)))).toBe(true)
    }
    const doubled = Array.from({ length: 40 }, (_, at) => `const v${at + 1} = v${at} + v${at}`)
    const body = `export const f = (v0) => { ${doubled.join('; ')}; return v40 }`
    expect(fingerprintsOf(body).length).toBeGreaterThan(0)
  })
})

describe('winnowing', () => {
  it('keeps a fingerprint of whatever eight tokens two texts share', () => {
    const token = fc.constantFrom('a', 'b', 'c', 'd', 'e')
    const tokens = fc.array(token, { maxLength: 12 })
    const shared = fc.array(token, { minLength: 8, maxLength: 12 })
    fc.assert(
      fc.property(tokens, tokens, shared, (one, other, common) => {
        const kept = new Set(winnow([...one, ...common]))
        expect(winnow([...common, ...other]).some((it) => kept.has(it))).toBe(true)
      }),
      { seed: 7, numRuns: 500 },
    )
  })
})
