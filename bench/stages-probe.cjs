/** Loaded before the command by bench/stages.js: writes down when what a run waits for has come. */
const threads = require('node:worker_threads')
const { writeFileSync } = require('node:fs')

const stages = []
const mark = (name) => stages.push([name, performance.timeOrigin + performance.now()])

mark('first line of the command')
const { Worker } = threads
threads.Worker = class extends Worker {
  constructor(...args) {
    mark('thread asked for')
    super(...args)
    this.once('online', () => mark('thread runs'))
    this.prependListener('message', (message) => {
      if ('loaded' in message) mark('thread has read its file')
      if ('ready' in message) mark('thread has the engine')
      if ('answer' in message) mark('thread has answered for the last time')
    })
  }

  postMessage(message, ...rest) {
    if (message.kind === 'request' && !this.asked) mark('submission handed over')
    this.asked ||= message.kind === 'request'
    super.postMessage(message, ...rest)
  }
}
const { compile } = WebAssembly
WebAssembly.compile = (...args) => {
  mark('engine: compiling begins')
  return compile(...args).finally(() => mark('engine: compiled'))
}
process.on('exit', () => {
  mark('report printed')
  writeFileSync(process.env.STAGES_FILE, JSON.stringify(stages))
})
