import type { Phrases } from '../phrase-book.ts'

export const gradebook: Phrases = {
  '{1} gives the same wrong values': '{1} 给出相同的错误值',
  '{1} % of the smaller one': '占较小者的 {1} %',
  'about {1} words and signs in common, {2}': '约有 {1} 个相同的词和符号，{2}',
  'Scores, before any rule': '未应用任何规则的得分',
  'Share of the points': '得分比例',
  'Passed, of those it could decide about': '在能够判定的提交中通过的比例',
  'No known mistake was made.': '没有出现已知的错误。',
  'Failures without a name that do the same': '表现相同但没有名称的错误',
  'No two wrong answers without a name agree.': '没有两份无名的错误答案彼此一致。',
  'The same code in other clothes': '换了样子的相同代码',
  'No two answers have so much in common.': '没有两份答案有这么多相同之处。',
  'Names, types, helpers, temporary variables, dead lines and order are no difference here. The rarest and longest come first. This says what is the same, not why.':
    '这里不计较名称、类型、辅助函数、临时变量、无用的行和先后顺序。最少见和最长的排在前面。这里只说明什么相同，不说明原因。',
}
