import type { enNotFollowed } from './en-not-followed.ts'
import { type IdIn, part } from './part.ts'

export const zhCnNotFollowed = part<IdIn<typeof enNotFollowed>>(() => ({
  'not-followed.at-line': (v) => `第 ${v.line} 行：${v.why}`,
  'not-followed.in-file': (v) => `${v.file} 第 ${v.line} 行：${v.why}`,
  'not-followed.state': (v) =>
    `修改了${v.construct ? ` \`${v.construct}\`` : '某个值'}，它在调用结束后仍然存在`,
  'not-followed.loop': () => '循环的次数取决于输入',
  'not-followed.cases': () => '分支太多，无法跟踪',
  'not-followed.length': () => '计算太长，无法跟踪',
  'not-followed.depth': () => '计算嵌套太深，无法跟踪',
  'not-followed.memory': () => '计算占用的内存太多，无法跟踪',
  'not-followed.syntax': (v) => `无法跟踪 \`${v.construct}\``,
  'not-followed.operand': (v) => `${v.construct ? `\`${v.construct}\`` : '算术'}的运算对象不是数`,
  'not-followed.whole-number': (v) =>
    `对输入使用了整数运算符 \`${v.construct}\`${
      v.construct === '^' ? '（`^` 是异或；乘方写作 `**`）' : ''
    }`,
  'not-followed.rounding': (v) => `用 \`${v.construct}\` 对输入取整`,
  'not-followed.text': () => '由输入或对象生成了文本',
  'not-followed.key': () => '下标或键取决于输入',
  'not-followed.object': () => '在需要对象、文本或键的地方用了输入',
  'not-followed.native': (v) => `无法跟踪 \`${v.construct}\``,
  'not-followed.native-input': (v) => `对输入使用了 \`${v.construct}\``,
  'not-followed.native-value': (v) => `对这样的值使用了 \`${v.construct}\``,
  'not-followed.result': () => '结果不是数',
  'not-followed.throws': () => '对任何输入都会抛出错误',
  'not-followed.module': () => '文件在加载时抛出错误',
  'not-followed.missing': () => '缺少这个函数',
  'not-followed.code': () => '把文本变成了代码',
  'not-followed.float32': (v) => `函数走哪个分支取决于 \`${v.construct}\` 如何舍入`,
  'not-followed.argument': (v) => `结果取决于是否给出 \`${v.construct}\`：请用 --arguments 说明`,
  'not-followed.unasked': () => '没有要求推导公式',
  'not-followed.bug': () => '检查器自身出错',
  'derive.computes': (v) => `${v.call} 计算的是`,
  'derive.refused': (v) => `无法跟踪 ${v.call}：${v.why}`,
  'derive.finite': () => '只要没有溢出',
  'derive.float32-rounding': () => '不计 float32 的舍入',
}))
