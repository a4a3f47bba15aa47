import type { Phrases } from '../phrase-book.ts'

export const checks: Phrases = {
  '{1} should return a tensor made by tf, but it returned {2}':
    '{1} 应返回由 tf 生成的张量，但返回了 {2}',
  'a single number': '一个数',
  '{1} should return as many elements as x has: expected {2}, got {3}':
    '{1} 返回的元素个数应与 x 相同：应为 {2}，实际为 {3}',
  'TensorFlow.js cannot differentiate the result of {1} in {2}: {3}':
    'TensorFlow.js 无法对 {1} 的结果求 {2} 的导数：{3}',
  'the {1} at x = {2} (element {3}) with {4} = {5} should be {6}, but yours is {7}':
    '{1}在 x = {2}（元素 {3}）、{4} = {5} 处应为 {6}，而你的结果是 {7}',
  'the parameter': '参数',
  'too many branches': '分支太多',
  '{1}, as it is {2} at {3}': '{1}，因为它在 {3} 处为 {2}',
  'it is not odd: it is {1} at 0, and an odd function is 0 there':
    '它不是奇函数：它在 0 处为 {1}，而奇函数在 0 处为 0',
  'it is not odd: it is {1} at {2}, but {3} at {4}':
    '它不是奇函数：它在 {2} 处为 {1}，在 {4} 处却为 {3}',
  'it falls: it is {1} at {2}, but only {3} at {4}':
    '它会下降：它在 {2} 处为 {1}，在 {4} 处却只有 {3}',
  '{1} at least, as it is at {2}': '至少为 {1}，例如在 {2} 处',
  ': that is {1} off, and {2} is allowed': '：相差 {1}，而允许 {2}',
  'that is {1} off, and {2} is allowed': '相差 {1}，而允许 {2}',
  'it is {1} at {2}, where {3} is {4}{5}': '它在 {2} 处为 {1}，而 {3} 在那里为 {4}{5}',
  'within {1} of {2}': '与 {2} 相差不超过 {1}',
  'largest error at the samples': '样本点上的最大误差',
  '{1} should leave its argument {2} unchanged, but {3} is another one after the call: write into a copy of it':
    '{1} 不应改变它的参数 {2}，但调用之后 {3} 已经不同：请写入它的副本',
  'called with {1}': '以 {1} 调用',
  'expected {1}, got {2}': '应为 {1}，实际为 {2}',
  'a {1} matrix': '{1} 矩阵',
  '{1} number': '{1} 个数',
  '{1} numbers': '{1} 个数',
  '{1} element': '{1} 个元素',
  '{1} elements': '{1} 个元素',
  'expected a number, got {1}': '应为一个数，实际为 {1}',
  'expected an object { {1} }, got {2}': '应为对象 { {1} }，实际为 {2}',
  '{1} is missing (it has nothing)': '缺少 {1}（其中什么也没有）',
  '{1} is missing (it has {2})': '缺少 {1}（已有 {2}）',
  'ragged: row {1} has length {2}, row 0 has length {3}':
    '参差不齐：第 {1} 行的长度为 {2}，第 0 行的长度为 {3}',
  'an array of {1}': '元素为 {1} 的数组',
  'an object': '一个对象',
  'an array': '一个数组',
  'a function': '一个函数',
  'a Promise': '一个 Promise',
  'the check {1} is about a derivative, and {2} is not declared as one':
    '检查 {1} 针对导数，而 {2} 没有声明为导数',
  'what it is when nothing was called before: {1}': '先前没有任何调用时的结果：{1}',
  'what it was the first time: {1}': '第一次的结果：{1}',
  'TensorFlow.js computes in float32 and leaves float64 there by more than its rounding explains; float64 decided':
    'TensorFlow.js 用 float32 计算，在那里与 float64 的偏差超出舍入所能解释的范围；以 float64 为准',
  'the check {1} judges what runs, and no other check of it runs {2}':
    '检查 {1} 评判的是运行过程，而没有别的检查运行 {2}',
  'missing (or null)': '缺少（或为 null）',
  'every point': '每个点',
  'expected a finite number, got {1}': '应为有限的数，实际为 {1}',
  'the network from {1} is another function: for the input {2} it gives {3}, the original {4}':
    '由 {1} 得到的网络是另一个函数：输入为 {2} 时它给出 {3}，原来的网络给出 {4}',
  'the same outputs with {1} as with {2} before': '用 {1} 得到与先前用 {2} 时相同的输出',
  'not followed': '未能追踪',
  'only one exists': '只有一个存在',
  '{1} to be exported': '{1} 已导出',
  '{1} to finish': '{1} 能够结束',
  '{1} to give one answer to one question': '{1} 对同一个问题总是给出同一个答案',
  'turns at size {1}': '规模 {1} 的循环次数',
  'holds says {1} for {2}({3}), and reference.ts {4}':
    'holds 对 {2}({3}) 给出 {1}，而 reference.ts 给出 {4}',
  '{1} function or check called "{2}"': '{1}名为“{2}”的函数或检查',
  '{1} has no': '{1} 没有',
  'none of the exercises has a': '没有一道练习有',
  'mlp-check list shows the functions of each': 'mlp-check list 会列出每道练习的函数',
  'nothing of {1} that is asked for is judged at single points':
    '所要求的 {1} 的检查中，没有在单个点上评判的',
  'leave the point out: only functions of numbers are judged at one':
    '请不要写点：只有数的函数才在单个点上评判',
  'the point begins with {1}, but the variable is {2}': '所写的点以 {1} 开头，但变量是 {2}',
  'the variable comes first: 1,{1}={2}': '变量写在最前：1,{1}={2}',
  'no function of {1} that is asked for takes "{2}" beside its variable':
    '所要求的 {1} 的函数中，没有除变量外还接受“{2}”的',
  'it takes no parameter': '它没有参数',
  'it takes {1}': '它接受 {1}',
  'nothing is judged at {1} = {2} by {3}': '{3} 在 {1} = {2} 处不评判任何内容',
  'the domain of {1} is [{2}]': '{1} 的定义域是 [{2}]',
  'it looks at points far out, such as 25 or 1e4': '它只看远处的点，例如 25 或 1e4',
  '{1} takes a whole number from {2} to {3}, not {4}': '{1} 需要 {2} 到 {3} 的整数，而不是 {4}',
  '{1} is true or false, not {2}': '{1} 应为 true 或 false，而不是 {2}',
  '{1} takes a list, not {2}': '{1} 需要列表，而不是 {2}',
  '{1} is an empty list': '{1} 是空列表',
  'leave it out to ask for everything': '不写它就是全部',
  '{1} takes the name of a function or of a check, not {2}': '{1} 需要函数或检查的名称，而不是 {2}',
  '{1} takes a point such as -0.5 or -0.5,alpha=1.5, not {2}':
    '{1} 需要点，例如 -0.5 或 -0.5,alpha=1.5，而不是 {2}',
  'the variable comes first; parameters follow by name, each once':
    '变量写在最前；其后按名称写参数，每个只写一次',
  'something was judged': '已有评判',
  'a file that can be judged': '一个可以评判的文件',
  'the check "{1}" to pass': '检查“{1}”通过',
  '{1} to give an answer': '{1} 给出结果',
  'be exported': '已导出',
  'give one answer to one question': '对同一个问题总是给出同一个答案',
  'write: export function {1}{2}': '请写：export function {1}{2}',
  'the check {1} gives points, and finds nothing to judge on [{2}]':
    '检查 {1} 给分，但在 [{2}] 上没有任何可评判的内容',
  'leave the check out, or change the formula or the domain so that there is something':
    '请去掉这项检查，或更改公式或定义域，使其有内容可评判',
}
