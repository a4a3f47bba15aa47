import type { enObserved } from './en-observed.ts'
import { type IdIn, part } from './part.ts'
import type { Values } from './words.ts'

const HOSTS: Readonly<Record<string, string>> = {
  page: '网页',
  node: ' Node',
  both: '网页和 Node',
  'test-runner': '测试运行器',
}

/** What a submission's source says of a failure, in Chinese. */
export const zhCnObserved = part<IdIn<typeof enObserved>>(() => ({
  'observed.marked-as-code': () => '三个反引号是 Markdown 的标记，不是代码',
  'observed.marked-as-code.do': () => '请只提交标记之间的内容。',
  'observed.class-for-function': (v) =>
    `这里的 ${code(v.function)} 是一个类，但调用它时把它当作函数：${code(`${v.function}(${v.given})`)}，没有 \`new\``,
  'observed.class-for-function.do': (v) =>
    `请给这个类换个名字，并导出一个函数 ${code(`${v.function}(${v.given})`)}，由它返回 \`new\` 出来的对象。`,
  'observed.used-too-early': (v) => `${code(v.found)} 在这里使用时，给它赋值的那一行还没有执行`,
  'observed.used-too-early.do': () => '请把那一行移到这一行之前。',
  'observed.constant-changed': (v) =>
    `${code(v.found)} 是用 \`const\` 声明的：它的值不能改变，而这里又给它赋了新值`,
  'observed.constant-changed.do': () => '请用 `let` 声明它。',
  'observed.argument-not-taken': (v) =>
    `${code(v.found)} 是 ${code(v.call)} 的参数，但它在这里所处的函数没有这个参数`,
  'observed.argument-not-taken.do': (v) => `请把它写进函数名后面的圆括号里，如 ${code(v.call)}。`,
  'observed.nothing-written': () => '这个文件里没有程序',
  'observed.nothing-written.do': () => '请把你的答案写进去，并保存。',
  'observed.not-exported': (v) => `${code(v.function)} 在这里定义了，但没有导出`,
  'observed.not-exported.do': () => '请在它前面写上 `export`。',
  'observed.defined-inside': (v) => `${code(v.function)} 定义在${inside(v)}的内部，外面无法调用它`,
  'observed.defined-inside.do': () =>
    '请把它移到外面，并在前面写上 `export`。上面是否少了一个 `}`？',
  'observed.other-name': (v) => `这里的函数叫 ${code(v.found)}，而练习要求的是 ${code(v.function)}`,
  'observed.other-name.do': (v) => `请把它命名为 ${code(v.function)} 并导出。`,
  'observed.async-function': (v) =>
    `${code(v.function)} 带有 ${code(v.word)}：它返回的是 ${v.gives}，而不是函数值`,
  'observed.async-function.do': (v) =>
    v.word === 'async' ? '请删去 `async` 和所有的 `await`。' : '请删去 `*`，并用 `return` 返回值。',
  'observed.return-alone': () => '`return` 独占一行：它不返回任何值，下一行永远不会执行',
  'observed.return-alone.do': () => '请把值写在 `return` 的同一行。',
  'observed.no-return': (v) => `${code(v.function)} 没有 \`return\`：它不返回任何值`,
  'observed.no-return.do': () => '请在值的前面写上 `return`。',
  'observed.helper-no-return': (v) =>
    `这里用到的 ${code(v.function)} 没有 \`return\`：它不返回任何值`,
  'observed.helper-no-return.do': () => '请在值的前面写上 `return`。',
  'observed.return-on-some-paths': (v) =>
    `当所有条件都不成立时，${code(v.function)} 没有 \`return\` 就结束了`,
  'observed.return-on-some-paths.do': () => '请在最后一个条件之后为剩下的情形写上 `return`。',
  'observed.returns-undefined': (v) => `${code(v.function)} 返回的是 \`undefined\`，它不是数`,
  'observed.returns-undefined.do': () => '请返回一个数；`NaN` 表示这里没有数。',
  'observed.throws-always': (v) => `${code(v.function)} 从不返回任何值：它以 ${code(v.found)} 结束`,
  'observed.throws-always.do': () => '请把它换成 `return` 和要返回的值。',
  'observed.loop-beyond-end': (v) =>
    `这个循环一直走到 ${code(v.end)}，比 ${code(v.list)} 的最后一个元素多走了一步`,
  'observed.loop-beyond-end.do': (v) => `请写 ${code(`${v.variable} < ${v.list}.length`)}。`,
  'observed.loop-from-one': (v) => `这个循环从 1 开始，漏掉了 ${code(v.element)}`,
  'observed.loop-from-one.do': () => '第一个元素的下标是 0。',
  'observed.loop-ends-early': (v) => `这个循环在 ${code(v.element)} 之前就结束了，漏掉了它`,
  'observed.loop-ends-early.do': (v) =>
    `${code(`${v.variable} < ${v.list}.length`)} 才会走到最后一个元素。`,
  'observed.fixed-steps': (v) => `无论 ${code(v.given)} 离 0 多远，这个循环都只走 ${v.steps} 步`,
  'observed.fixed-steps.do': () =>
    '离 0 很远时这些步数不够。函数在那里趋向什么？不用循环，直接返回它。',
  'observed.class-without-new': (v) => `${code(v.name)} 是一个类，这里调用它时没有写 \`new\``,
  'observed.class-without-new.do': (v) => `请写 ${code(`new ${v.name}(…)`)}。`,
  'observed.property-is-a-copy': (v) =>
    `属性 ${code(v.property)} 是创建对象时的一份副本：后来改变的是变量 ${code(v.variable)}`,
  'observed.property-is-a-copy.do': (v) =>
    `请直接改变这个属性，或者用取值函数读取变量：${code(`get ${v.property}() { return ${v.variable} }`)}。`,
  'observed.parameters-in-other-order': (v) =>
    `参数的顺序不同：写的是 (${v.found})，调用时给的是 (${v.instead})`,
  'observed.parameters-in-other-order.do': (v) => `请写成 ${code(`${v.function}(${v.instead})`)}。`,
  'observed.parameter-never-given': (v) => `参数 ${code(v.found)} 从来得不到值：它是 undefined`,
  'observed.parameter-never-given.do': (v) =>
    `函数是这样调用的：${code(`${v.function}(${v.instead})`)}。`,
  'observed.shadowed-name': (v) =>
    v.found === 'Math'
      ? '这个 `Math` 遮住了 TypeScript 自带的 `Math`'
      : `${code(v.found)} 在这里又声明了一次：在这对花括号里它是另一个变量，外面的那个不会改变`,
  'observed.shadowed-name.do': (v) =>
    v.found === 'Math'
      ? '请换一个名字。'
      : '如果想改变外面的变量，请去掉 `let` 或 `const`；否则请换一个名字。',
  'observed.parameters-unused': (v) => `${code(v.function)} 没有用到任何参数`,
  'observed.parameters-unused.do': () => '它的值难道不随输入变化吗？',
  'observed.parameter-unused': (v) => `${code(v.function)} 中从未用到 ${code(v.found)}`,
  'observed.parameter-unused.do': (v) => `结果难道不随 ${code(v.found)} 变化吗？`,
  'observed.operator-on-tensor': (v) =>
    `${code(v.operator)} 只能用于数，而 ${code(v.tensor)} 是张量`,
  'observed.operator-on-tensor.do': (v) => `请写 ${code(v.instead)}。`,
  'observed.math-on-tensor': (v) => `${code(v.found)} 只能用于数，而 ${code(v.tensor)} 是张量`,
  'observed.math-on-tensor.do': (v) => `请写 ${code(v.instead)}。`,
  'observed.array-method-on-tensor': (v) =>
    `${code(v.found)} 属于数组，而 ${code(v.tensor)} 是张量`,
  'observed.array-method-on-tensor.do': () =>
    '`tf` 的函数一次作用于所有元素：`tf.maximum(a, b)`、`tf.mul(a, b)`。',
  'observed.unknown-member': (v) => `JavaScript 中没有 ${code(v.found)}`,
  'observed.unknown-member.do': (v) =>
    v.instead === '' ? '请用 `Math` 已有的函数把它算出来。' : `请写 ${code(v.instead)}。`,
  'observed.other-language': (v) => `${code(v.found)} 是 ${v.language} 的写法，TypeScript 中没有它`,
  'observed.other-language.do': (v) => `TypeScript 中写作：${code(v.instead)}。`,
  'observed.missing-math': (v) =>
    `单独的 ${code(v.found)} 没有意义：在 TypeScript 中它属于 \`Math\``,
  'observed.missing-math.do': (v) => `请写 ${code(v.instead)}。`,
  'observed.host-name': (v) =>
    v.host === 'clock'
      ? `没有 ${code(v.found)}：这里的程序没有时钟`
      : `${code(v.found)} 属于${HOSTS[String(v.host)]}：这里的程序只有语言本身`,
  'observed.host-name.do': (v) =>
    v.host === 'test-runner'
      ? '请把测试放在单独的文件中，由它导入这个文件。'
      : '请只用参数来计算，并用 `return` 返回结果。要打印，可用 `console.log`。',
  'observed.name-out-of-reach': (v) => `${code(v.found)} 是在某个函数里面声明的，在它外面不可用`,
  'observed.name-out-of-reach.do': () =>
    '请把它作为参数传给需要它的函数，或在两处都能看到的地方声明它。',
  'observed.unknown-name': (v) => `这里没有叫 ${code(v.found)} 的东西`,
  'observed.unknown-name.do': (v) =>
    v.near === '' ? '请声明它，或改正它的名字。' : `您是不是想写 ${code(v.near)}？`,
  'observed.xor-for-power': () => '`^` 在 TypeScript 中不是乘方，而是两个整数按位“异或”',
  'observed.xor-for-power.do': () => '乘方用两个星号书写：`x ** 2`。它先于乘、除和正负号计算。',
  'observed.comparison-chain': (v) =>
    `这里把 ${code(v.first)} 的结果（真或假）与 ${code(v.second)} 作比较`,
  'observed.comparison-chain.do': (v) => `请写 ${code(v.instead)}。`,
  'observed.assignment-for-comparison': (v) =>
    `这里的 \`=\` 不是比较：它把 ${code(v.right)} 赋给 ${code(v.left)}`,
  'observed.assignment-for-comparison.do': (v) => `请写 ${code(`${v.left} === ${v.right}`)}。`,
  'observed.decimal-comma': (v) => `${code(v.found)} 是两个数，其中第一个没有任何作用`,
  'observed.decimal-comma.do': (v) => `请写 ${code(v.instead)}。`,
  'observed.not-called': (v) => `${code(v.found)} 是函数而不是数：这里没有调用它`,
  'observed.not-called.do': (v) => `请写 ${code(`${v.found}(…)`)}。`,
  'observed.text-for-number': (v) => `${code(v.found)} 给出的是文本而不是数`,
  'observed.text-for-number.do': () => '请直接返回数本身：不需要舍入。',
  'observed.never-nan': (v) => `${code(v.found)} 的结果永远不变：NaN 不等于任何值，包括它自己`,
  'observed.never-nan.do': () => '请写 `Number.isNaN(x)`。',
  'observed.comment-for-division': (v) => `${code(v.found)} 在 TypeScript 中是注释：这里没有做除法`,
  'observed.comment-for-division.do': () => '除法写作 `/`；商的整数部分是 `Math.floor(a / b)`。',
  'observed.cut-off': (v) => `${code(v.found)} 把 ${code(v.division)} 变成了整数`,
  'observed.cut-off.do': (v) =>
    `这里的数可以带小数，\`/\` 也保留小数：是否应写 ${code(v.division)}？`,
  'observed.other-logarithm': (v) => `${code(v.found)} 是以 ${v.base} 为底的对数`,
  'observed.other-logarithm.do': () => '自然对数（数学中的 `ln`）是 `Math.log(…)`。',
  'observed.one-twice': (v) =>
    v.name === 'log'
      ? '`Math.log1p(y)` 就是 1 + y 的对数：这里又加了一次 1'
      : '`Math.expm1(y)` 就是 exp(y) - 1：这里又减了一次 1',
  'observed.one-twice.do': (v) =>
    v.name === 'log'
      ? '请去掉里面的 `1 +`，或改用 `Math.log`。'
      : '请去掉 `- 1`，或改用 `Math.exp`。',
  'observed.small-number': (v) => `${code(v.found)} 虽小，却改变了结果`,
  'observed.small-number.do': () => '去掉它。若因此出现除以 0 或其他 NaN，就单独处理那种情形。',
  'observed.added-in-logarithm': (v) => `对数里加了 ${code(v.found)}：这会改变结果`,
  'observed.added-in-logarithm.do': () =>
    '请去掉它。如果这样会取 0 的对数，请改写公式，使它不再出现。',
  'observed.degrees': (v) => `${code(v.found)} 是角度与弧度之间的换算`,
  'observed.degrees.do': () => '这里的函数都以弧度为单位：请去掉换算。',
  'observed.sort-as-text': () =>
    '不带比较函数的 `sort()` 把数当作文本排序：10 排在 9 之前，-0.25 排在 -0.5 之前',
  'observed.sort-as-text.do': () => '请写 `.sort((a, b) => a - b)`。',
  'observed.one-row-everywhere': (v) =>
    `${code(`fill(${v.row})`)} 在每个位置放的是同一个数组：写进一行的数，每一行里都有`,
  'observed.one-row-everywhere.do': () =>
    '请写 `.fill(0).map(() => …)`：箭头函数为每一行各造一个数组。',
  'observed.reduce-without-start': () => '`reduce` 没有初始值：遇到空数组就会出错',
  'observed.reduce-without-start.do': () =>
    '请在函数后面给出初始值：`.reduce((sum, value) => sum + value, 0)`。',
  'observed.functions-swapped': (v) =>
    `${code(v.function)} 写的是 ${code(v.other)}，而 ${code(v.other)} 写的是 ${code(v.function)}`,
  'observed.functions-swapped.do': () => '请交换这两个名字。',
}))

function code(text: Values[string] | undefined): string {
  return `\`${text}\``
}

function inside(v: Values): string {
  return v.inside === '=>' ? '另一个函数' : ` ${code(v.inside)} `
}
