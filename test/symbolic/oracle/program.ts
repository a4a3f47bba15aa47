import fc from 'fast-check'
import { Choices } from './choices.ts'
import { ARRAYS } from './constructs/arrays.ts'
import { CLASSES } from './constructs/classes.ts'
import { CONTROL } from './constructs/control.ts'
import { EFFECTS } from './constructs/effects.ts'
import { FUNCTIONS } from './constructs/functions.ts'
import { OBJECTS } from './constructs/objects.ts'
import { SCOPES } from './constructs/scopes.ts'
import { STATE } from './constructs/state.ts'
import { VALUES } from './constructs/values.ts'
import { type Construct, type Constructs, ProgramWriter } from './writer.ts'

export const CONSTRUCTS: Constructs = {
  ...SCOPES,
  ...CONTROL,
  ...FUNCTIONS,
  ...CLASSES,
  ...ARRAYS,
  ...OBJECTS,
  ...EFFECTS,
  ...STATE,
  ...VALUES,
}

const KINDS = Object.keys(CONSTRUCTS)

export interface Program {
  readonly text: string
  readonly args: readonly string[]
  /** The constructs in it; the first one is what it is about. */
  readonly kinds: readonly string[]
}

/** Programs in the accepted language and just outside of it. */
export const programs: fc.Arbitrary<Program> = fc
  .array(fc.nat({ max: 0xffff }), { minLength: 30, maxLength: 160, size: 'max' })
  .map((numbers) => programOf(new Choices(numbers)))

function programOf(choices: Choices): Program {
  const args = choices.chance(3) ? ['x', 'alpha'] : ['x']
  const kinds: string[] = []
  const blockOf = (writer: ProgramWriter): string => {
    if (kinds.length > 0 && !choices.chance(3)) return writer.plain()
    const kind = choices.pick(KINDS)
    kinds.push(kind)
    return (CONSTRUCTS[kind] as Construct).write(writer)
  }
  const writer = new ProgramWriter(choices, [...args, 'y'], blockOf)
  const body = [`let y = ${writer.number(1).replaceAll('y', 'x')};`]
  const count = 1 + choices.below(3)
  for (let index = 0; index < count; index++) body.push(blockOf(writer))
  const parameters = args.map((name) => `${name}: any`).join(', ')
  const result = choices.chance(3) ? writer.number(1) : 'y'
  const f = `export function f(${parameters}) {\n${body.join('\n')}\nreturn ${result};\n}`
  return { text: [...writer.module, f].join('\n'), args, kinds }
}
