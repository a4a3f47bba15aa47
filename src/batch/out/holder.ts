import { readFileSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'

/** A process that asks for a folder, or holds it. */
export interface Holder {
  readonly pid: number
  /** For people. */
  readonly host: string
  /** Where a process id means this process: the machine since it started, and the room it is in. */
  readonly machine: string
  /** When the process started, in ticks of that machine; null where the system does not say. */
  readonly started: string | null
  readonly begun: string
  readonly holds: boolean
}

export function thisProcess(): Omit<Holder, 'holds'> {
  return {
    pid: process.pid,
    host: hostname().slice(0, 100),
    machine: machine(),
    started: startOf('self')?.ticks ?? null,
    begun: BEGUN,
  }
}

const BEGUN = new Date(performance.timeOrigin).toISOString().slice(0, 19)

/** Processes of other machines cannot be asked: a minute without a word, and they are no more. */
const SILENCE_MS = 60_000

/** Whether the process still runs. @param silence milliseconds since it last gave word */
export function isAlive({ pid, machine: place, started }: Holder, silence: number): boolean {
  if (place !== machine()) return silence < SILENCE_MS
  if (!isRunning(pid)) return false
  const now = startOf(String(pid))
  // A process id is given again; and who has ended may still wait to be noticed.
  return now === undefined || (now.state !== 'Z' && now.ticks === started)
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Containers may share a name, and number their processes alike. */
function machine(): string {
  const boot = attempt(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim())
  const room = attempt(() => readlinkSync('/proc/self/ns/pid'))
  return [hostname(), boot, room].filter(Boolean).join(' ').slice(0, 200)
}

/** From Linux; the name in brackets may hold anything, so fields are counted behind the last one. */
function startOf(pid: string): { readonly state: string; readonly ticks: string } | undefined {
  const text = attempt(() => readFileSync(`/proc/${pid}/stat`, 'latin1'))
  if (text === undefined) return undefined
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  return { state: fields[0] ?? '', ticks: fields[19] ?? '' }
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}
