import fc from 'fast-check'
import { template } from './template.ts'
import { type, typeParameters } from './types.ts'

/** What every generated program begins with: the names that its expressions use. */
export const PRELUDE = `declare const globalThis: any¶
globalThis.log = []¶
Function.prototype.toString = () => 'function'¶
function say(...values: unknown[]): void { globalThis.log.push(...values.map(show))¶ }
function show(value: any): string {
  if (typeof value === 'function') return 'function'¶
  if (typeof value !== 'object' || value === null) return String(value)¶
  return '{' + Object.keys(value).map((key) => key + ':' + show(value[key])) + '}'¶
}
function id<T>(x: T): T { return x¶ }
function tag(texts: TemplateStringsArray, ...values: any[]): number {
  return texts.length + values.length¶
}
class Box<T> { constructor(readonly v: T) {} }
let a: any = 1, b: any = 2.5¶
const s: any = 'word', list: any = [3, 1, 2]¶
const obj: any = { p: 4, q: { r: 5 }, f(x: any) { return x¶ } }¶
`

const ATOMS = [
  'a',
  'b',
  '0',
  '7',
  '.5',
  '1_000',
  '0x1f',
  '5..valueOf()',
  'list[0]',
  'obj.p',
  'obj.q.r',
  's.length',
  'void 0',
  'null',
  "'text'.length",
  '"/*".length',
  '`a${1}b`.length',
  '`${`${a}`}/`',
  '/[/]x/g.source.length',
  '/"/.test(s)',
  'obj?.p',
  'obj?.q?.r!',
  'obj!.q!.r',
  'obj.none?.deep.er',
  'obj?.["p"]',
  'list!.length',
  'a!',
  '(a as any)',
  '([1, 2] as const)',
]

/** «P» is an expression that needs no parentheses around it. */
const COMPOUND = [
  '(«E» + «E»)',
  '(«E» - «E»)',
  '(«E» * «E»)',
  '(«E» / «E» / «E»)',
  '«P» % 7',
  '(«P» ** 2)',
  '-«P»',
  '- -«P»',
  '!«P»',
  'typeof «P»',
  '(«E» < «E»)',
  '(a < b || b > («E»))',
  '(«E» && «E»)',
  '(«P» ?? «P»)',
  '(«E», «E»)',
  '(«E» ? «E» : «E»)',
  '(a ? (b) : «E»)',
  '(a ? (b, «E») : «E»)',
  '(a ? (x: «T»): any => x : («E»))',
  '(a ? (b) : x => «E»)',
  '(a ? (b) => (x) : y => «E»)',
  '(«E» as «T»)',
  '(«E» as unknown as «T»)',
  '(<«T»>«P»)',
  '(«E» satisfies «T»)',
  '(«E»)!',
  '(<any>«P» + 1)',
  '(«P» as any / 2)',
  '(«P» as any < 3)',
  '(«P»! / 2)',
  'id<«T»>(«E»)',
  'id(«E»)',
  '(id<«T»>)(«E»)',
  '(id<«T», any>)(«E»)',
  'id< <T>(x: T) => T >(«E»)',
  'obj?.f?.(«E»)',
  'obj?.f<«T»>(«E»)',
  'obj.f?.<«T»>(«E»)',
  'obj.f!(«E»)',
  '(obj?.f)!(«E»)',
  'obj["f"]!(«E»)',
  'new Box<«T»>(«E»).v',
  'new Box<«T»>(«E»)!.v!',
  '(new Box(«E») as any).v',
  'tag<«T»>`x${«E»}y`',
  'tag`x${«E» as «T»}`',
  '`${«E» as «T»}`',
  '[«E» as «T», ...list as any[]][0]',
  '({ k: «E» as «T» }).k',
  '({ k: «E», ...obj as «T» }).k',
  '({ ["k" as string]: «E» }).k',
  '({ m<T>(this: any, x?: T): any { return x } }).m(«E»)',
  '({ get k(): «T» { return «E» } }).k',
  '((x: «T»): any => x)(«E»)',
  '((x?: «T») => x)(«E»)',
  '((x: «T» = «E», ...r: any[]) => x)()',
  '((x: any): «T» => x)(«E»)',
  '((x: any): { a: «T»\n } => x)(«E»)',
  '(«G»(x: T): T => x)(«E»)',
  '(«G»(x: any, y?: any) => ({ k: x }))(«E»).k',
  '(({ p, q: [r = 1] }: { p: any; q: any[] }, [t]: any[] = []): any => p + r + t)({ p: «E», q: [] }, [2])',
  '(function (this: «T», x?: any) { return x¶ })(«E»)',
  '(function «G»(x: any): «T» { return x¶ })(«E»)',
  '(function named(n: number): any { return n > 0 ? named(n - 1) : «E»¶ })(2)',
  '(x => x)(«E»)',
  '(class { static v: «T» = «E»¶ }).v',
  '(class «G» implements A.B<«T»> { v: any = «E»¶ }, 1)',
  '[...(function* (): Generator<«T»> { yield «E»¶ })()][0]',
  '((a as any) = «E»)',
  '(a! += «P»)',
  '((a satisfies any)++)',
  '(<any>a)--',
  '([a as any, b!] = [«E», «E»])',
  '({ p: (obj.p as any), k: b = 1 } = { p: «E», k: «E» } as any)',
  '(list[1]! = «E»)',
]

const deep = fc.letrec<{ any: string; plain: string }>((tie) => {
  const fill = template({
    E: () => tie('any'),
    P: () => tie('plain'),
    T: () => type,
    G: () => typeParameters,
  })
  const atom = fc.constantFrom(...ATOMS)
  return {
    any: fc.oneof(
      { depthSize: 'small', withCrossShrink: true, maxDepth: 2 },
      atom,
      ...COMPOUND.map(fill),
    ),
    plain: fc.oneof(
      { depthSize: 'small', maxDepth: 2 },
      fc.constantFrom('a', 'b', 's.length', '9'),
      fill('(«E»)'),
    ),
  }
})

/** An expression of TypeScript that ends, whatever it gives. */
export const expression: fc.Arbitrary<string> = deep.any
