import { say } from '../messages/render.ts'
import type { Json, Message } from '../report/report.ts'
import type { NotFollowed } from '../session.ts'

/** The construct that stopped symbolic execution, and where it stands. */
export function whyNotFollowed({ why, line, file }: NotFollowed): Message {
  if (line === undefined) return why
  const reason = asValue(why)
  return file === undefined
    ? say('not-followed.at-line', { why: reason, line })
    : say('not-followed.in-file', { why: reason, line, file })
}

/** A message as a value of another one. */
export function asValue({ id, values }: Message): Json {
  return { id, values }
}
