/** Loaded before the command by bench/stages.js: writes down when what a run waits for has come. */
const vm = require('node:vm')
const { basename } = require('node:path')
const { writeFileSync } = require('node:fs')

const stages = []
const mark = (name) => stages.push([name, performance.timeOrigin + performance.now()])

mark('first line of the command')

/** The command's own files, and what has a limit of time: first the parse of a file, then the answers. */
const { Script } = vm
let limited = 0
vm.Script = class extends Script {
  constructor(text, options) {
    super(text, options)
    this.file = options?.filename && basename(options.filename).replace(/[-.].*/, '')
  }

  runInThisContext(options) {
    const result = super.runInThisContext(options)
    if (options?.timeout) mark(ANSWERS[Math.min(limited++, ANSWERS.length - 1)])
    if (this.file === undefined) return result
    return (...args) => {
      const made = result.apply(undefined, args)
      mark(`code of ${this.file} runs`)
      return made
    }
  }
}
const ANSWERS = [
  'answer parsed',
  'answer loaded, followed on letters and evaluated at points',
  'sandbox has answered for the last time',
]

const { compile } = WebAssembly
WebAssembly.compile = (...args) => {
  mark('engine: compiling begins')
  return compile(...args).finally(() => mark('engine: compiled'))
}
const { write } = process.stdout
process.stdout.write = (...args) => {
  mark('report printed')
  return write.apply(process.stdout, args)
}
process.on('exit', () => {
  mark('all done')
  writeFileSync(process.env.STAGES_FILE, JSON.stringify(stages))
})
