import type { Phrases } from '../phrase-book.ts'

/** What the package commander says of itself. */
export const commander: Phrases = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
  'Examples:': '示例：',
  ' (choices: {1})': '（可选：{1}）',
  'display help for command': '显示命令的帮助',
  "error: unknown option '{1}'": '错误：没有选项“{1}”',
  "error: unknown command '{1}'": '错误：没有命令“{1}”',
  "error: option '{1}' argument missing": '错误：选项“{1}”缺少参数',
  "error: option '{1}' argument '{2}' is invalid. Allowed choices are {3}.":
    '错误：选项“{1}”的参数“{2}”无效，可选：{3}。',
  "error: missing required argument '{1}'": '错误：缺少参数“{1}”',
  "error: too many arguments for '{1}'. Expected {2} arguments but got {3}.":
    '错误：“{1}”的参数太多，应有 {2} 个，实际有 {3} 个。',
  "error: too many arguments for '{1}'. Expected 1 argument but got {2}.":
    '错误：“{1}”的参数太多，应有 1 个，实际有 {2} 个。',
  '(Did you mean {1}?)': '（你是想写 {1} 吗？）',
  '(Did you mean one of {1}?)': '（你是想写 {1} 之一吗？）',
}
