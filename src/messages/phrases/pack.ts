import type { Phrases } from '../phrase-book.ts'

export const pack: Phrases = {
  'the known mistakes': '已知的错误',
  'words alone': '只有文字',
  'a formula is a TypeScript expression of its arguments, such as 1 - tanh(x) ** 2':
    '公式是由参数构成的 TypeScript 表达式，例如 1 - tanh(x) ** 2',
  '"{1}" is not a function type': '“{1}”不是函数类型',
  'write one such as (x: number) => number, without defaults and destructuring':
    '请写成 (x: number) => number 这样的类型，不用默认值和解构',
  '"{1}" is none of {2}, and no formula of the parameters':
    '“{1}”不是 {2} 之一，也不是由参数构成的公式',
  'Did you mean "{1}"?': '你是想写“{1}”吗？',
  'the file': '文件',
  '"{1}" is not an argument of the function': '“{1}”不是该函数的参数',
  'its arguments are {1}': '它的参数是 {1}',
  'there is no reference.ts beside this file to export "{1}"': '旁边没有导出“{1}”的 reference.ts',
  'write one: docs/authoring.md shows how': '请编写一个：docs/authoring.md 说明了做法',
  'it exports {1}': '它导出 {1}',
  'reference.ts exports no "{1}"': 'reference.ts 没有导出“{1}”',
  'a {1} check asks about a function of numbers, and {2} takes or returns more':
    '{1} 检查针对数的函数，而 {2} 接受或返回的不只是数',
  'ask with call, gradient or program, and say in reference.ts what is right':
    '请用 call、gradient 或 program，并在 reference.ts 中说明什么是正确的',
  'a {1} check asks about a derivative, and {2} is none': '{1} 检查针对导数，而 {2} 不是导数',
  'add derivative: { of: …, in: … } to functions.{1}, or ask with value':
    '请给 functions.{1} 添加 derivative: { of: …, in: … }，或用 value 检查',
  'a {1} check needs to know what is right, and {2} has no formula':
    '{1} 检查需要知道什么是正确的，而 {2} 没有公式',
  'add functions.{1}.formula': '请添加 functions.{1}.formula',
  '{1} takes {2} arguments; there is none at position {3}':
    '{1} 有 {2} 个参数；位置 {3} 上没有参数',
  'positions count from 0 to {1}': '位置从 0 数到 {1}',
  'size {1} is less than twice the size {2} before it': '规模 {1} 不到前一个规模 {2} 的两倍',
  'let sizes grow, so that what is counted tells how fast it grows':
    '请让规模递增，使计数能够说明增长的快慢',
  'the second end lies above the first': '第二个端点大于第一个',
  '[{1}, {2}] holds no interval': '[{1}, {2}] 不是区间',
  'the kink at {1} is there twice': '{1} 处的折点写了两次',
  'keep one of the two': '请只保留其中一个',
  '{1}, whatever the parameters,': '无论参数取什么值，{1}',
  '{1} lies outside the domain [{2}, {3}], where nothing is judged':
    '{1} 在定义域 [{2}, {3}] 之外，那里不作评判',
  'widen the domain, or leave the kink out': '请扩大定义域，或去掉该折点',
  '{1} is no number for some of the listed values': '参数取某些列出的值时 {1} 不是数',
  'accept nan where NaN alone is right': '只有 NaN 正确的地方请接受 nan',
  '{1} takes more than {2} whole numbers on the domain [{3}, {4}]':
    '{1} 在定义域 [{3}, {4}] 上取到的整数超过 {2} 个',
  'narrow the domain: each of them is a kink': '请缩小定义域：每个整数都是一个折点',
  'two arguments are called "{1}"': '有两个参数都叫“{1}”',
  'give each its own name': '请给它们各自的名称',
  'every argument is a parameter, so that there is no variable to sample':
    '每个参数都列为 parameters，因此没有可以取样的变量',
  'add the variable, such as x, or take one of them out of the parameters':
    '请添加变量，例如 x，或从 parameters 中去掉一个',
  'nothing reads this: the function takes or returns more than numbers':
    '这一项不会被读取：该函数接受或返回的不只是数',
  'say what is right for it in reference.ts, and ask with call or gradient':
    '请在 reference.ts 中说明什么是正确的，并用 call 或 gradient 检查',
  'nothing reads this: the function is none from numbers to a boolean':
    '这一项不会被读取：该函数不是从数到布尔值的函数',
  'give it a signature such as (alpha: number) => boolean, or leave this out':
    '请给它 (alpha: number) => boolean 这样的签名，或去掉这一项',
  'there is no function "{1}"': '没有函数“{1}”',
  '{1} would be the derivative of itself': '{1} 会成为自己的导数',
  'name the function that is differentiated': '请写出被求导的函数',
  '{1} has no formula to differentiate': '{1} 没有可以求导的公式',
  '{1} has no argument "{2}"': '{1} 没有参数“{2}”',
  'the mistake "{1}" of {2} is there twice': '{2} 的错误“{1}”写了两次',
  'keep one of the two; another way to make it has another formula':
    '请只保留其中一个；另一种犯法有另一个公式',
  'nothing reads this: {1} takes or returns more than numbers':
    '这一项不会被读取：{1} 接受或返回的不只是数',
  'write the wrong answer under mistakes in reference.ts':
    '请把错误答案写在 reference.ts 的 mistakes 下',
  'this is the right answer': '这是正确答案',
  '"{1}" already names this exercise': '“{1}”已是这道练习的名称',
  'leave it out': '请将它去掉',
  'each of the three says more than the one before': '三条提示应一条比一条说得更多',
  'this hint is there twice': '这条提示写了两次',
  'two checks have the id "{1}"': '有两项检查的 id 都是“{1}”',
  'give one of them an id of its own: id: …': '请给其中一项自己的 id：id: …',
  'there is no check "{1}"': '没有检查“{1}”',
  'the check waits for itself': '该检查在等待它自己',
  '{1} waits for {2}, which waits for {3}': '{1} 等待 {2}，{2} 又等待 {3}',
  'let one of them wait for nothing': '请让其中一个不等待',
  '{1} is listed twice': '{1} 列了两次',
  'list each value once': '每个值只列一次',
  'assumes something of "{1}", which is no argument here': '假设涉及“{1}”，而它不是这里的参数',
  'does not hold of the listed value {1}': '对列出的值 {1} 不成立',
  'leave {1} out of the values, or assume less': '请从取值中去掉 {1}，或放宽假设',
  'add it to a signature, or leave it out': '请把它加到某个签名中，或将它去掉',
  'no function takes an argument "{1}"': '没有函数接受参数“{1}”',
  '{1} is none of the values {2}': '{1} 不是取值 {2} 之一',
  'add {1} to the values, or choose {2}': '请把 {1} 加到取值中，或选择 {2}',
  'translates "{1}", which is none of the {2} here': '翻译了“{1}”，而它不在这里的 {2} 之中',
  'leave it out: there are {1}': '请将它去掉：有 {1}',
  'a name is made of letters and digits, and begins with a letter':
    '名称由字母和数字组成，以字母开头',
  '"{1}" is no name': '“{1}”不是名称',
  '"{1}" is missing': '缺少“{1}”',
  ', such as {1}': '，例如 {1}',
  'true or false': 'true 或 false',
  'a block of keys': '由键组成的块',
  'a block of names': '由名称组成的块',
  'is empty': '是空的',
  '{1}; it should be {2}': '{1}；应为{2}',
  'something else': '别的内容',
  'a whole number': '整数',
  'a finite number': '有限的数',
  "put it in quotes: '{1}'": "请加上引号：'{1}'",
  'a list of one is written [{1}]': '只有一项的列表写作 [{1}]',
  'without quotes: {1}': '不加引号：{1}',
  'such as {1}': '例如 {1}',
  'unknown key "{1}"': '未知的键“{1}”',
  'a {1} check takes no "{2}"': '{1} 检查没有“{2}”',
  'known here: {1}': '这里已知的有：{1}',
  '{1} is none of {2}': '{1} 不是 {2} 之一',
  '{1} is neither {2}': '{1} 既不是 {2}',
  'there is no {1} {2}': '没有 {1} {2}',
  'is an empty text': '是空文本',
  'at most': '至多',
  'has {1} {2}; there should be {3}': '有 {1} {2}；应有 {3}',
  'is {1}; it should be {2} {3}': '是 {1}；应{2} {3}',
  'an exercise is a folder with an exercise.yaml in it that may be read':
    '练习是一个文件夹，其中有可以读取的 exercise.yaml',
  'remove it where no check asks for a reference': '没有检查要求参考实现时，请将它删除',
  'there is no folder {1}': '没有文件夹 {1}',
  'a pack is a folder of folders that each hold an exercise.yaml':
    '练习包是一个文件夹，其中每个文件夹都有 exercise.yaml',
  '{1} is one exercise, and no pack': '{1} 是一道练习，不是练习包',
  'there is no exercise in {1}': '{1} 中没有练习',
  '"{1}" already names {2}': '“{1}”已是 {2} 的名称',
  'choose another name for one of the two': '请给其中一个换个名称',
  'there is no package {1} beside mlp-check': 'mlp-check 旁边没有软件包 {1}',
  'npm install {1} where mlp-check is installed, or npx -p mlp-check -p {2} mlp-check …':
    '请在安装 mlp-check 的地方运行 npm install {1}，或 npx -p mlp-check -p {2} mlp-check …',
  'no exercise "{1}"': '没有练习“{1}”',
  'did you mean {1}?': '你是想写 {1} 吗？',
  'mlp-check list shows them all': 'mlp-check list 会列出全部练习',
  'a text cannot begin with *, which repeats what & has named':
    '文本不能以 * 开头，它用来重复 & 所命名的内容',
  'put the text in quotes, or write the repeated part out':
    '请给文本加上引号，或把重复的部分完整写出',
  'a reference is exported by its name: export const … = …':
    '参考实现按名称导出：export const … = …',
  '"{1}" has no "{2}"': '“{1}”没有“{2}”',
  'imports {1}; a reference may import only from "{2}", and types':
    '导入了 {1}；参考实现只能从“{2}”导入，以及导入类型',
  'this line is indented otherwise than what it belongs with, or a bracket before it is open':
    '这一行的缩进与同组的内容不一致，或前面有括号没有闭合',
  'begin the keys of one block, and the dashes of one list, in the same column; close brackets':
    '请让同一块的键、同一列表的短横线对齐在同一列，并闭合括号',
  'this key is there twice': '这个键写了两次',
  'a text with a colon in it reads as a key': '含有冒号的文本会被当作键',
  "put the whole text in quotes, as in signature: '(x: number) => number'":
    "请给整段文本加上引号，例如 signature: '(x: number) => number'",
  'a bracket or a quote is opened and not closed, or closed and not opened':
    '有括号或引号没有闭合，或没有对应的开头',
  'count the brackets and quotes of this line and the one before it':
    '请数一数这一行和上一行的括号与引号',
  'a text cannot begin with this letter': '文本不能以这个字符开头',
  "put the text in quotes: formula: '…'": "请给文本加上引号：formula: '…'",
  'YAML reads this as something of its own, which a spec has no use for':
    'YAML 把它读作自己的语法，而练习文件用不到它',
  'put the text in quotes': '请给文本加上引号',
  'double quotes give the backslash a meaning of its own': '在双引号中反斜杠有特殊含义',
  'use single quotes, or write the backslash twice': '请使用单引号，或把反斜杠写两次',
  'a key is far too long': '键太长',
  'put the text in quotes, behind its key': '请把文本放在键之后并加上引号',
  'a line has no colon, so that it runs on into the next': '有一行没有冒号，因此与下一行连在一起',
  'write key: value, with a blank behind the colon': '请写 key: value，冒号后加空格',
  'a spec is one document': '练习文件只能是一个文档',
  'remove the line of three dashes in the middle': '请删去中间由三个短横线组成的一行',
  'a key is a text': '键应为文本',
  'put the key in quotes': '请给键加上引号',
  'the blocks are nested too deeply': '嵌套的层次太深',
  'a spec needs five levels at most': '练习文件最多需要五层',
  'a tab indents this line': '这一行用制表符缩进',
  'indent with blanks': '请用空格缩进',
}
