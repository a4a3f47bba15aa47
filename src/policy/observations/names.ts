import { GUEST_GLOBALS } from '../../source/guest-globals.ts'
import { boundNames } from '../../source/names.ts'
import { referencesTo } from '../../source/references.ts'
import { nameOf, type SyntaxNode } from '../../source/syntax-tree.ts'
import { nearNames } from '../../text/near-names.ts'
import { nodesOf } from '../offence.ts'
import { asWritten, insteadOf, isKnownMath, knownElsewhere } from './math-members.ts'
import { ANY, type Row, type Sighting } from './observation.ts'
import type { View } from './view.ts'

/** Names that nothing in the file declares, by what they are elsewhere. */
export const nameRows: readonly Row[] = [
  { id: 'other-language', explains: ANY, find: otherLanguage },
  { id: 'missing-math', explains: ANY, find: missingMath },
  { id: 'host-name', explains: ANY, find: ofAHost },
  { id: 'name-out-of-reach', explains: ANY, find: outOfReach },
  { id: 'argument-not-taken', explains: ANY, find: notTaken },
  { id: 'unknown-name', explains: ANY, find: unknownName },
]

interface Elsewhere {
  readonly language: string
  readonly instead: string
}

const python = (instead: string): Elsewhere => ({ language: 'Python', instead })

/** Words of other languages that parse as names. */
const ELSEWHERE: { readonly [name: string]: Elsewhere } = {
  math: python('Math'),
  cmath: python('Math'),
  np: python('Math'),
  numpy: python('Math'),
  jnp: python('Math'),
  torch: python('Math'),
  scipy: python('Math'),
  sympy: python('Math'),
  True: python('true'),
  False: python('false'),
  None: python('null'),
  print: python('console.log(…)'),
  len: python('xs.length'),
  range: python('for (let i = 0; i < n; i++) { … }'),
  float: python('Number(…)'),
  int: python('Math.trunc(…)'),
  str: python('String(…)'),
  sum: python('xs.reduce((a, b) => a + b, 0)'),
  self: python('this'),
  zeros: { language: 'MATLAB', instead: 'Array(n).fill(0)' },
  ones: { language: 'MATLAB', instead: 'Array(n).fill(1)' },
  disp: { language: 'MATLAB', instead: 'console.log(…)' },
  numel: { language: 'MATLAB', instead: 'xs.length' },
  nil: { language: 'Lua', instead: 'null' },
}

function otherLanguage(view: View): Sighting[] {
  return unresolved(view).flatMap(({ module, node, name, member }) => {
    if (!Object.hasOwn(ELSEWHERE, name)) return []
    const { language, instead } = ELSEWHERE[name] as Elsewhere
    const known = instead === 'Math' && member !== undefined ? mathFor(member) : instead
    const found = member === undefined || instead !== 'Math' ? name : `${name}.${member}`
    return [{ module, start: node.start, values: { found, language, instead: known } }]
  })
}

function mathFor(member: string): string {
  return isKnownMath(member) ? asWritten(member) : (insteadOf(member) ?? 'Math')
}

/** `exp(x)`, `PI` or `ln(x)` by itself. */
function missingMath(view: View): Sighting[] {
  return unresolved(view).flatMap(({ module, node, name, isCalled }) => {
    const constant = /^(pi|e)$/i.test(name) && !isCalled ? `Math.${name.toUpperCase()}` : undefined
    const known = isKnownMath(name) && isCalled ? asWritten(name) : undefined
    const near = isCalled ? knownElsewhere(name) : undefined
    const instead = constant ?? known ?? near
    return instead === undefined
      ? []
      : [{ module, start: node.start, values: { found: name, instead } }]
  })
}

/** What programs find on a page, in Node, in both, or in a test, and what tells the time. */
const HOSTS: readonly (readonly [host: string, names: RegExp])[] = [
  ['clock', /^(Date|performance)$/],
  [
    'page',
    /^(document|window|alert|confirm|prompt|location|localStorage|sessionStorage|history|requestAnimationFrame)$/,
  ],
  [
    'test-runner',
    /^(describe|it|test|expect|assert|beforeEach|afterEach|beforeAll|afterAll|vi|jest)$/,
  ],
  ['node', /^(process|Buffer|global|__dirname|__filename|setImmediate)$/],
  [
    'both',
    /^(fetch|crypto|navigator|queueMicrotask|(set|clear)(Timeout|Interval)|URL|URLSearchParams|Text(En|De)coder)$/,
  ],
]

function ofAHost(view: View): Sighting[] {
  return unresolved(view).flatMap(({ module, node, name }) => {
    const [host] = HOSTS.find(([, names]) => names.test(name)) ?? []
    return host === undefined ? [] : [{ module, start: node.start, values: { found: name, host } }]
  })
}

/** Declared, but inside of a function that the name does not stand in. */
function outOfReach(view: View): Sighting[] {
  return unresolved(view)
    .filter(({ module, name }) => declaredIn(view, module).includes(name))
    .map(({ module, node, name }) => ({ module, start: node.start, values: { found: name } }))
}

/** An argument of the function, where it is no parameter. */
function notTaken(view: View): Sighting[] {
  const { function: name, arguments: given } = view.request
  return unresolved(view)
    .filter((one) => given.includes(one.name))
    .map(({ module, node, name: found }) => {
      const call = `${name}(${given.join(', ')})`
      return { module, start: node.start, values: { found, call } }
    })
}

function unknownName(view: View): Sighting[] {
  return unresolved(view).map(({ module, node, name }) => {
    const near = nearNames(name, declaredIn(view, module))[0] ?? ''
    return { module, start: node.start, values: { found: name, near } }
  })
}

function declaredIn({ programs }: View, module: number): string[] {
  return nodesOf(programs[module] as SyntaxNode).flatMap(declared)
}

/** The names that a node declares, wherever it stands. */
function declared(node: SyntaxNode): string[] {
  const own = boundNames(node.id)
  const params = Array.isArray(node.params) ? node.params.flatMap((one) => boundNames(one)) : []
  return [...own, ...params]
}

interface Unresolved {
  readonly module: number
  readonly node: SyntaxNode
  readonly name: string
  readonly isCalled: boolean
  /** `exp` in `math.exp`. */
  readonly member?: string
}

/** Kept as long as its view: three rows ask. */
const strangers = new WeakMap<View, readonly Unresolved[]>()

/** What a used part of the source means by a name that neither the file nor the machine has. */
function unresolved(view: View): readonly Unresolved[] {
  const found = strangers.get(view) ?? freshUnresolved(view)
  strangers.set(view, found)
  return found
}

function freshUnresolved({ programs, nodes }: View): Unresolved[] {
  return programs.flatMap((program, module) => {
    const all = nodesOf(program)
    const imported = new Set(
      all.filter(({ type }) => /^Import\w*Specifier$/.test(type)).map(({ local }) => nameOf(local)),
    )
    const words = all.filter(({ type }) => type === 'Identifier').map((node) => String(node.name))
    const names = new Set(
      words.filter((name) => !imported.has(name) && !KNOWN.test(name) && !GUEST_GLOBALS.has(name)),
    )
    const [calls, members] = [new Set<unknown>(), new Map<unknown, string>()]
    // `typeof name` asks whether it is there.
    const asked = new Set(all.map(({ operator, argument }) => operator === 'typeof' && argument))
    for (const node of all) {
      if (node.type === 'CallExpression') calls.add(node.callee)
      const name = node.type === 'MemberExpression' ? nameOf(node.property) : undefined
      if (name !== undefined) members.set(node.object, name)
    }
    const inUse = new Set(nodes.map(({ node }) => node))
    return referencesTo(names, program)
      .filter(({ node }) => inUse.has(node) && !asked.has(node))
      .map(({ node, name }) => {
        const member = members.get(node)
        return { module, node, name, isCalled: calls.has(node), ...(member && { member }) }
      })
  })
}

/** What a module has besides the names of its machine. */
const KNOWN = /^(arguments|require|module|exports|undefined)$/
