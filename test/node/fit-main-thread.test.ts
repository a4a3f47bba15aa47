import { expect, test } from 'vitest'
import { isMainThreadFit } from '../../src/node/fit-main-thread.ts'

const limits = (stack: string, addresses: string, files: string) => `\
Limit                     Soft Limit           Hard Limit           Units     
Max cpu time              unlimited            unlimited            seconds   
Max stack size            ${stack.padEnd(20)} unlimited            bytes     
Max open files            ${files.padEnd(20)} 1048576              files     
Max address space         ${addresses.padEnd(20)} unlimited            bytes     
`

test.each([
  ['a machine that limits nothing', limits('unlimited', 'unlimited', 'unlimited'), [], true],
  ['the usual limits of Linux', limits('8388608', 'unlimited', '1024'), [], true],
  ['a system that tells no limits', '', [], true],
  ['a stack shorter than V8 believes', limits('819200', 'unlimited', '1024'), [], false],
  ['few addresses', limits('8388608', '17179869184', '1024'), [], false],
  ['few open files', limits('8388608', 'unlimited', '20'), [], false],
  [
    'a stack that V8 was told',
    limits('8388608', 'unlimited', '1024'),
    ['--stack-size=9000'],
    false,
  ],
  ['another option', limits('8388608', 'unlimited', '1024'), ['--stack-trace-limit=50'], true],
])('%s: whether the main thread runs submissions', (_case, text, execArgv, fit) => {
  expect(isMainThreadFit(text, execArgv)).toBe(fit)
})
