import fc from 'fast-check'
import { expect, it } from 'vitest'
import { enclosedIn, enclosedInText } from '../../src/source/enclosed.ts'
import { parseTypeScript } from '../../src/source/parse-typescript.ts'
import { asNode } from '../../src/source/syntax-tree.ts'

const expression = fc.letrec<{ any: string }>((tie) => ({
  any: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom('x', '12', 'x + 1'),
    tie('any').map((inner) => `(${inner})`),
    fc.array(tie('any'), { minLength: 1, maxLength: 3 }).map((inner) => `[${inner.join(', ')}]`),
    tie('any').map((inner) => `({a: ${inner}})`),
  ),
})).any

/** Character by character: by how many brackets each is enclosed, they themselves included. */
function counted(text: string): number {
  let open = 0
  let sum = 0
  for (const letter of text) {
    if ('([{'.includes(letter)) open++
    sum += open
    if (')]}'.includes(letter)) open--
  }
  return sum
}

it('counts each character as often as brackets enclose it', () => {
  fc.assert(
    fc.property(expression, (text) => {
      const { characters } = enclosedIn(asNode(parseTypeScript(text).program), Infinity)
      expect(characters).toBe(counted(text))
      const pairs = text.replace(/[^()[\]{}]/g, '').length / 2
      expect(enclosedInText(text)).toBe(counted(text) - pairs)
    }),
    { seed: 7 },
  )
})

it('tells the bracket with which it is too much', () => {
  const program = asNode(parseTypeScript('f([1], [2, 3], [4])').program)
  expect(enclosedIn(program, 8)).toEqual({ characters: 12, tooMuchAt: 7 })
  expect(enclosedIn(program, 12)).toEqual({ characters: 12, tooMuchAt: undefined })
})
