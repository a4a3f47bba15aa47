import type { Phrases } from '../phrase-book.ts'

export const course: Phrases = {
  '1 attempt counts': '有 1 次尝试计分',
  '{1} attempts count': '有 {1} 次尝试计分',
  'This is attempt {1}, and only {2}: it earns no points.':
    '这是第 {1} 次尝试，而只{2}：这次不得分。',
  '{1} attempts were handed in, and only {2}: what came later is left out.':
    '提交了 {1} 次尝试，而只{2}：之后提交的不计。',
  'it is attempt {1}, and only {2}: the download holds none of those':
    '这是第 {1} 次尝试，而只{2}：下载内容中没有计分的尝试',
  '{1} is no course config.': '{1} 不是课程配置。',
  '{1}.{2}: no check {3}and no kind of one is called so{4}':
    '{1}.{2}：没有名为此的检查，{3}也没有这种检查{4}',
  'exercises.{1}: there is no such exercise{2}': 'exercises.{1}：没有这道练习{2}',
  'exercises.{1}: this is {2} again': 'exercises.{1}：与 {2} 是同一道练习',
  'late: says nothing where no due time does': 'late：没有截止时间时不起作用',
  'Due {1}, and marked late; how late is not known': '截止于 {1}，已标记为迟交；不知道迟了多久',
  "Due {1}. Handed in {2} on a clock that the course's rules do not name, so nothing is taken for lateness.":
    '截止于 {1}。提交时间 {2} 的时区没有在课程规则中写明，因此不因迟交扣分。',
  'Due {1}. When this was handed in is not known, so nothing is taken for lateness.':
    '截止于 {1}。不知道何时提交，因此不因迟交扣分。',
  'Handed in {1} after it was due ({2})': '在截止之后 {1} 提交（截止于 {2}）',
  '{1}, within the {2} of grace.': '{1}，在 {2} 的宽限时间之内。',
  '{1}: after {2} it earns no points.': '{1}：超过 {2} 不得分。',
  '{1} begun at {2} %': '{1}，每天 {2} %',
  '{1} % of the {2} earned': '所得 {2} 的 {1} %',
  '{1}: {2} take {3}, which is {4}.': '{1}：{2} 扣去 {3}，即 {4}。',
  'less than a second': '不到一秒',
  'The course config cannot be read: {1}': '无法读取课程配置：{1}',
  '{1} is not valid YAML: {2}': '{1} 不是有效的 YAML：{2}',
  'Due {1}. The commit is dated {2}, which is later; since its author sets that date, nothing is taken for lateness.':
    '截止于 {1}。提交记录的日期是 {2}，晚于截止时间；该日期由作者自己设定，因此不因迟交扣分。',
}
