import type { enBatch } from './en-batch.ts'
import { type IdIn, part } from './part.ts'
import { number, type Values } from './words.ts'

const and = (v: Values) => (Number(v.more) > 0 ? `，另有 ${number(v.more)} 个` : '')

/** What is told of a class that was graded, in Simplified Chinese. */
export const zhCnBatch = part<IdIn<typeof enBatch>>(() => ({
  'batch.progress': (v) =>
    `${v.bar} ${v.percentage} | 共 ${v.of} 份，已评判 ${v.done} 份 | 每秒 ${v.rate} 份 | 还需 ${v.left}`,
  'batch.progress-short': (v) => `${v.bar} ${v.percentage} | ${v.done}/${v.of}`,
  'batch.progress-begun': (v) => `共 ${v.of} 份，已评判 ${v.done} 份`,
  'batch.progress-line': (v) =>
    `共 ${v.of} 份，已评判 ${v.done} 份，每秒 ${v.rate} 份，还需 ${v.left}`,
  'batch.layout': (v) => `${v.input}：布局 ${v.layout}（${v.why}）`,
  'batch.files': (v) =>
    `共 ${number(v.files)} 个文件：已评判 ${number(v.judged)} 个，无法读取 ${number(v.unreadable)} 个，忽略 ${number(v.ignored)} 个${v.left ? `，尚未评判 ${number(v.left)} 个` : ''}`,
  'batch.unreadable': () => '无法读取',
  'batch.ignored': () => '忽略',
  'batch.missing': () => '未提交',
  'batch.set-aside': () => '搁置',
  'batch.doubtful': () => '存疑',
  'batch.remark': () => '注意',
  'batch.told': (v) => `${v.what}：${v.text}`,
  'batch.several': (v) => `${v.names}${and(v)}`,
  'batch.roster': (v) => `名单上有 ${number(v.count)} 名学生`,
  'batch.of-exercise': (v) => `${v.person}，${v.exercise}`,
  'batch.hand-in': (v) => `${v.file}（${v.person}${v.exercise ? `，${v.exercise}` : ''}）`,
  'batch.may-be': (v) => `${v.why}；可能是 ${v.people}`,
  'batch.or': () => ' 或 ',
  'batch.settle': (v) =>
    `${number(v.count)} 份提交存疑：请在 --out 的 match.csv 中写上每份属于谁，或写 nobody，再用 --match 交回`,
  'batch.late-there': () => '迟交：按课程文件，由平台扣分，这里不扣分',
  'batch.late-here': () => '迟交：按课程文件，在这里扣分；请勿让平台再扣',
  'batch.filled': (v) => `已填写成绩表的 ${number(v.count)} 个单元格`,
  'batch.exercise': (v) =>
    `${v.exercise}：${number(v.count)} 份提交，${number(v.passed)} 份通过，${number(v.failed)} 份未通过${v.errored ? `，${number(v.errored)} 份因非学生的过错而无法评判` : ''}，平均 ${number(v.mean)} 分（满分 ${number(v.most)} 分）`,
  'batch.alike': (v) =>
    `相似：有 ${number(v.count)} 组答案彼此相似；gradebook.html 列出全部，likeness/001.html 显示第一组${v.unshown ? `；证据最弱的 ${number(v.unshown)} 组没有并排对照的页面` : ''}`,
  'batch.rate': (v) =>
    `评判了 ${number(v.fresh)} 份，用时 ${v.seconds} 秒（每秒 ${v.rate} 份）${v.known ? `；另有 ${number(v.known)} 份的结果已知` : ''}`,
  'batch.part': (v) => `第 ${number(v.index)} 部分（共 ${number(v.of)} 部分）已写入 ${v.file}`,
  'batch.written': (v) => `已写入 ${v.folder}`,
  'batch.written-sheet': (v) => `已写入 ${v.folder}，成绩表为 ${v.sheet}`,
  'batch.no-sheet': (v) => `已写入 ${v.folder}；没有成绩表：尚未全部评判`,
  'sheet.unnamed': (v) => `${v.names}${and(v)}：在成绩表中，但不在名单上`,
  'sheet.rowless': (v) => `${v.names}${and(v)}：在名单上且有成绩，但成绩表中没有对应的行`,
  'sheet.torn': (v) =>
    `${v.names}${and(v)}：保持原样，成绩表中的信息无法对应名单上的唯一一人；请使两者的姓名和编号一致`,
  'sheet.twice': (v) => `${v.names}${and(v)}：保持原样，成绩表中有几行可能是名单上的同一人`,
  'sheet.locked': (v) => `${v.names}${and(v)}：保持原样，成绩表注明该成绩不能更改`,
  'sheet.too-much': (v) => `${v.names}${and(v)}：分数超过 Moodle 的上限，Moodle 会不加说明地跳过`,
  'sheet.guessed': (v) =>
    `${v.file} 不是 Unicode，已按 ${v.page} 读取：其中写着“${v.example}”；若有误，请用 --encoding 指定它的编码，例如 big5`,
  'sheet.scaled': (v) =>
    `${v.heading}：${v.names ? `${v.names}${and(v)}：` : ''}${v.total ? '总分' : v.exercise} 的 ${number(v.worth)} 分已换算为成绩表的 ${number(v.most)} 分`,
  'ledger.other-answer': (v) =>
    `${v.person}，${v.exercise}：答案已不是人工评分时的那一份，请再看一次`,
  'ledger.override-of-several': (v) =>
    `${v.overrides} 提到 ${v.person}，${v.exercise}：下载中${v.count ? `有 ${number(v.count)} 人` : '没有人'}叫这个名字，因此未作改动${v.count ? '，请用编号指明' : ''}`,
  'ledger.later-commits': (v) =>
    `${v.names}${and(v)}：提交（commit）注明的时间晚于截止时间，这里按现有文件评判；若要评判截止时的内容，请先检出那时的提交再重新评分`,
  'ledger.shared-address': (v) =>
    `${v.address} 是 ${v.names} 共用的地址：mail.csv 中没有他们的行，否则会读到彼此的反馈`,
  'ledger.no-such-file': (v) => `${v.matches} 提到 ${v.file}，但输入中没有它`,
  'state.passed': () => '通过',
  'state.failed': () => '未通过',
  'state.errored': () => '出错',
  'state.set-aside': () => '搁置',
  'state.missing': () => '未提交',
  'state.not-judged': () => '未评判',
  'state.excused': () => '免做',
  'compare.submission': () => '提交了另一份答案',
  'compare.exercise': () => '练习有改动',
  'compare.rule': () => '课程规则有改动',
  'compare.override': () => '由人工决定',
  'compare.tool': () => '由另一构建、Node 版本或后端评判',
  'compare.seed': () => '在另一些点上评判',
  'compare.match': () => '计入的是另一份提交',
  'compare.roster': () => '名单有改动',
  'compare.nothing': () => '无',
  'compare.grade': (v) => `${v.state}，${number(v.score)}/${number(v.most)} 分`,
  'compare.change': (v) =>
    `${v.person}，${v.exercise}：${v.before} → ${v.after}（${(v.because as string[]).join('；')}）`,
  'compare.doubts': (v) => `存疑的提交：之前 ${number(v.before)} 份，现在 ${number(v.after)} 份`,
  'compare.changed': (v) => `${number(v.count)} 个成绩有变化；${number(v.same)} 人的成绩不变`,
}))
