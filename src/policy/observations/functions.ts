import { filledParameters } from '../../source/parameters.ts'
import { referencesTo } from '../../source/references.ts'
import { isNode, type SyntaxNode } from '../../source/syntax-tree.ts'
import { bare } from '../expression.ts'
import { nodesOf } from '../offence.ts'
import { mathName } from './arithmetic.ts'
import { hiddenIn } from './definitions.ts'
import { endsItself } from './endings.ts'
import { ANY, NO_NUMBER, NOTHING, type Row, type Sighting } from './observation.ts'
import { type OwnFunction, ownNodes, textOf, type View } from './view.ts'

/** How a function takes its arguments, and gives its value back. */
export const functionRows: readonly Row[] = [
  { id: 'async-function', explains: ANY, find: asynchronous },
  { id: 'return-alone', explains: NOTHING, find: returnAlone },
  { id: 'no-return', explains: NOTHING, find: noReturn },
  { id: 'helper-no-return', explains: NO_NUMBER, find: helperWithoutReturn },
  { id: 'return-on-some-paths', explains: ['undefined'], find: returnOnSomePaths },
  { id: 'returns-undefined', explains: ['undefined'], find: returnsUndefined },
  { id: 'throws-always', explains: ['error'], find: throwsAlways },
  { id: 'parameters-in-other-order', explains: ANY, find: otherOrder },
  { id: 'parameter-never-given', explains: NO_NUMBER, find: neverGiven },
  { id: 'parameters-unused', explains: ['wrong'], suspicion: true, find: noParameterUsed },
  { id: 'shadowed-name', explains: ANY, suspicion: true, find: shadowed },
  { id: 'parameter-unused', explains: ['wrong'], suspicion: true, find: unusedParameter },
]

function asynchronous({ own, request }: View): Sighting[] {
  if (own === undefined || (own.node.async !== true && own.node.generator !== true)) return []
  const { module, node } = own
  const word = node.async === true ? 'async' : 'function*'
  const gives = node.async === true ? 'Promise' : 'Generator'
  return [{ module, start: node.start, values: { function: request.function, word, gives } }]
}

/** `return` and a line break: what follows is never reached. */
function returnAlone({ own, request }: View): Sighting[] {
  if (own === undefined) return []
  return ownNodes(own).flatMap(({ body }) => {
    const statements = Array.isArray(body) ? (body as SyntaxNode[]) : []
    const at = statements.findIndex(
      ({ type, argument }, i) =>
        type === 'ReturnStatement' &&
        !isNode(argument) &&
        statements[i + 1]?.type === 'ExpressionStatement',
    )
    const found = statements[at]
    return found
      ? [{ module: own.module, start: found.start, values: { function: request.function } }]
      : []
  })
}

function noReturn({ own, request }: View): Sighting[] {
  if (own?.body.type !== 'BlockStatement' || returnsValue(own)) return []
  const statements = own.body.body as SyntaxNode[]
  const last = statements.at(-1)
  // Whoever throws on every way means to give nothing.
  if (last === undefined || statements.some(endsItself)) return []
  return [{ module: own.module, start: last.start, values: { function: request.function } }]
}

function returnsValue(own: Pick<OwnFunction, 'body'>): boolean {
  return ownNodes(own).some(({ type, argument }) => type === 'ReturnStatement' && isNode(argument))
}

/** A function beside it that works a value out and does not give it back. */
function helperWithoutReturn({ own, used }: View): Sighting[] {
  return used.flatMap(({ module, name, node }) => {
    const value = bare(node.init ?? node.value ?? node)
    const body = value && isNode(value.body) ? value.body : undefined
    if (value === undefined || value === own?.node || body?.type !== 'BlockStatement') return []
    const last = (body.body as SyntaxNode[]).at(-1)
    const worksOut = last?.type === 'ExpressionStatement' && isValue(last.expression)
    if (name === '' || !worksOut || returnsValue({ body })) return []
    return [{ module, start: last.start, values: { function: name } }]
  })
}

/** An expression that is for nothing but its value. */
function isValue(expression: unknown): boolean {
  const inner = bare(expression)
  if (inner === undefined) return false
  if (inner.type === 'CallExpression') return mathName(bare(inner.callee) ?? inner) !== undefined
  return /^(Binary|Unary|Conditional|Logical)Expression$|^(Literal|Identifier)$/.test(inner.type)
}

/** What is left when none of the conditions holds. */
function returnOnSomePaths({ own, request }: View): Sighting[] {
  if (own?.body.type !== 'BlockStatement' || !returnsValue(own)) return []
  const statements = own.body.body as SyntaxNode[]
  const last = statements.at(-1)
  if (last === undefined || statements.some(endsItself)) return []
  return [{ module: own.module, start: last.start, values: { function: request.function } }]
}

/** `undefined`, written as the value. */
function returnsUndefined({ own, request }: View): Sighting[] {
  if (own === undefined) return []
  return ownNodes(own).flatMap((node) => {
    const values =
      node.type === 'ReturnStatement'
        ? [node.argument]
        : node.type === 'ConditionalExpression'
          ? [node.consequent, node.alternate]
          : []
    const found = values.map(bare).find((value) => value !== undefined && isUndefined(value))
    const at = found && { module: own.module, start: found.start }
    return at ? [{ ...at, values: { function: request.function } }] : []
  })
}

function isUndefined({ type, name, operator }: SyntaxNode): boolean {
  return type === 'Identifier' ? name === 'undefined' : operator === 'void'
}

/** Before anything that could be given back, on every way. */
function throwsAlways(view: View): Sighting[] {
  const { own, request } = view
  const statements = own?.body.type === 'BlockStatement' ? (own.body.body as SyntaxNode[]) : []
  const at = statements.findIndex(({ type }) => type === 'ThrowStatement')
  const thrown = statements[at]
  if (own === undefined || thrown === undefined) return []
  const body = { type: 'BlockStatement', start: 0, end: 0, body: statements.slice(0, at) }
  if (returnsValue({ body })) return []
  const found = textOf(view, { module: own.module, node: thrown })
  return [
    { module: own.module, start: thrown.start, values: { function: request.function, found } },
  ]
}

/** The exercise's own names, in an order that it is not called in. */
function otherOrder({ own, request }: View): Sighting[] {
  const names = own?.parameters.map(([name = '']) => name) ?? []
  const wanted = request.arguments
  const same = names.length === wanted.length && names.every((name) => wanted.includes(name))
  if (own === undefined || !same || names.every((name, i) => name === wanted[i])) return []
  const values = { function: request.function, found: names.join(', '), instead: wanted.join(', ') }
  return [{ module: own.module, start: parameterStart(own, 0), values }]
}

/** A parameter that the exercise does not know is undefined in every call. */
function neverGiven({ own, request }: View): Sighting[] {
  const given = request.arguments.length
  const params = own === undefined ? [] : filledParameters(own.node)
  const at = params.findIndex(
    ({ type }, i) => i >= given && !/^(AssignmentPattern|RestElement)$/.test(type),
  )
  if (own === undefined || at < 0) return []
  const values = {
    function: request.function,
    found: own.parameters[at]?.[0] ?? `${at + 1}`,
    instead: request.arguments.join(', '),
  }
  return [{ module: own.module, start: parameterStart(own, at), values }]
}

function parameterStart({ node }: OwnFunction, index: number): number {
  return filledParameters(node)[index]?.start ?? node.start
}

function shadowed({ own, programs, request }: View): Sighting[] {
  const inside = own === undefined ? [] : hiddenIn(own.body, own.parameters.flat())
  const hidden = inside.map(({ name, node }) => ({
    module: own?.module ?? 0,
    start: node.start,
    values: { found: name, function: request.function },
  }))
  return [...hidden, ...programs.flatMap(ownMath)]
}

/** A variable called Math hides the machine's. */
function ownMath(program: SyntaxNode, module: number): Sighting[] {
  return nodesOf(program)
    .filter(({ id }) => isNode(id) && id.name === 'Math')
    .map(({ id }) => ({
      module,
      start: (id as SyntaxNode).start,
      values: { found: 'Math', function: '' },
    }))
}

/** Whatever is given, nothing of it reaches the value. */
function noParameterUsed(view: View): Sighting[] {
  const { own, request } = view
  const unused = unusedParameters(view)
  const [first] = unused
  if (own === undefined || first === undefined) return []
  if (unused.length < request.arguments.length - (request.tensors.length > 0 ? 1 : 0)) return []
  const values = { function: request.function }
  return [{ module: own.module, start: own.body.start, values }]
}

function unusedParameter(view: View): Sighting[] {
  const { arguments: names, needless = [] } = view.request
  const needed = unusedParameters(view).filter(
    ({ index }) => !needless.includes(names[index] ?? ''),
  )
  return needed.map(({ name, index }) => ({
    module: view.own?.module ?? 0,
    start: view.own ? parameterStart(view.own, index) : 0,
    values: { found: name, function: view.request.function },
  }))
}

/** But for `tf`, which stands before tensors and may be done without. */
function unusedParameters({ own, request }: View): { name: string; index: number }[] {
  if (own === undefined || usesArguments(own)) return []
  const single = own.parameters.map((names) => (names.length === 1 ? (names[0] ?? '') : ''))
  const used = new Set(referencesTo(new Set(single), own.body).map(({ name }) => name))
  const from = request.tensors.length > 0 ? 1 : 0
  return single.flatMap((name, index) =>
    index < from || name === '' || name.startsWith('_') || used.has(name) ? [] : [{ name, index }],
  )
}

function usesArguments(own: OwnFunction): boolean {
  return ownNodes(own).some((node) => node.type === 'Identifier' && node.name === 'arguments')
}
