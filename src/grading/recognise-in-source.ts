import type { CheckContext, Outcome } from '../checks/define-check.ts'
import { GENERIC_NOTES, type GenericNote } from '../mistakes/generic-notes.ts'
import type { Recognition } from '../report/report.ts'

/** Slips that stand in the source, where the function gave no number: what it reads is not there. */
export async function recogniseInSource(
  context: CheckContext,
  outcome: Outcome,
): Promise<Recognition | undefined> {
  const power = writesXor(context)
  if (power || !gaveNoNumber(outcome)) return power
  return (await unknownMember(context)) ?? neverGiven(context)
}

/** `^` on the input is hardly ever meant: it stopped whoever tried to follow the source. */
function writesXor({ found, function: { name } }: CheckContext): Recognition | undefined {
  const loaded = found(name)
  if (loaded?.kind !== 'function' || loaded.formula.kind !== 'undecided') return undefined
  const { why } = loaded.formula
  const isXor = why.id === 'not-followed.whole-number' && why.values.construct === '^'
  return isXor ? inSource('xor-for-power', GENERIC_NOTES['xor-for-power'].title) : undefined
}

function gaveNoNumber({ cause, evidence }: Outcome): boolean {
  const example = evidence.find((item) => item.kind === 'counterexample')
  return cause === 'crashed' || (example !== undefined && typeof example.got === 'string')
}

async function unknownMember({ session, function: { name } }: CheckContext) {
  const inspected = await session.inspect({ function: name, rules: [{ rule: 'known-math' }] })
  if (inspected.kind === 'fault') return undefined
  const [first] = inspected.findings
  return first && inSource('unknown-member', first.message)
}

/** A parameter that the exercise does not know is undefined in every call. */
function neverGiven({ found, function: spec }: CheckContext): Recognition | undefined {
  const loaded = found(spec.name)
  if (loaded?.kind !== 'function' || loaded.arity <= spec.arguments.length) return undefined
  const given = spec.arguments.length
  const what =
    given + 1 === loaded.arity ? `parameter ${loaded.arity}` : `parameters from ${given + 1} on`
  return inSource(
    'parameter-never-given',
    `${what} of ${spec.name} is never given: it is called as ${spec.name}(${spec.arguments.join(', ')})`,
  )
}

function inSource(note: GenericNote, title: string): Recognition {
  return { kind: 'note', note, title, hint: GENERIC_NOTES[note].hint, by: 'source' }
}
