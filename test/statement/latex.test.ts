import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { printLatex } from '../../src/formula/print-latex.ts'
import { parseFormula } from '../../src/source/parse-formula.ts'
import { latexLine, latexLines } from '../../src/statement/latex.ts'

describe('a formula in one line', () => {
  it.each([
    [String.raw`\frac{1 - e^{-2x}}{1 + \exp(-2x)}`, '(1 - e⁻²ˣ)/(1 + exp(-2x))'],
    [String.raw`\frac{1}{2}x`, '(1/2)x'],
    [String.raw`\frac{\partial y}{\partial x_i}`, '∂y/∂xᵢ'],
    [String.raw`\max(0,x)+\alpha\min(0,x)`, 'max(0,x)+α min(0,x)'],
    [String.raw`2\sin\theta`, '2 sin θ'],
    [String.raw`\mathbf{X}\in\mathbb{R}^{n\times d}`, 'X ∈ ℝⁿˣᵈ'],
    [String.raw`\hat{y}_j=\mathrm{softmax}(\mathbf{o})_j`, 'ŷⱼ = softmax(o)ⱼ'],
    [String.raw`\sqrt{1+x^2}, \sqrt[3]{x}`, '√(1+x²), ³√x'],
    [String.raw`\sum_{k=1}^{n} w_k`, '∑ₖ₌₁ⁿ wₖ'],
    ['x_{i,j}^{(1)}', 'x_(i,j)⁽¹⁾'],
    [String.raw`\left\{ a \right\}, \left. b \right|`, '{ a }, b |'],
    [
      String.raw`f(x)=\begin{cases}x&\text{if }x>0\\0&\text{else}\end{cases}`,
      'f(x) = { x if x>0; 0 else',
    ],
    [String.raw`\operatorname{pReLU}(x)`, 'pReLU(x)'],
    ["f'(x) \\to \\infty", 'f′(x) → ∞'],
  ])('%s', (source, line) => {
    expect(latexLine(source)).toBe(line)
  })

  it.each([String.raw`\binom{n}{k}`, String.raw`\unheardof{a}`])('%s stays', (source) => {
    expect(latexLine(source)).toBe(source)
  })

  it.each(['{x', 'x}', '\\frac{1}', 'x^', '\\begin{cases} 1', '1 \\end{cases}'])(
    'what is broken stays as it is written: %s',
    (source) => {
      expect(latexLine(source)).toBe(source)
    },
  )

  it('is made of any text, and of every letter of it', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '\\frac ',
      '^',
      '_',
      '\\\\',
      '&',
      'x',
      ' ',
      '\\begin{cases}',
      '\\end{cases}',
      '\\left ',
      '\\sqrt ',
      '[',
      ']',
      '\\text{a}',
      '\\foo ',
      '\\hat ',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (parts) => {
        const source = parts.join('')
        const count = (text: string) =>
          text.replace(/\\(?:[a-z]+|.)/gs, '').replace(/[^xˣₓ]/g, '').length
        expect(count(latexLine(source).replaceAll('cases', ''))).toBe(
          count(source.replaceAll('cases', '')),
        )
        latexLines(source, 40)
      }),
      { seed: 7, numRuns: 2000 },
    )
  })
})

describe('a formula by itself', () => {
  it('has a line for each row', () => {
    const source = String.raw`f = \begin{cases} x & \text{if } x > 0 \\ \alpha x & \text{otherwise} \end{cases}`
    expect(latexLines(source, 40)).toEqual(['f = ⎧ x    if x > 0', '    ⎩ α x  otherwise'])
    expect(latexLines(String.raw`\begin{bmatrix}1&2\\3&4\\5&60\end{bmatrix} x`, 40)).toEqual([
      '⎡ 1  2  ⎤',
      '⎢ 3  4  ⎥ x',
      '⎣ 5  60 ⎦',
    ])
    expect(latexLines(String.raw`a &= b \\ &= c`, 40)).toEqual(['a = b', '  = c'])
  })

  it('is one line where it would be too wide', () => {
    expect(latexLines(String.raw`\begin{cases} aaaaaaaa & b \\ c & d \end{cases}`, 10)).toEqual([
      '{ aaaaaaaa',
      'b; c d',
    ])
  })
})

/** Our own formulas as LaTeX, read again: the two must know the same commands. */
describe('a formula that was printed as LaTeX', () => {
  it.each([
    'x > 0 ? x : alpha * x',
    'tanh(x) + 1',
    '2 * sigmoid(2 * x) - exp(-x) / (1 + exp(-x)) ** 2',
    'sqrt(x) * log(x) + pi - e',
    'max(0, x) + alpha * min(0, x)',
    'abs(x) + asin(x) + log1p(x) + erf(x) + softplus(x)',
    'D(tanh(x), x)',
  ])('%s has no command left', (formula) => {
    const latex = printLatex(parseFormula(formula))
    expect(latexLine(latex)).not.toContain('\\')
  })
})
