import { randomUUID } from 'node:crypto'
import {
  closeSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { machineError, UsageError } from '../../errors.ts'
import { makeFolder, replaceFile } from '../../whole-file.ts'
import { type Holder, isAlive, thisProcess } from './holder.ts'

/** A folder that is one run's to write into, until it is given back. */
export interface TakenFolder {
  readonly release: () => void
}

const FLAG = /^\.run-[0-9a-f-]{36}$/
const BEAT_MS = 5_000
const TRIES = 40

/**
 * Takes a folder for one run. Everybody who wants it first sets up a flag of his own, and only then
 * looks for the flags of others, so that of two at once at least one sees the other: whoever asks
 * gives way to whoever holds, and to another who asks, for a moment. Flags of runs that are no more
 * are cleared away. No file is ever shared, so none can be taken from somebody who lives.
 * @throws UsageError where another run holds it
 */
export async function takeFolder(folder: string): Promise<TakenFolder> {
  try {
    makeFolder(folder)
    return await take(folder)
  } catch (error) {
    throw machineError(error, `${folder} cannot be written to`)
  }
}

async function take(folder: string): Promise<TakenFolder> {
  for (let tries = 1; ; tries++) {
    const flag = join(folder, `.run-${randomUUID()}`)
    replaceFile(flag, flagText({ ...thisProcess(), holds: false }))
    const others = othersIn(folder, flag)
    if (others.length === 0) return held(flag)
    rmSync(flag, { force: true })
    const holding = others.find(({ holds }) => holds)
    if (holding !== undefined || tries === TRIES) throw taken(folder, holding ?? others[0])
    await wait(5 + Math.random() * 45)
  }
}

/** Says that it lives by writing the same text again: its time is then the file system's own. */
function held(flag: string): TakenFolder {
  const handle = openSync(flag, 'r+')
  const beat = () => writeSync(handle, flagText({ ...thisProcess(), holds: true }), 0)
  beat()
  const beating = setInterval(() => {
    try {
      beat()
    } catch {
      // A full disk is told by whoever writes results.
    }
  }, BEAT_MS)
  beating.unref()
  return {
    release: () => {
      clearInterval(beating)
      closeSync(handle)
      rmSync(flag, { force: true })
    },
  }
}

/** As long for one who asks as for one who holds, so that it is replaced in one piece. */
function flagText(holder: Holder): string {
  return `${JSON.stringify(holder).padEnd(600)}\n`
}

function othersIn(folder: string, own: string): Holder[] {
  const now = statSync(own).mtimeMs
  return readdirSync(folder)
    .filter((name) => FLAG.test(name) && join(folder, name) !== own)
    .flatMap((name) => {
      const file = join(folder, name)
      const holder = holderOf(file)
      if (holder === undefined) return []
      const silence = now - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0)
      if (isAlive(holder, silence)) return [holder]
      rmSync(file, { force: true })
      return []
    })
}

/** Undefined where it is gone by now. */
function holderOf(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder
  } catch {
    return undefined
  }
}

function taken(folder: string, holder: Holder | undefined): UsageError {
  const who = holder && ` (process ${holder.pid} on ${holder.host}, begun ${holder.begun})`
  return new UsageError(
    `another run is writing into ${folder}${who ?? ''}`,
    'wait for it to end, or name another --out',
  )
}
