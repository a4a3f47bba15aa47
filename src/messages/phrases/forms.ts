import type { Phrases } from '../phrase-book.ts'

/** What the forms of settings, reports and specs say of their parts, and what does not fit them. */
export const forms: Phrases = {
  'Where editors find this schema.': '编辑器在哪里找到这个模式文件。',
  "A course's own folder of exercises.": '课程自己的练习文件夹。',
  'Where your answers lie, such as answers/{id}.ts; {folder} and {name} work too.':
    '你的答案在哪里，例如 answers/{id}.ts；也可以用 {folder} 和 {name}。',
  'Whether reports say how many hints were seen.': '报告是否写出看过几条提示。',
  'The language of what is printed: en or zh-CN.': '输出所用的语言：en 或 zh-CN。',
  '{1} is no report of mlp-check.': '{1} 不是 mlp-check 的报告。',
  'A value in it is nested too deeply.': '其中有的值嵌套得太深。',
  'Invalid input: expected {1}, received {2}': '应为 {1}，却是 {2}',
  'Invalid input: expected {1}': '应为 {1}',
  '{1}, such as {2}': '{1}，例如 {2}',
  'is a list': '是列表',
  'is a block of keys': '是由键组成的块',
  'is the number {1}': '是数 {1}',
  'is the text {1}': '是文本 {1}',
  'is the word {1}': '是 {1}',
  'a text': '文本',
  'a number': '数',
  'a list': '列表',
  'The short name, by which students ask for it': '学生用来指定这道练习的短名称',
  'Other names that find it': '也能找到它的其他名称',
  'One line for lists and reports': '列表和报告中的一行标题',
  'Where the question comes from': '题目的出处',
  'The interval of the variable that is sampled and proved on; stability alone looks beyond it':
    '变量的区间，取样和证明都在其中；只有 stability 看得更远',
  'Arguments other than the variable, by their names': '变量以外的参数，按名称',
  'What students write, by their names': '学生要写的函数，按名称',
  'What is asked of them, in the order of the report': '对它们提出的检查，按报告中的顺序',
  'Wrong answers that people give': '人们会给出的错误答案',
  'Three: a nudge, a clearer one, nearly the answer': '三条提示：轻轻一推，再清楚些，接近答案',
  'The type that students see, in TypeScript, without defaults':
    '学生看到的类型，用 TypeScript 写，不带默认值',
  'What the function is, as shown to the student': '向学生说明这个函数是什么',
  'What is right, as an expression of the formula language; for functions of numbers':
    '正确的公式，用公式语言写；用于数的函数',
  'What it gives, in whole hundredths of a point': '它值多少分，以百分之一分为单位',
  'The function that it asks about': '它检查的函数',
  'The stable id that reports carry': '报告中使用的固定标识',
  'What was done instead': '实际写成了什么',
  'Leads to the right answer without giving it away': '引向正确答案，但不直接说出',
}
