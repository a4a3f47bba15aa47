import { expect, test } from 'vitest'
import { changedPairs } from '../../src/sandbox/changed-calls.ts'

const after = (calls: Parameters<typeof changedPairs>[0]) =>
  changedPairs(calls).map(({ after: changed }) => changed)

test('of several arguments each is changed alone, into another call’s', () => {
  expect(
    after([
      [1, 'a'],
      [2, 'b'],
    ]).slice(0, 2),
  ).toEqual([
    [2, 'a'],
    [1, 'b'],
  ])
})

test('of an object each property is', () => {
  expect(after([[{ w: [1, 2], b: 3 }], [{ w: [4, 5], b: 6 }]]).slice(0, 2)).toEqual([
    [{ w: [4, 5], b: 3 }],
    [{ w: [1, 2], b: 6 }],
  ])
})

test('of a list the last number is another one, and two numbers are exchanged', () => {
  expect(
    after([
      [
        [
          [1, 2],
          [3, 4],
        ],
      ],
    ]),
  ).toEqual([
    [
      [
        [1, 2],
        [3, 1],
      ],
    ],
    [
      [
        [4, 2],
        [3, 1],
      ],
    ],
  ])
})
