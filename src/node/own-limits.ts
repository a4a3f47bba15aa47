import { readFileSync } from 'node:fs'

const NAMES = {
  addresses: 'Max address space',
  files: 'Max open files',
  stack: 'Max stack size',
} as const

export type LimitName = keyof typeof NAMES

/** What the system allows this process, as proc_pid_limits(5) has it; infinite where nothing is told. */
export function softLimit(name: LimitName, limits: string = ownLimits()): number {
  const [, soft = 'unlimited'] = new RegExp(`^${NAMES[name]} +(\\S+)`, 'm').exec(limits) ?? []
  return soft === 'unlimited' ? Number.POSITIVE_INFINITY : Number(soft)
}

export function ownLimits(): string {
  try {
    return readFileSync('/proc/self/limits', 'latin1')
  } catch {
    return ''
  }
}
