import type { Phrases } from '../phrase-book.ts'

/** What more the batch, the commands and the lint say. */
export const latest: Phrases = {
  'excused is {1}: write yes, or nothing': 'excused 为 {1}：请写 yes，或什么都不写',
  'in doubt: {1}': '存疑：{1}',
  'row is': '行',
  'rows are': '行',
  '{1} hand-in in doubt: match.csv says what settles it.':
    '{1} 份提交存疑：match.csv 说明了如何确定。',
  '{1} hand-ins in doubt: match.csv says what settles it.':
    '{1} 份提交存疑：match.csv 说明了如何确定。',
  '{1} in doubt: match.csv says what settles it.': '{1} 存疑：match.csv 说明了如何确定。',
  '{1} more {2} of work by nobody on the class list.': '另有 {1} {2}属于不在名单上的人。',
  'Gradebook: {1} person, {2}': '成绩册：{1} 人，{2}',
  '{1} groups on the list may be meant by {2}': '名单上有 {1} 个小组可能是 {2}',
  'somebody without a name': '没有姓名的人',
  "how to report: gcc is for an editor's problem matcher": '报告的格式：gcc 用于编辑器的问题匹配器',
  'as the Markdown that it is written in': '输出原来的 Markdown',
  'Due {1}. The commit is dated {2}, which is later; since its author sets that date, nothing is taken for lateness.':
    '截止于 {1}。提交记录的日期是 {2}，晚于截止时间；该日期由作者自己设定，因此不因迟交扣分。',
  'solutions.teaches names {1}, which is not there': 'solutions.teaches 提到不存在的 {1}',
  'solutions.teaches does not say what {1} teaches': 'solutions.teaches 没有说明 {1} 教什么',
  'the statement': '题目',
  'the starter': '起始代码',
  'is other code than starter.ts: only comments are translated':
    '代码与 starter.ts 不同：只翻译注释',
  'the reason of': '理由：',
  'a list for the mistakes {1}': '错误 {1} 的列表',
  'what is taught by': '教学要点：',
  'translations.{1} is of earlier texts: the statement, a title, the source, a hint, a summary, a reason or what a solution teaches has changed since':
    'translations.{1} 译自较早的文字：此后题目、标题、来源、提示、摘要、理由或解答的教学要点有改动',
  'solutions that teach something': '有教学要点的解答',
  'has {1} translations, but the note "{2}" is of {3}': '有 {1} 份译文，但说明“{2}”属于{3}',
  'one mistake': '一个错误',
  'write one for each, in their order, or a single one for all': '请按顺序各写一份，或只写一份共用',
  'this machine has not enough memory for the sandbox: {1}': '这台机器的内存不足以运行沙箱：{1}',
  'Allow more memory (ulimit -v), then run: mlp-check doctor':
    '请允许更多内存（ulimit -v），然后运行：mlp-check doctor',
  'Judge what you save, and show what is wrong beside its line':
    '保存时立即评判，并在出错的行旁显示',
  'something that is no tensor': '不是张量的内容',
}
