import type { Student } from '../inventory.ts'
import { person, type Reading } from '../people/identifier.ts'
import { type Layout, mostly, ofNobody, type Placement, topFolder } from './layout.ts'

/**
 * `{name}[_LATE]_{user id}_{attachment id}_{file}`, the name being the student's in lower case
 * without anything but letters; anonymous: `[LATE_]anon_{id}_{attachment id}_{file}`.
 * (Canvas LMS, lib/content_zipper.rb)
 */
const NAMED = /^(?<name>[^_/]*?)(?<late>_LATE)?_(?<user>\d+)_\d+_(?<file>[^/]+)$/i
const ANONYMOUS = /^(?<late>LATE_)?anon_(?<user>[A-Za-z0-9]+)_\d+_(?<file>[^/]+)$/i
const NO_FILE =
  /^(?:LATE_)?(?<name>[^_/]*)(?:_LATE)?_(?<user>[A-Za-z0-9]+)_(?:\w+_)?(?<kind>text|link)\.html$/i

export const canvas: Layout = {
  name: 'canvas',
  summary: "Canvas: doejane_4242_991_ex1.ts, all in one folder ('Download Submissions')",
  recognise: ({ files }) => {
    const top = files.filter((file) => topFolder(file) === undefined)
    const named = mostly(top, isCanvasName)
    return named.share > 0.5 ? `${named.text} files are named as Canvas names them` : undefined
  },
  open: async () => place,
}

function isCanvasName(file: string): boolean {
  return NAMED.test(file) || ANONYMOUS.test(file) || NO_FILE.test(file)
}

function place(file: string): Placement {
  const entry = NO_FILE.exec(file)
  if (entry?.groups) {
    const { kind, name = '', user = '' } = entry.groups
    const student = studentOf(user, /^anon$/i.test(name) ? null : name)
    return ofNobody(`a ${kind} that was typed into Canvas, not a file`, student)
  }
  const anonymous = ANONYMOUS.exec(file)
  const groups = (anonymous ?? NAMED.exec(file))?.groups
  if (groups === undefined) return ofNobody('not named as Canvas names submissions')
  const { name = '', user = '', file: own = '', late } = groups
  return {
    kind: 'of-student',
    student: studentOf(user, anonymous ? null : name),
    name: own,
    late: late !== undefined,
  }
}

/**
 * Of a name without a letter of the alphabet, Canvas leaves nothing. A group hands in under its own
 * name and the number of one member. (Canvas LMS, Assignment#representatives)
 */
function studentOf(user: string, name: string | null): Student {
  const shown = name === null ? `anonymous ${user}` : name || user
  const called = name ? { kind: 'name' as const, value: name } : undefined
  const readings: Reading[] = [
    person({ kind: 'canvas-user', value: user }, called),
    ...(name ? [{ kind: 'group' as const, group: name, stripped: true }] : []),
  ]
  return { key: user, name: shown, id: user, email: null, readings }
}
