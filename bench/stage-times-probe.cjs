/** Loaded before a timed copy by bench/stages.js: writes down how long each stage took by itself. */
const { writeFileSync } = require('node:fs')

const spent = new Map()
/** Stages that have begun and not ended, with the time of those within them. */
const running = []

globalThis.timedStage =
  (stage, run) =>
  (...args) => {
    const own = { began: performance.now(), within: 0 }
    running.push(own)
    const end = () => {
      const took = performance.now() - own.began
      running.splice(running.indexOf(own), 1)
      const around = running.at(-1)
      if (around) around.within += took
      spent.set(stage, (spent.get(stage) ?? 0) + took - own.within)
    }
    let result
    try {
      result = run(...args)
    } finally {
      if (!(result instanceof Promise)) end()
    }
    return result instanceof Promise ? result.finally(end) : result
  }

process.on('exit', () => writeFileSync(process.env.STAGES_FILE, JSON.stringify([...spent])))
