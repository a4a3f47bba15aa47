import { resolve } from 'node:path'
import { UsageError } from '../../errors.ts'
import { BUILT_IN_PACK } from '../../report/report.ts'
import { makeSite, type Site } from '../../site/site.ts'
import type { CommandModule, Invocation, Surroundings } from '../command.ts'
import { ExitCode, type Say } from '../exit-code.ts'
import { onInterrupt } from '../interruption.ts'
import { chosenPack, tellFaulty } from '../packs.ts'
import { serveSite } from '../serve-site.ts'
import { siteInput } from '../site-input.ts'
import { sayHere } from '../workspaces.ts'
import { writeSite } from '../write-site.ts'

/** Writes a page that judges in the browser, shows it on this machine, or both. */
export const run: CommandModule['run'] = async ({ options }, surroundings) => {
  const { out, title } = options
  if (out === undefined && !options.serve) {
    throw new UsageError(
      'where should the site go?',
      'write --out site for a folder, or --serve to look at it here',
    )
  }
  const port = portOf(options)
  const pack = await chosenPack(surroundings)
  tellFaulty(pack, surroundings, options)
  const say = sayHere(options, surroundings)
  const wishes = {
    title: typeof title === 'string' ? title : undefined,
    // Those of the built-in exercises lie open anyway.
    solutions: options.solutions === true || pack.report.source === BUILT_IN_PACK,
  }
  const site = makeSite(await siteInput(pack, wishes, surroundings))
  if (typeof out === 'string') await write(site, out, surroundings, say)
  return options.serve ? serve(site, port, surroundings, say) : ExitCode.passed
}

async function write(
  site: Site,
  out: string,
  { cwd, stdout }: Surroundings,
  say: Say,
): Promise<void> {
  await writeSite(site, resolve(cwd, out), out)
  const bytes = site.files.reduce((sum, { content }) => sum + Buffer.byteLength(content), 0)
  stdout.write(
    `${say(`wrote ${site.files.length} files (${Math.round(bytes / 1024)} kB) into ${out}`)}\n` +
      `\n${say(`Next: copy ${out} to any host of static files, or look at it: mlp-check site --serve`)}\n`,
  )
}

async function serve(
  site: Site,
  port: number,
  { stdout, stderr }: Surroundings,
  say: Say,
): Promise<number> {
  const { signal, release } = onInterrupt(stderr, say('stopped'))
  const { address, close } = await serveSite(site, port)
  stdout.write(`${address}\n${say('Only this machine can see it. Ctrl-C ends it.')}\n`)
  await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
  await close()
  release()
  return ExitCode.passed
}

const USUAL_PORT = 8017

function portOf({ port }: Invocation['options']): number {
  if (port === undefined) return USUAL_PORT
  const number = Number(port)
  if (String(port).trim() !== '' && Number.isInteger(number) && number >= 0 && number < 65536) {
    return number
  }
  throw new UsageError(`"${port}" is no port`, 'write a number from 0 to 65535')
}
