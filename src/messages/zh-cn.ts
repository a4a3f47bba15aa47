import type { en } from './en.ts'
import { type IdIn, part } from './part.ts'
import { filled } from './phrase-book.ts'
import { call, datum, number, type Values } from './words.ts'

/** The checks' sentences in Simplified Chinese, each of them: a missing one does not compile. */
export const zhCn = part<IdIn<typeof en>>(() => ({
  'points.right': (v) => `全部 ${number(v.tested)} 个点均正确`,
  'points.wrong': (v) => `${call(v)} 应为 ${expected(v)}，而你的结果是 ${number(v.got)}`,
  'points.not-a-number': (v) => `${call(v)} 应为一个数，而你的函数返回了 ${v.got}`,
  'points.threw': (v) => `${call(v)} 应为一个数，而你的函数抛出了 ${v.got}`,
  'points.none': () => '这项检查在所要求的范围内没有点',
  'witness.wrong': (v) =>
    `全部 ${number(v.tested)} 个点均正确，但 ${call(v)} 应为 ${expected(v)}，而你的结果是 ${number(v.got)}`,
  'witness.threw': (v) =>
    `全部 ${number(v.tested)} 个点均正确，但 ${call(v)} 应为一个数，而你的函数抛出了 ${v.got}`,
  'witness.not-a-number': (v) =>
    `全部 ${number(v.tested)} 个点均正确，但 ${call(v)} 应为一个数，而你的函数返回了 ${v.got}`,
  'kink.displaced': (v) =>
    `你的折点在 ${v.variable} = ${number(v.found)}，而不在 ${v.variable} = ${number(v.kink)}：${call(v)} 应为 ${expected(v)}，而你的结果是 ${number(v.got)}`,
  'kink.cancelled': (v) =>
    `你的公式正确，但在折点 ${v.variable} = ${number(v.kink)} 旁，${v.expression} 的有效数字相消：${call(v)} 应为 ${expected(v)}，而你的结果是 ${number(v.got)}`,
  'arithmetic.wrong': (v) =>
    `公式正确，但数值计算有问题：${call(v)} 应为 ${expected(v)}，而你的结果是 ${number(v.got)}`,
  'stability.right': (v) => `全部 ${number(v.tested)} 个极端点均正确`,
  'stability.wrong': (v) =>
    `${call(v)} 应为 ${expected(v)}，而你的结果是 ${number(v.got)}${nearer(v.nearer)}`,
  'stability.after-wrong': (v) => `${v.function} 已有 ${number(v.failed)} 个样本点出错`,
  'consistency.right': (v) => `${v.derivative} 是你的 ${v.function} 的导数`,
  'consistency.both-right': (v) => `${v.function} 与 ${v.derivative} 在容差范围内都正确`,
  'consistency.own': (v) =>
    `${v.derivative} 是你的 ${v.function} 的正确导数；错误在 ${v.function} 里`,
  'consistency.wrong': (v) =>
    `${call(v)} 是 ${number(v.got)}，而你的 ${v.of} 在那里的斜率是 ${number(v.expected)}`,
  'consistency.function-right': (v) =>
    `你的 ${v.function} 是对的，所以这仍是 ${v.derivative} 中的错误`,
  'consistency.derivative-right': (v) =>
    `你的 ${v.derivative} 是对的；它属于正确的 ${v.function}，而不是你写的那个`,
  'consistency.undecided': () => '由你的函数的差分无法判断',
  'identity.unproved': (v) => `全部 ${number(v.tested)} 个点均正确，但未找到证明`,
  'data.right': (v) => `全部 ${number(v.tested)} 组输入均正确`,
  'data.proved': (v) =>
    `全部 ${number(v.tested)} 组输入均正确，并已证明对每个 ${[v.variables]
      .flat()
      .map((one) => number(one))
      .join('、')} 都成立`,
  'data.wrong': (v) =>
    `${call(v)}${v.where ? ` 的 ${v.where}` : ''} 应为 ${datum(v.expected)}，而你的结果是 ${datum(v.got)}`,
  'data.shape': (v) => `${call(v)}${v.where ? ` 的 ${v.where}` : ''}：${v.problem}`,
  'data.not-data': (v) =>
    `${v.function} 应返回普通数据，但${v.where ? `在 ${v.where} 处` : ''}返回了 ${v.found}`,
  'data.fault': (v) => `${call(v)}：${v.message}`,
  'policy.right': () => '写法符合要求',
  'policy.broken': (v) => `${v.message}：${v.because}`,
  'property.wrong': (v) => `${v.text}`,
  'bound.right': (v) =>
    [
      ...(claims(v, v.proved) ? [`已证明对每个 x 都成立：${claims(v, v.proved)}`] : []),
      ...(claims(v, v.sampled)
        ? [`在全部 ${number(v.tested)} 个点都成立，但未找到证明：${claims(v, v.sampled)}`]
        : []),
    ].join('；'),
  'autograd.right': (v) => `全部 ${number(v.tested)} 个张量的值和梯度均正确`,
  'cost.right': (v) => `至多 ${number(v.total)} 次运算`,
  'cost.wrong': (v) =>
    `${v.function} 的${COUNTED[String(v.name)] ?? v.name}有 ${number(v.count)} 次，最多允许 ${number(v.most)} 次`,
  'work.right': (v) => sizes(v),
  'work.wrong': (v) =>
    `规模 ${number(v.size)} 需要 ${number(v.count)} 次循环与调用，最多允许 ${number(v.most)} 次；${sizes(v)}：规模变为 ${number(v.larger)} 倍，次数变为 ${number(v.grown)} 倍，约为规模的 ${number(v.power)} 次方`,
  'work.endless': (v) =>
    `规模 ${number(v.size)} 所需的次数超出可数的范围，最多允许 ${number(v.most)} 次循环与调用：${v.message}`,
  'work.wrong-answer': (v) => `未计数：规模 ${number(v.size)} 的答案是错的，而错的答案可以很省`,
  'submission.fault': (v) => `${v.message}`,
  'submission.unstable': (v) =>
    `${call(v)} 第一次是 ${number(v.got)}，再次调用却是 ${number(v.again)}：函数必须总是给出相同的结果`,
  'submission.nothing-judged': () => '没有任何检查得出结论，因此不算通过：所要求的检查全部被跳过',
  'program.wrong': (v) =>
    `执行 \`${v.before}\` 之后，${v.line} 应为 ${v.expected}，但你的结果是 ${v.got}`,
  'program.fault': (v) =>
    v.before === ''
      ? `\`${v.line}\`：${v.message}`
      : `在 \`${v.before}\` 之后执行 \`${v.line}\`：${v.message}`,
  'program.unstable': (v) =>
    `${v.text} 第一次是 ${v.got}，同样的步骤再做一遍却是 ${v.again}：每次新建的对象都必须重新开始`,
  'submission.remembers': (v) =>
    `前一次调用仅 ${v.changed} 不同，${v.function} 就给出了不同的结果：它在调用之间保留了内容，而结果只能取决于自己的参数`,
  'submission.remembers-object': (v) =>
    `${v.changed} 与前一次调用是同一个对象、只是内容变了时，${v.function} 给出了不同的结果：它在调用之间保留了内容，而结果只能取决于参数中的内容`,
  'submission.right-alone': (v) =>
    `${call(v)} 首先调用时正确，在其他调用之后却错误：${v.function} 在调用之间保留了内容，而结果只能取决于自己的参数`,
  'submission.needs-other': (v) =>
    `只有先调用 ${v.other}，${v.function} 才正确：这里每个函数都单独调用，因此 ${v.function} 必须只靠自己的参数算出一切`,
  'submission.missing-export': (v) =>
    `文件没有导出名为 ${v.function} 的函数${v.near ? `（但有 ${v.near}）` : ''}`,
  dependency: (v) => filled('未评判：需要 {1}', [String(v.on)]),
  'exercise.fault': (v) => `错在练习本身，不在你；这项检查不计分：${v.message}`,
  'machine.fault': (v) => `检查程序出了故障，不是你的错：${v.message}`,
}))

function sizes(v: Values): string {
  const counts = (v.counts ?? []) as readonly (readonly [size: number, count: number])[]
  return counts.map(([size, count]) => `规模 ${number(size)} 为 ${number(count)} 次`).join('，')
}

function expected(v: Values): string {
  if (v.low === undefined) return number(v.expected)
  const range = v.low === v.high ? number(v.low) : `${number(v.low)} 与 ${number(v.high)} 之间`
  return v.orNaN ? `${range}，或 NaN` : range
}

/** 离 0 更近处测得的情况；没有说明的报告中则不提。 */
function nearer(count: Values[string] | undefined): string {
  return typeof count === 'number' && count > 0 ? `；试过的 |x| 更小的 ${count} 个点均正确` : ''
}

const COUNTED: { readonly [name: string]: string } = {
  additions: '加减法',
  multiplications: '乘法',
  divisions: '除法',
  comparisons: '比较',
  functions: '函数调用',
  total: '运算总共',
}

function claims(v: Values, names: Values[string] | undefined): string {
  const words: Record<string, string> = {
    near: `与 ${v.of} 的误差不超过 ${number(v.limit)}`,
    odd: '奇函数',
    rising: '从不下降',
  }
  return (names as readonly string[]).map((name) => words[name]).join('、')
}
