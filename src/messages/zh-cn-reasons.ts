import type { Json } from '../report/report.ts'
import { number } from './words.ts'

/** Why a proof was not found, as the prover says it, in simplified Chinese. */
const REASONS: { readonly [english: string]: string } = {
  'a comparison with something that does not exist': '与不存在的值作比较',
  'a condition that does not exist beside a kink': '折点旁有不存在的条件',
  'a condition that is flat to a high order at a kink': '折点处的条件有高阶零点',
  'a derivative at the edge of the domain of a root': '根式定义域边缘处的导数',
  'a derivative of a maximum': '最大值的导数',
  'a difference at a single place could not be certified': '无法确证某一处的差异',
  'a large multiple of an angle': '角的倍数太大',
  'a number could not be told from zero': '无法判定一个数是否为零',
  'a one-sided derivative that could not be worked out': '无法算出单侧导数',
  'a power is too large to multiply out': '幂次太大，无法展开',
  'a power is too large to work out exactly': '幂次太大，无法精确计算',
  'a power of a negative number with a variable exponent': '负数的变指数幂',
  'a sign could not be decided': '无法判定一个符号',
  'a sign is not known': '有一个符号未知',
  'infinity is used as a number': '无穷大被当作数使用',
  'it is not certain that a place exists where only one is defined':
    '无法确定是否存在只有一方有定义之处',
  'it is not certain that a place is only a single one': '无法确定某处只是孤立点',
  'it is not certain that the assumptions leave room': '无法确定假设是否留有余地',
  'no identity and no certified difference': '既没有恒等式，也没有经证实的差异',
  'rounding could not be split into steps': '取整无法分成若干阶梯',
  'what rounds is not decided in one piece': '取整的部分无法整体判定',
  'sines of too many different angles': '不同的角太多',
  'the assumptions leave no room for the variables': '假设没有给变量留下余地',
  'the formulas are too large to decide': '公式太大，无法判定',
  'the formulas are too large to decide within the budget': '公式太大，无法在步数之内判定',
  'the formulas could neither be proved equal nor told apart': '既不能证明公式相等，也不能区分它们',
  'they exist on different domains and also differ at a single place':
    '两者定义域不同，且在孤立点处也不同',
}

/** Reasons that name a part of a formula. */
const PATTERNS: readonly (readonly [english: RegExp, chinese: (part: string) => string])[] = [
  [
    /^they differ at (.+), and whether that counts could not be decided$/s,
    (part) => `两者在 ${part} 处不同，但无法判定这是否算数`,
  ],
  [
    /^whether (.+) stays finite in float64 decides$/s,
    (part) => `取决于 ${part} 在双精度下是否保持有限`,
  ],
  [/^the number (.+) is too large or too small$/s, (part) => `数 ${part} 太大或太小`],
]

/** The reason in Chinese; as it is, where it is not the prover's. */
export function reasonInChinese(why: Json | undefined): string {
  const text = number(why)
  const known = REASONS[text]
  if (known !== undefined) return known
  for (const [english, chinese] of PATTERNS) {
    const part = english.exec(text)?.[1]
    if (part !== undefined) return chinese(part)
  }
  return text
}

const NAMES: { readonly [english: string]: string } = {
  'the alpha of SELU': 'SELU 的 alpha',
  'the scale of SELU': 'SELU 的 scale',
  'the product of the constants of SELU': 'SELU 两个常数的乘积',
}

/** `1.0507 for the scale of SELU, off by 9.8e-7`, one or several. */
export function constantsInChinese(text: Json | undefined): string {
  const one = /^(\S+) for (.+?)(?:, off by (\S+))?$/
  return number(text)
    .split('; ')
    .map((part) => {
      const [, literal, name = '', gap] = one.exec(part) ?? []
      if (literal === undefined) return part
      return `${literal} 代表 ${NAMES[name] ?? name}${gap === undefined ? '' : `，相差 ${gap}`}`
    })
    .join('；')
}
