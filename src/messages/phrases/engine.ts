import type { Phrases } from '../phrase-book.ts'

/**
 * What the engine itself says of a program that it runs, by its English words: these stay, since one
 * looks for them, and what they mean stands behind. What is not here is said in English alone.
 */
const MEANINGS: Phrases = {
  "ReferenceError: '{1}' is not defined": '没有定义 {1}',
  'ReferenceError: {1} is not initialized': '{1} 此时还没有值',
  'TypeError: not a function': '这里调用的不是函数',
  'TypeError: not a constructor': '这里用 new 调用的不是类',
  "TypeError: cannot read property '{1}' of undefined": '无法从 undefined 中读取 {1}',
  "TypeError: cannot read property '{1}' of null": '无法从 null 中读取 {1}',
  'TypeError: cannot read property of undefined': '无法从 undefined 中读取属性',
  'TypeError: cannot read property of null': '无法从 null 中读取属性',
  "TypeError: cannot set property '{1}' of undefined": '无法给 undefined 的 {1} 赋值',
  "TypeError: cannot set property '{1}' of null": '无法给 null 的 {1} 赋值',
  "TypeError: '{1}' is read-only": '{1} 不能改变',
  'TypeError: no setter for property': '这个属性不能赋值',
  'TypeError: object is not extensible': '不能给这个对象添加属性',
  'TypeError: value is not iterable': '这个值不能逐个遍历',
  "TypeError: class constructors must be invoked with 'new'": '类必须用 new 调用',
  'TypeError: cannot convert bigint to number': 'bigint 不能当作数使用',
  'TypeError: cannot convert symbol to number': 'symbol 不能当作数使用',
  'TypeError: cannot convert to object': '这里需要一个对象',
  'TypeError: empty array': '数组是空的，reduce 没有初始值',
  "TypeError: invalid 'in' operand": 'in 的右边不是对象',
  "TypeError: invalid 'instanceof' right operand": 'instanceof 的右边不是类',
  'RangeError: invalid array length': '数组的长度无效',
  'RangeError: invalid repeat count': 'repeat 的次数无效',
  'RangeError: invalid number of digits': '位数无效',
  'RangeError: cannot convert to BigInt: not an integer': '只有整数能变成 bigint',
  'SyntaxError: expecting property name': 'JSON 中缺少属性名',
  'SyntaxError: Unexpected end of JSON input': 'JSON 没有写完',
}

export const engine: Phrases = Object.fromEntries(
  Object.entries(MEANINGS).map(([english, chinese]) => [english, `${english}（${chinese}）`]),
)
