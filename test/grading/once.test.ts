import { expect, test } from 'vitest'
import { once } from '../../src/grading/once.ts'

test('a function is asked once for each name', () => {
  const asked: string[] = []
  const length = once((name) => {
    asked.push(name)
    return { length: name.length }
  })
  const first = length('one')
  expect(length('three').length).toBe(5)
  expect(length('one')).toBe(first)
  expect(asked).toEqual(['one', 'three'])
})

test('also where its promise is broken: everybody gets the same refusal', async () => {
  let asked = 0
  const refused = once(async () => {
    asked++
    throw new Error('no')
  })
  await expect(refused('a')).rejects.toThrow('no')
  await expect(refused('a')).rejects.toThrow('no')
  expect(asked).toBe(1)
})
