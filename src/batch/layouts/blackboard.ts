import type { Student } from '../inventory.ts'
import { person } from '../people/identifier.ts'
import { type Layout, mostly, ofNobody, type Placement, topFolder } from './layout.ts'

/**
 * `{assignment}_{username}_attempt_{YYYY-MM-DD-hh-mm-ss}_{file}`, beside a receipt of the same name
 * without a file. The time has no zone: it orders attempts, and is no instant.
 */
const NAMED =
  /^(?<assignment>.+?)_(?<user>[^_/]+)_attempt_(?<time>\d{4}(?:-\d\d){5})(?:_(?<file>[^/]+)|\.txt)$/i

export const blackboard: Layout = {
  name: 'blackboard',
  summary: "Blackboard: HW1_jdoe_attempt_2026-09-20-10-00-00_ex1.ts ('Assignment File Download')",
  recognise: ({ files }) => {
    const top = files.filter((file) => topFolder(file) === undefined)
    const named = mostly(top, (file) => NAMED.test(file))
    return named.share > 0.5 ? `${named.text} files are named as Blackboard names them` : undefined
  },
  open: async () => place,
}

function place(file: string): Placement {
  const groups = NAMED.exec(file)?.groups
  if (groups === undefined) return ofNobody('not named as Blackboard names submissions')
  const { user = '', time = '', file: own } = groups
  if (own === undefined) return ofNobody("Blackboard's receipt", studentOf(user))
  return {
    kind: 'of-student',
    student: studentOf(user),
    name: own,
    attempt: Number(time.replaceAll('-', '')),
  }
}

function studentOf(user: string): Student {
  const readings = [person({ kind: 'login', value: user })]
  return { key: user, name: user, id: user, email: null, readings }
}
