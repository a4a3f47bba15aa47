import type { Phrases } from '../phrase-book.ts'

export const submission: Phrases = {
  'text is turned into code, which no rule can look into':
    '文本被转换成代码，任何规则都无法查看其中的内容',
  'Math.{1} is not allowed here: it was called while the function was judged':
    '这里不允许使用 Math.{1}：评判该函数时调用了它',
  '{1} or {2} must be used here': '这里必须使用 {1} 或 {2}',
  '{1} must be used here': '这里必须使用 {1}',
  '`{1}` is applied to its own result': '`{1}` 作用于它自己的结果',
  'loops are not allowed here': '这里不允许使用循环',
  '.{1}() is a loop, and loops are not allowed here': '.{1}() 是循环，而这里不允许使用循环',
  'the operator ** with this exponent is Math.pow, which is not allowed here':
    '指数如此的运算符 ** 就是 Math.pow，这里不允许使用',
  'Math.{1} is not allowed here': '这里不允许使用 Math.{1}',
  '{1} calls itself': '{1} 调用了它自己',
  'the operator {1} is not allowed here': '这里不允许使用运算符 {1}',
  '{1} is not allowed here': '这里不允许使用 {1}',
  'its answers to all calls are more than {1} characters together':
    '它对全部调用的回答合计超过 {1} 个字符',
  '`{1}` is defined here': '`{1}` 的定义在这里',
  'it throws': '它抛出异常',
  'the call stack overflowed: a function calls itself without end':
    '调用栈溢出：有函数没有止境地调用自己',
  'it did not finish: the budget of loop turns and calls ran out':
    '它没有结束：循环与调用的次数已用尽',
  'it asked for more memory than a submission may use (64 MB)':
    '它需要的内存超过提交的上限（64 MB）',
  '`await` outside of a function is not supported: nothing here is asynchronous':
    '不支持在函数之外使用 `await`：这里没有异步的内容',
  'Return plain numbers from plain functions.': '请用普通函数返回普通的数。',
  'it used up the call stack': '它耗尽了调用栈',
  'it broke its runtime ({1})': '它破坏了自己的运行环境（{1}）',
  'it calls itself deeper than a browser has room for': '它的自我调用太深，浏览器容纳不下',
  'If a function calls itself without end, that is why. If not, judge it with the command line, which has more.':
    '如果有函数没有止境地调用自己，原因就在于此。否则请用命令行评判，那里的空间更大。',
  'it did not finish, and had to be stopped from outside': '它没有结束，只能从外部停止',
  'it used up the memory or the stack of the thread it ran in': '它耗尽了所在线程的内存或栈',
  'a program that is known to be right does not run there either': '已知正确的程序在那里也无法运行',
  'it did not start': '它没有启动',
  'the thread that submissions run in does not work here ({1})':
    '运行提交的线程在这里不能工作（{1}）',
  'See what ulimit -a allows of memory, threads and open files, then run: mlp-check doctor':
    '请查看 ulimit -a 允许的内存、线程和打开的文件，然后运行：mlp-check doctor',
  'decorators are not supported: call the function that the decorator is, or leave it out':
    '不支持装饰器：请直接调用作为装饰器的函数，或去掉它',
  '`import … = require(…)` is not supported: write `import … from`':
    '不支持 `import … = require(…)`：请写 `import … from`',
  'an `accessor` whose name is computed is not supported: give it a plain name':
    '不支持名称需要计算的 `accessor`：请给它一个普通的名称',
  '{1} characters are more than the {2} that a submission may have':
    '{1} 个字符，超过提交的上限 {2}',
  'Remove what the exercise does not need.': '请删去练习不需要的内容。',
  'this line has {1} characters; {2} are allowed': '这一行有 {1} 个字符，最多允许 {2} 个',
  'Break it into several lines.': '请把它分成几行。',
  '{1} opening brackets are more than the {2} that a submission may have':
    '{1} 个左括号，超过提交的上限 {2}',
  '{1} is packed, as .zip and .docx are': '{1} 是打包的文件，如 .zip 和 .docx',
  'Unpack it, and hand in the TypeScript file itself.': '请解压，并提交 TypeScript 文件本身。',
  '{1} looks like UTF-16 without a byte-order mark': '{1} 看起来是没有字节序标记（BOM）的 UTF-16',
  '{1} holds null bytes, as no UTF-8 text does': '{1} 含有空字节，而 UTF-8 文本里没有',
  'on line {1}': '（第 {1} 行）',
  'Save it as UTF-8 text.': '请存为 UTF-8 文本。',
  '{1} has {2} bytes; a submission may have {3}': '{1} 有 {2} 字节；提交最多 {3} 字节',
  'C or Java': 'C 或 Java',
  'another language': '另一种语言',
  'expressions are nested {1} levels deep; {2} are allowed': '表达式嵌套了 {1} 层，最多允许 {2} 层',
  'brackets within brackets enclose {1} characters, each counted as often as it is enclosed; {2} are allowed':
    '层层嵌套的括号共包围 {1} 个字符（每个字符被包围几次就计几次），最多允许 {2} 个',
  'the file and what it imports have more than {1} characters together':
    '文件和它导入的内容合计超过 {1} 个字符',
  'Use variables or a loop.': '请使用变量或循环。',
  '`{1}` is no formula: {2}': '`{1}` 不是公式：{2}',
  'The formula is too long or too deeply nested': '公式太长或嵌套太深',
  '"{1}" is not a file of yours': '“{1}”不是你的文件',
  '"{1}" is no path of names and slashes': '“{1}”不是由名称和斜杠组成的路径',
  '"{1}" is outside the submission\'s folder': '“{1}”在提交的文件夹之外',
  '"{1}" is no TypeScript or JavaScript file': '“{1}”不是 TypeScript 或 JavaScript 文件',
  'there is no file "{1}" beside the submission': '提交旁边没有文件“{1}”',
  'Check the name of the file, capital letters included, and hand it in too.':
    '请检查文件名，包括大小写，并把它一起提交。',
  '{1}: a submission may import only its own files': '{1}：提交只能导入自己的文件',
  '{1} is for tests': '{1} 是写测试用的',
  'Leave the tests out, or keep them in a file of their own that imports this one.':
    '请去掉测试，或把测试放在另一个导入本文件的文件中。',
  'Write what you need in the file itself, or in a file beside it.':
    '请把所需的内容写在文件中，或写在旁边的文件中。',
  'of unknown version': '版本未知',
}
