import { expect, it } from 'vitest'
import { chinese } from '../../src/messages/chinese.ts'
import { withKind } from '../../src/messages/render.ts'

/** What is said in Chinese of a message that came out of a program. */
const told = (text: string) => withKind(text, chinese.translate)

it.each([
  ["ReferenceError: 'alpha' is not defined", '没有定义 alpha'],
  ['TypeError: not a function', '这里调用的不是函数'],
  ["TypeError: cannot read property 'map' of undefined", '无法从 undefined 中读取 map'],
  ["TypeError: 'y' is read-only", 'y 不能改变'],
  ['SyntaxError: expecting property name', 'JSON 中缺少属性名'],
])('%s keeps its words, and its meaning stands behind', (english, meaning) => {
  expect(told(english)).toBe(`${english}（${meaning}）`)
  expect(chinese.translate(`f(1): ${english}`)).toContain(meaning)
})

it.each(['Error: x too large!', 'TypeError: mine', 'tanh', "'x' is not defined"])(
  'leaves what a submission says itself as it is: %s',
  (text) => {
    expect(told(text)).toBe(text)
  },
)

it.each([
  'Expected property name or } in JSON at position 1',
  'Unexpected token b, "bad" is not valid JSON',
])('says whose words the rest are: %s', (words) => {
  const text = chinese.translate(`mlp-check.json is not valid JSON: ${words}`)
  expect(text).toBe(`mlp-check.json 不是有效的 JSON，Node 的原话是：${words}`)
})
