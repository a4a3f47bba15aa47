import { expect, it } from 'vitest'
import { chinese } from '../../src/messages/chinese.ts'
import { parseReport } from '../../src/report/schema.ts'
import { configSchema, parseConfig } from '../../src/workspace/config.ts'

it('describes every setting in Chinese', () => {
  const { properties } = JSON.parse(configSchema()) as {
    properties: { [key: string]: { description: string } }
  }
  for (const { description } of Object.values(properties)) {
    expect(chinese.translate(description)).toMatch(/\p{Script=Han}/u)
  }
})

it.each([
  () => parseConfig('{ "answers": 5 }', 'mlp-check.json'),
  () => parseConfig('{ "language": true }', 'mlp-check.json'),
  () => parseReport('{}', 'r.json'),
  () => parseReport('{ "schema": "x", "seed": "1" }', 'r.json'),
])('says what does not fit in Chinese: %s', (read) => {
  expect.hasAssertions()
  try {
    read()
  } catch (error) {
    const { message, advice } = error as { message: string; advice: string }
    for (const line of [message, ...advice.split('\n')]) {
      expect(chinese.translate(line.trim())).toMatch(/\p{Script=Han}/u)
    }
  }
})
