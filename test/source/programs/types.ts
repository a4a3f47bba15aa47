import fc from 'fast-check'
import { template } from './template.ts'

const SIMPLE = [
  'number',
  'string | number',
  'any',
  'unknown',
  'never',
  'bigint',
  'this',
  "'literal'",
  '-1',
  '`a${string}b`',
  'typeof Math.PI',
  'keyof typeof Math',
  'A.B<number>',
  'import("./types").T',
  'null',
  'object',
  'true',
  'void',
]

const COMPOUND = [
  '(«T»)[]',
  '(«T») | undefined',
  'readonly («T»)[]',
  'Record<string, «T»>',
  '((x: «T», y?: number) => «T»)',
  '(new (...args: («T»)[]) => «T»)',
  '[first: «T», rest?: «T»]',
  '[...(«T»)[]]',
  '{ a: «T»; readonly b?: «T» }',
  '{ a: «T»\n b: «T» }',
  '{ (x: «T»): «T»; m?(y: number): void; [k: string]: any }',
  '{ readonly [K in keyof («T») as `get${K & string}`]-?: «T» }',
  '(«T») extends infer U extends number ? U : «T»',
  '(«T»)["a"]',
  'number[][]',

  'Map<«T», Array<Array<«T»>>>',
  '(<T extends «T» = any>(x: T) => T)',
  '(\n | «T»\n | «T»\n)',
  '(abstract new () => «T»)',
  '((x: any) => x is «T»)',
  'unique symbol',
]

/** A TypeScript type, on one line or several: nobody checks it, so it may be any. */
export const type: fc.Arbitrary<string> = fc.letrec<{ type: string }>((tie) => {
  const fill = template({ T: () => tie('type') })
  return {
    type: fc.oneof(
      { depthSize: 'small', withCrossShrink: true, maxDepth: 2 },
      fc.constantFrom(...SIMPLE),
      ...COMPOUND.map(fill),
    ),
  }
}).type

export const typeParameters: fc.Arbitrary<string> = fc.constantFrom(
  '<T>',
  '<T extends number>',
  '<T, U = T>',
  '<T,>',
)
