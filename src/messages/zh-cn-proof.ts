import type { Json } from '../report/report.ts'
import type { enProof } from './en-proof.ts'
import { type IdIn, part } from './part.ts'
import { number, type Values } from './words.ts'
import { constantsInChinese, reasonInChinese } from './zh-cn-reasons.ts'

/** The same in simplified Chinese. */
export const zhCnProof = part<IdIn<typeof enProof>>(() => ({
  'proof.equal': (v) =>
    `已证明对每一个 ${joined(v.variables, '、')}${isEmpty(v.assume) ? ' ' : given(v)}都成立${read(v)}`,
  'proof.equal-on-domain': (v) =>
    `已证明在 ${conditions(v.within)}${isEmpty(v.assume) ? ' ' : given(v)}时成立${finite(v)}${outside(v)}${read(v)}`,
  'proof.equal-up-to-rounding': (v) =>
    `已证明除舍入误差外成立${within(v)}${given(v)}${because(v)}${read(v)}`,
  'proof.equal-within-tolerance': (v) =>
    `已证明在容差之内成立${within(v)}${given(v)}${because(v)}${read(v)}`,
  'proof.null-set': (v) => `已证明，除了在 ${conditions(v.where)} 处${within(v)}`,
  'proof.domain': (v) => `已在两者都有定义之处证明（${conditions(v.where)}）${within(v)}`,
  'proof.different': (v) => `在 ${conditions(v.where)} 处被否定`,
  'proof.not-seen': (v) =>
    `与参考公式不同（在 ${conditions(v.where)} 处不同），但相差不超过舍入（结果的舍入，或常数只写七位数字）所能解释的程度`,
  'proof.unknown': (v) => `未能判定：${reasonInChinese(v.why)}`,
  'proof.refused': (v) => `未能追踪：${v.why}`,
  'proof.no-reference': () => '练习没有给出它的公式',
  'proof.float32': () => '数值被舍入为 float32',
  'prove.equal': () => '处处相等',
  'prove.equal-on-domain': (v) => `在 ${conditions(v.within)} 时相等${finite(v)}${outside(v)}`,
  'prove.equal-up-to-rounding': (v) =>
    `在容差 ${number(v.tolerance)} 之内相等${within(v)}${because(v)}`,
  'prove.null-set': (v) => `除了在 ${conditions(v.where)} 处，都相等${within(v)}`,
  'prove.domain': (v) =>
    `在两者都存在之处相等；在 ${conditions(v.where)} 处只有一个存在${within(v)}`,
  'prove.different': (v) => (v.where ? `在 ${conditions(v.where)} 处不同` : '不同'),
  'prove.unknown': (v) => `未能判定：${reasonInChinese(v.why)}`,
  'prove.refused': (v) => `未能追踪：${v.why}`,
  'prove.assuming': (v) => `假设 ${joined(v.conditions, ' 且 ')}`,
  'prove.left': (v) => `左边${between(v)}`,
  'prove.right': (v) => `右边${between(v)}`,
  'prove.at': (v) => `在 ${v.where} 处`,
  'prove.within': (v) => conditions(v.within),
  'prove.verdict.equal': () => '相等',
  'prove.verdict.equal-on-domain': () => '在定义域上相等',
  'prove.verdict.equal-up-to-rounding': () => '除舍入外相等',
  'prove.verdict.null-set': () => '除孤立点外相等',
  'prove.verdict.domain': () => '在两者都存在之处相等',
  'prove.verdict.different': () => '不同',
  'prove.verdict.unknown': () => '未能判定',
  'prove.verdict.refused': () => '未能追踪',
  'prove.no-cases': () => '没有分情形：双精度数指出了位置，区间加以证实',
  'prove.detail': (v) => {
    const why = reasonInChinese(v.why)
    return /\p{Script=Han}/u.test(why) ? conditions(why) : why
  },
  'prove.everywhere': () => '处处',
  'prove.cell': (v) => `${v.place}：${v.found}${v.why ? `（${v.why}）` : ''}`,
  'prove.cell.equal': () => '相等',
  'prove.cell.within the tolerance': () => '在容差之内',
  'prove.cell.both undefined': () => '两者都无定义',
  'prove.cell.differ': () => '不同',
  'prove.cell.only one exists': () => '只有一个存在',
  'prove.cell.empty': () => '空集',
  'prove.cell.undecided': () => '未判定',
}))

/** Conditions are joined in English where they are found. */
function conditions(text: Json | undefined): string {
  return number(text).replaceAll(' and ', ' 且 ').replaceAll(' or ', ' 或 ')
}

function given(v: Values): string {
  return isEmpty(v.assume) ? '' : `（${joined(v.assume, '，')}）`
}

function within(v: Values): string {
  return v.within ? `（${conditions(v.within)}）` : ''
}

function finite(v: Values): string {
  return isEmpty(v.finite) ? '' : `，其中 ${joined(v.finite, '、')} 保持有限`
}

function outside(v: Values): string {
  return v.outside ? `；在此之外两者不同，例如在 ${v.outside} 处` : ''
}

function because(v: Values): string {
  return v.because ? `（${constantsInChinese(v.because)}）` : ''
}

function read(v: Values): string {
  return isEmpty(v.read)
    ? ''
    : `，其中 ${(v.read as readonly Json[]).map(constantsInChinese).join('、')}`
}

function between({ low, high }: Values): string {
  return low === high ? `是 ${low}` : `在 ${low} 与 ${high} 之间`
}

function joined(values: Values[string] | undefined, by: string): string {
  return (Array.isArray(values) ? values : [values]).map(number).join(by)
}

function isEmpty(values: Values[string] | undefined): boolean {
  return !Array.isArray(values) || values.length === 0
}
