import fc from 'fast-check'
import {
  BASE_CONSTRUCTORS,
  CLASS_MEMBERS,
  DECLARATIONS,
  DERIVED_CONSTRUCTORS,
} from './declarations.ts'
import { expression, PRELUDE } from './expressions.ts'
import { PARSED_ONLY, STATEMENTS } from './statements.ts'
import { type Style, write } from './style.ts'
import { template } from './template.ts'
import { type, typeParameters } from './types.ts'

const fill = template({
  E: () => expression,
  P: () => fc.constantFrom('a', '(a + 1)', 'list[0]', 'obj.p'),
  T: () => type,
  G: () => typeParameters,
  N: () => fc.constant('«N»'),
})

const oneOf = (texts: readonly string[]) => fc.oneof(...texts.map(fill))

const HEADS = [
  'class C«N»',
  'class C«N»<T> implements A.B<T>, I',
  'export class C«N»',
  'class C«N» extends (Box as any)<number>',
  'class C«N»<T> extends Box<T> implements I',
]

const classes = fc
  .record({
    head: fc.constantFrom(...HEADS),
    members: fc
      .subarray([...CLASS_MEMBERS], { maxLength: 5 })
      .chain((texts) => fc.tuple(...texts.map(fill))),
    own: oneOf(BASE_CONSTRUCTORS),
    derived: oneOf(DERIVED_CONSTRUCTORS),
    argument: expression,
  })
  .map(({ head, members, own, derived, argument }) => {
    const making = head.includes('extends') ? derived : own
    const body = [...members.slice(0, 2), making, ...members.slice(2)].filter(Boolean)
    return `${head} {\n  ${body.join('\n  ')}\n}\nsay(new C«N»(${argument}))¶`
  })

const abstractClasses = fill(
  'abstract class C«N» { abstract m(x: «T»): «T»¶ abstract x: «T»¶ protected abstract get y(): «T»¶ abstract accessor z: «T»¶ n() { return «E»¶ } constructor(private k?: any) {} }\nclass D«N» extends C«N» { override m() { return 1¶ } x = 2¶ get y() { return 3¶ } accessor z = 4¶ }\nsay(new D«N»().n(), new D«N»())¶',
)

const running = fc.oneof(
  { weight: 5, arbitrary: oneOf(STATEMENTS) },
  { weight: 3, arbitrary: oneOf(DECLARATIONS) },
  { weight: 2, arbitrary: classes },
  { weight: 1, arbitrary: abstractClasses },
)

const parsed = fc.oneof(
  { weight: 3, arbitrary: running },
  { weight: 2, arbitrary: oneOf(PARSED_ONLY) },
)

const style: fc.Arbitrary<Style> = fc.record({
  semicolons: fc.boolean(),
  newline: fc.constantFrom('\n', '\r\n'),
  head: fc.constantFrom('', '', '// a remark: ( [ {\n', '#!/usr/bin/env node\n', '\ufeff'),
})

/** What a file may hold only once. */
const ONCE = [/^let type = 1, of/, /^export default /]

function numbered(statements: readonly string[]): string {
  const wanted = statements.filter((text, i) =>
    ONCE.every((once) => !once.test(text) || statements.findIndex((one) => once.test(one)) === i),
  )
  return wanted.map((text, i) => text.replaceAll('«N»', String(i))).join('\n')
}

function programOf(statement: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .tuple(fc.array(statement, { minLength: 1, maxLength: 6 }), style)
    .map(([statements, inStyle]) =>
      write(`${PRELUDE}${numbered(statements)}\nexport {}¶\n`, inStyle),
    )
}

/** A program that runs and ends, and tells what it computes by `globalThis.log`. */
export const runnableProgram = programOf(running)

/** A program that is TypeScript, whatever it would do. */
export const anyProgram = programOf(parsed)
