import {
  boundNames,
  declarationIn,
  declaredNames,
  isFunction,
  statementsOf,
} from '../../source/names.ts'
import { referencesTo } from '../../source/references.ts'
import { nameOf, type SyntaxNode } from '../../source/syntax-tree.ts'
import { bare } from '../expression.ts'
import { nodesOf } from '../offence.ts'
import type { Row, Sighting } from './observation.ts'
import type { View } from './view.ts'

/** Variables that are declared, and cannot be used as they are. */
export const variableRows: readonly Row[] = [
  { id: 'used-too-early', explains: ['error'], find: usedTooEarly },
  { id: 'constant-changed', explains: ['error'], find: constantChanged },
]

/** `const y = f(1)` above `const f = …`, in the file itself or in the function. */
function usedTooEarly({ programs, own, request }: View): Sighting[] {
  if (request.function !== '') return own ? earlyIn(own.body, own.module) : []
  return programs.flatMap(earlyIn)
}

function earlyIn(block: SyntaxNode, module: number): Sighting[] {
  const declared = new Map(
    (statementsOf(block) ?? []).flatMap((statement) => {
      const { type, kind, start, end } = declarationIn(statement)
      const isLate =
        type === 'ClassDeclaration' || (type === 'VariableDeclaration' && kind !== 'var')
      return isLate ? declaredNames(statement).map((name) => [name, { start, end }] as const) : []
    }),
  )
  const names = new Set(declared.keys())
  return (statementsOf(block) ?? []).flatMap((statement) => {
    // What a function holds runs later.
    const later = new Set(nodesOf(statement).filter(isFunction).flatMap(nodesOf))
    return referencesTo(names, statement)
      .filter(({ node, name }) => !later.has(node) && node.end <= (declared.get(name)?.start ?? 0))
      .map(({ node, name }) => ({ module, start: node.start, values: { found: name } }))
  })
}

/** A name that is a constant wherever the file declares it, and is given another value. */
function constantChanged({ programs, nodes }: View): Sighting[] {
  return programs.flatMap((program, module) => {
    const constants = constantsOf(program)
    return nodes.flatMap((one) => {
      const { type, left, argument } = one.node
      const isChange = type === 'AssignmentExpression' || type === 'UpdateExpression'
      const target = bare(type === 'AssignmentExpression' ? left : argument)
      const name = isChange && one.module === module ? nameOf(target) : undefined
      if (target === undefined || name === undefined || !constants.has(name)) return []
      return [{ module, start: target.start, values: { found: name } }]
    })
  })
}

function constantsOf(program: SyntaxNode): ReadonlySet<string> {
  const all = nodesOf(program)
  const declarations = all.filter(({ type }) => type === 'VariableDeclaration')
  const isConstant = ({ kind }: SyntaxNode) => kind === 'const'
  const others = [
    ...declarations.filter((one) => !isConstant(one)).flatMap(declaredNames),
    ...all.filter(isFunction).flatMap(({ params }) => (params as SyntaxNode[]).flatMap(boundNames)),
  ]
  const found = declarations.filter(isConstant).flatMap(declaredNames)
  return new Set(found.filter((name) => !others.includes(name)))
}
