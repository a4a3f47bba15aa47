import { closeSync, openSync, readSync } from 'node:fs'
import { isLocalTime } from '../../course/clock.ts'
import { decodeText } from '../../text/decode.ts'
import type { Student } from '../inventory.ts'
import { person } from '../people/identifier.ts'
import { type Layout, mostly, ofNobody, type Placement, topFolder } from './layout.ts'

/**
 * `{assignment}_{username}_attempt_{YYYY-MM-DD-hh-mm-ss}_{file}`, beside a receipt of the same name
 * without a file. The time has no zone: it orders attempts, and is an instant
 * only where somebody says whose clock it is.
 */
const NAMED =
  /^(?<owner>[^/]+?_[^/]+?)_attempt_(?<time>\d{4}(?:-\d\d){5})(?:_(?<file>[^/]+)|\.txt)$/i

export const blackboard: Layout = {
  name: 'blackboard',
  summary: "Blackboard: HW1_jdoe_attempt_2026-09-20-10-00-00_ex1.ts ('Assignment File Download')",
  recognise: ({ files }) => {
    const top = files.filter((file) => topFolder(file) === undefined)
    const named = mostly(top, (file) => NAMED.test(file))
    return named.share > 0.5 ? `${named.text} files are named as Blackboard names them` : undefined
  },
  open: async ({ pathOf, files }) => {
    const receipts = new Map<string, Student>()
    const users = new Map<string, Student>()
    const assignments = new Set<string>()
    const named = files.filter((one) => NAMED.test(one))
    for (const file of named) {
      const student = NAMED.exec(file)?.groups?.file ? undefined : readReceipt(pathOf(file))
      if (student === undefined) continue
      receipts.set(attemptOf(file), student)
      users.set(student.key, student)
      const owner = ownerOf(file)
      const start = owner.length - student.key.length
      if (owner.slice(start).toLowerCase() === student.key.toLowerCase()) {
        assignments.add(owner.slice(0, start))
      }
    }
    const loginsOf = loginsIn(assignments, sharedStart(named.map(ownerOf)))
    return (file) => place(file, { receipts, users, loginsOf })
  },
}

/** `HW1_jdoe`: the assignment and the username, of which either may hold the sign between them. */
function ownerOf(file: string): string {
  return NAMED.exec(file)?.groups?.owner ?? ''
}

/** Up to the last such sign that all have in common. */
function sharedStart(owners: readonly string[]): string {
  const [first = '', ...others] = new Set(owners)
  let length = others.length === 0 ? 0 : first.length
  for (const other of others) while (!other.startsWith(first.slice(0, length))) length--
  return first.slice(0, first.slice(0, length).lastIndexOf('_') + 1)
}

/**
 * The usernames that may be meant: what stands behind an assignment that a receipt tells; without
 * one, behind any such sign that all names share; where they share none, behind any. Shortest first.
 */
function loginsIn(assignments: ReadonlySet<string>, shared: string) {
  return (owner: string): readonly string[] => {
    const told = [...assignments].filter((one) => owner.startsWith(one))
    if (told.length > 0) return told.map((one) => owner.slice(one.length))
    const signs = [...owner.matchAll(/_/g)].map(({ index }) => index + 1)
    const within = signs.filter((at) => shared === '' || at <= shared.length)
    return within.map((at) => owner.slice(at)).reverse()
  }
}

/** What a file and its receipt have in common. */
function attemptOf(file: string): string {
  return /^.+?_attempt_\d{4}(?:-\d\d){5}/i.exec(file)?.[0] ?? file
}

interface Told {
  /** By attempt. */
  readonly receipts: ReadonlyMap<string, Student>
  /** Of an attempt without its receipt, another one's says whose it is. */
  readonly users: ReadonlyMap<string, Student>
  readonly loginsOf: (owner: string) => readonly string[]
}

function place(file: string, { receipts, users, loginsOf }: Told): Placement {
  const groups = NAMED.exec(file)?.groups
  if (groups === undefined) return ofNobody('not named as Blackboard names submissions')
  const { owner = '', time = '', file: own } = groups
  const student = receipts.get(attemptOf(file)) ?? oneOf(loginsOf(owner), users)
  if (own === undefined) return ofNobody("Blackboard's receipt", student)
  const [year, month, day, ...clock] = time.split('-')
  const localTime = `${year}-${month}-${day}T${clock.join(':')}`
  return {
    kind: 'of-student',
    student,
    name: own,
    attempt: Number(time.replaceAll('-', '')),
    ...(isLocalTime(localTime) && { localTime }),
  }
}

function oneOf(logins: readonly string[], users: Told['users']): Student {
  const [login = '', ...others] = logins
  const student = users.get(login) ?? studentOf(login)
  const readings = others.flatMap((other) => studentOf(other).readings)
  return others.length === 0
    ? student
    : { ...student, readings: [...student.readings, ...readings] }
}

const RECEIPT_BYTES = 4096

/** `Name: Ann Lee (alee)`, in a line of its own. */
function readReceipt(path: string): Student | undefined {
  const text = startOf(path)
  const [, name = '', user] =
    /^[^\n:]{1,40}:[ \t]*([^\n]*?)[ \t]*\(([^()\s]+)\)[ \t]*\r?$/m.exec(text) ?? []
  return user === undefined ? undefined : studentOf(user, name)
}

function startOf(path: string): string {
  const handle = openSync(path, 'r')
  try {
    const bytes = Buffer.alloc(RECEIPT_BYTES)
    return decodeText(bytes.subarray(0, readSync(handle, bytes, 0, RECEIPT_BYTES, 0)))
  } finally {
    closeSync(handle)
  }
}

function studentOf(user: string, name = ''): Student {
  const called = name === '' ? undefined : { kind: 'name' as const, value: name }
  const readings = [person({ kind: 'login', value: user }, called)]
  return { key: user, name: name || user, id: user, email: null, readings }
}
