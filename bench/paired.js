import { spawnSync } from 'node:child_process'
import { performance } from 'node:perf_hooks'

/**
 * What is set around a bench, but for one thing: certificates that Node 20 reads before anything else,
 * where a machine asks for it, are 30 to 60 ms of each start of it, ours and the peers' alike.
 */
export const { NODE_EXTRA_CA_CERTS: _, ...surroundings } = process.env

/**
 * Runs commands in turn, A B C A B C …, and gives each one's wall times in milliseconds: what
 * slows the machine down slows all of them, so that their ratios hold. What a command has to print
 * is looked for: one that crashed or judged nothing is fast, and wrong.
 */
export function inTurn(commands, rounds) {
  const times = Object.fromEntries(Object.keys(commands).map((name) => [name, []]))
  for (let round = -1; round < rounds; round++) {
    for (const [name, { command, before, cwd, env, ends = 0, prints }] of Object.entries(
      commands,
    )) {
      before?.()
      const options = { cwd, encoding: 'utf8', env: { ...surroundings, ...env } }
      const started = performance.now()
      const { status, stdout, stderr } = spawnSync(command[0], command.slice(1), options)
      const elapsed = performance.now() - started
      if (status !== ends) throw new Error(`${command.join(' ')} ended with ${status}\n${stderr}`)
      if (prints && !prints.test(stdout + stderr)) {
        throw new Error(`${command.join(' ')} did not do its work:\n${stdout}${stderr}`)
      }
      // The first round warms the disk's cache.
      if (round >= 0) times[name].push(elapsed)
    }
  }
  return times
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]
}

/** The median of the ratios of two commands, round by round. */
export function ratio(times, name, base) {
  return median(times[name].map((time, round) => time / times[base][round]))
}

/** A count from the command line, or the usual one. What is no count ends the program: it would measure nothing. */
export function countFrom(argument, usual) {
  const count = argument === undefined ? usual : Number(argument)
  if (Number.isInteger(count) && count > 0) return count
  console.error(
    `${argument} is no whole number above 0: ${process.argv[1]} says at its beginning what it takes`,
  )
  process.exit(2)
}
