import { type DefaultTreeAdapterMap, parseFragment } from 'parse5'
import { describe, expect, it } from 'vitest'
import { printMathml } from '../../src/formula/print-mathml.ts'
import { parseFormula } from '../../src/source/parse-formula.ts'

type Node = DefaultTreeAdapterMap['node']

/** As somebody reads it out: children of fractions, powers and roots in brackets of their own. */
function read(node: Node): string {
  const children = 'childNodes' in node ? node.childNodes.map(read) : []
  switch (node.nodeName) {
    case '#text':
      return 'value' in node ? node.value : ''
    case 'mfrac':
      return `[${children[0]} / ${children[1]}]`
    case 'msup':
      return `${children[0]}^[${children[1]}]`
    case 'msqrt':
      return `√[${children.join('')}]`
    case 'mroot':
      return `root${children[1]}[${children[0]}]`
    case 'mtr':
      return `${children.join(' ')};`
    default:
      return children.join('')
  }
}

const readOut = (formula: string) => {
  const { childNodes } = parseFragment(printMathml(parseFormula(formula)))
  expect(childNodes.map(({ nodeName }) => nodeName)).toEqual(['math'])
  return read(childNodes[0] as Node)
}

describe('a formula in MathML', () => {
  it.each([
    ['1 - tanh(x) ** 2', '1−tanh(x)^[2]'],
    ['(1 - x) ** 2', '(1−x)^[2]'],
    ['1 - (x - alpha)', '1−(x−α)'],
    ['-(x * 2)', '−x·2'],
    ['(-x) * 2', '−x·2'],
    ['2 * (x + 1)', '2·(x+1)'],
    ['x / (1 + exp(-x))', '[x / 1+e^[−x]]'],
    ['(x / 2) ** 2', '([x / 2])^[2]'],
    ['exp(x) ** 2', '(e^[x])^[2]'],
    ['sqrt(abs(x)) + cbrt(2)', '√[|x|]+root3[2]'],
    ['log(1e-7)', 'ln(1·10^[-7])'],
    ['max(0, x, sigmoid(x))', 'max(0,x,σ(x))'],
    ['x < 0 ? 0 : x', '{0 if x<0;x otherwise;'],
    ['x >= 0 && x !== 1 ? 1 : NaN', '{1 if (x≥0∧x≠1);undefined otherwise;'],
    ['floor(x) + ceil(x)', '⌊x⌋+⌈x⌉'],
  ])('%s', (formula, words) => {
    expect(readOut(formula)).toBe(words)
  })
})
