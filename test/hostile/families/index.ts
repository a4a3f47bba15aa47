import { answers, rewriting } from './answers.ts'
import { blame } from './blame.ts'
import { aboutAsLong, askedAgain, hostNames, nearAnEnd, whenLookedAt } from './either-thread.ts'
import { escapes, tampering } from './escapes.ts'
import { memory, stack } from './memory-and-stack.ts'
import { neverEnds, neverPolls } from './never-ends.ts'
import { apart, record } from './record.ts'
import { state } from './state.ts'
import { source, text } from './text-and-source.ts'

/** Every attack, by family. */
export const FAMILIES = {
  'never ends': neverEnds,
  'never polls': neverPolls,
  memory,
  stack,
  escapes,
  tampering,
  state,
  answers,
  'answers, rewritten': rewriting,
  record,
  apart,
  blame,
  'names of the host': hostNames,
  'when looked at': whenLookedAt,
  'about as long': aboutAsLong,
  'near an end': nearAnEnd,
  'asked again': askedAgain,
  text,
  source,
} as const
