import type { Phrases } from '../phrase-book.ts'

export const reference: Phrases = {
  'the formula of {1} gives {2} at {3}, but the derivative of': '{1} 的公式在 {3} 处给出 {2}，但',
  '{1} in {2} is {3} there': '{2} 对 {1} 的导数在那里是 {3}',
  'correct one of the two formulas, or remove the formula of {1}':
    '请更正两个公式之一，或去掉 {1} 的公式',
  'tanh to sigmoid': 'tanh 换成 sigmoid',
  'sigmoid to tanh': 'sigmoid 换成 tanh',
  'the pieces of a network { w1, b1, W2, b2, w3, b3 } with two hidden layers of ReLUs':
    '有两个 ReLU 隐藏层的网络 { w1, b1, W2, b2, w3, b3 } 的各段',
  'the pieces of a network { w1, b1, w2, b2 } of pReLUs, for any alpha':
    'pReLU 网络 { w1, b1, w2, b2 } 对任意 alpha 的各段',
  'the first of two piecewise linear functions minus the second, in pieces':
    '两个分段线性函数中第一个减去第二个所得的各段',
  'points from low to high whose connecting line is within 0.01 of the curve':
    '从 low 到 high 的点，其连线与曲线相差不超过 0.01',
  'points [x, y] are expected, in an array': '应为数组，其中是点 [x, y]',
  '{1} points are given, where {2} at most are allowed': '给出了 {1} 个点，最多允许 {2} 个',
  'there is no point': '没有点',
  'the line should reach from {1} to {2}, and it reaches from {3} to {4}':
    '折线应从 {1} 到 {2}，而它从 {3} 到 {4}',
  'the point at {1} comes after the one at {2}': '{1} 处的点排在 {2} 处的点之后',
  'at {1} the point is at {2}, and {3} is {4}': '在 {1} 处，点的纵坐标为 {2}，而 {3} 为 {4}',
  'between the points at {1} and {2} the line is at {3} where x is {4}, and {5} is {6}':
    '在 {1} 与 {2} 处的点之间，折线在 x 为 {4} 时为 {3}，而 {5} 为 {6}',
  'the breakpoints, slopes and intercepts of a network { w1, b1, w2, b2 } of ReLUs':
    'ReLU 网络 { w1, b1, w2, b2 } 的断点、斜率和截距',
  'the sum of two piecewise linear functions, in pieces': '两个分段线性函数之和的各段',
  'the first piece should reach to minus infinity, and begins at {1}':
    '第一段应延伸到负无穷，却从 {1} 开始',
  'the last piece should reach to infinity, and ends at {1}': '最后一段应延伸到无穷，却在 {1} 结束',
  'a piece ends at {1}, and the next one begins at {2}': '一段在 {1} 结束，下一段却从 {2} 开始',
  'an object { breakpoints, slopes, intercepts } of three arrays is expected':
    '应为对象 { breakpoints, slopes, intercepts }，其中是三个数组',
  'a breakpoint is no finite number: [{1}]': '有断点不是有限的数：[{1}]',
  'the list breakpoints has length {1}, so slopes and intercepts should have length {2}, one for each piece: theirs are {3} and {4}':
    '列表 breakpoints 的长度为 {1}，所以 slopes 和 intercepts 的长度应为 {2}，每段一个：它们却是 {3} 和 {4}',
  'a slope or an intercept is no finite number': '有斜率或截距不是有限的数',
  'the breakpoint {1} is there twice': '断点 {1} 写了两次',
  'the breakpoint {1} comes after {2}': '断点 {1} 排在 {2} 之后',
  'the pieces do not meet at {1}: {2} on the left, {3} on the right':
    '各段在 {1} 处不相接：左边为 {2}，右边为 {3}',
  'at {1} the function is {2}, but the pieces give {3}': '在 {1} 处函数为 {2}，而各段给出 {3}',
  'a direction of the input, not zero, that the layer W1 with fewer units does not see':
    '输入的一个非零方向，单元较少的层 W1 看不到它',
  'the direction should be an array of finite numbers': '方向应为由有限的数组成的数组',
  'the direction should have one number for each input, {1} in all, and has {2}':
    '方向应为每个输入给出一个数，共 {1} 个，却有 {2} 个',
  'the zero vector is no direction: it changes no input': '零向量不是方向：它不改变任何输入',
  'W1 sees this direction: multiplied with W1 it gives [{1}], not zero':
    'W1 能看到这个方向：与 W1 相乘得到 [{1}]，而不是零',
  'two minibatches that share an example whose standardized output differs':
    '两个小批量，它们有一个共同的样本，其标准化后的输出不同',
  'two minibatches are expected: an array of two matrices of finite numbers':
    '应为两个小批量：由两个有限数矩阵组成的数组',
  'the two minibatches share no example: no row is in both':
    '两个小批量没有共同的样本：没有同时属于两者的行',
  'the shared example has the same output in both minibatches':
    '共同的样本在两个小批量中的输出相同',
  '{1} is {2}, and must be a finite number': '{1} 为 {2}，而它必须是有限的数',
  'the answer': '答案',
  'there is no reference "{1}"': '没有参考实现“{1}”',
  'is no reference: write defineReference({ … })': '不是参考实现：请写 defineReference({ … })',
  'has no inputs: (random, trial) => its arguments': '没有 inputs: (random, trial) => 它的参数',
  'should have corners that are lists of arguments': 'corners 应为由参数列表组成的列表',
  'should have from 0 to {1} trials, not {2}': '应有 0 到 {1} 个测试用例，而不是 {2}',
  'has neither corners nor trials': '既没有 corners，也没有 trials',
  'has neither compute nor exact': '既没有 compute，也没有 exact',
  '{1} is declared as its own derivative': '{1} 声明为自己的导数',
  '{1} has neither a formula nor a derivative to be compared with':
    '{1} 既没有公式，也没有可以比较的导数',
  'there is no function {1}': '没有函数 {1}',
  'the formula of {1} has no value at any of {2} points on [{3}]':
    '{1} 的公式在 [{3}] 上的 {2} 个点都没有值',
  'correct the formula, or the domain': '请改正公式或定义域',
}
