import { childrenOf, type SyntaxNode } from '../source/syntax-tree.ts'
import { type Declaration, declarationsOf, isFunctionValue } from './declarations.ts'
import { exportedAs } from './exported-as.ts'
import { type Mention, meant, mentionsIn } from './mentions.ts'
import { writesTo } from './writes.ts'

/** A part of the source that a function uses, directly or through others. */
export interface UsedSource {
  /** Index of the module in the submission. */
  readonly module: number
  /** Its name; empty for a statement that has none. */
  readonly name: string
  readonly node: SyntaxNode
  readonly mentions: readonly Mention[]
  /** The declarations that these may mean. */
  readonly means: readonly SyntaxNode[]
}

/** All declarations of a submission, and the statements that run as it is loaded. */
export interface Source {
  readonly programs: readonly SyntaxNode[]
  readonly declared: readonly Declaration[]
  readonly statements: readonly UsedSource[]
  readonly variables: readonly ReadonlySet<string>[]
}

export function sourceOf(programs: readonly SyntaxNode[]): Source {
  const declared = programs.flatMap(declarationsOf)
  const variables = programs.map(
    (_, module) =>
      new Set(
        declared
          .filter((one) => one.module === module && one.as !== 'member')
          .map(({ name }) => name),
      ),
  )
  const statements = programs.flatMap((program, module) =>
    childrenOf(program)
      .filter(({ type }) => RUNS.test(type))
      .map((node): UsedSource => {
        const mentions = mentionsIn(node, variables[module] as ReadonlySet<string>)
        return { module, name: '', node, mentions, means: [] }
      }),
  )
  return { programs, declared, statements, variables }
}

const RUNS = /^(Expression|For|ForIn|ForOf|While|DoWhile|If|Try|Switch|Block|Labeled)Statement$/

/**
 * Everything that a function's result may depend on: its own declaration, every declaration that
 * one of these means by a name, and the statements that fill what these read. Names mean what they
 * mean where they stand; members go by their names alone. What nobody means is nobody's business,
 * nor what only the functions `apart` reach.
 */
export function usedSource(
  source: Source,
  name: string,
  apart: readonly string[] = [],
): UsedSource[] {
  const used = reached(source, exportedAs(source, name), apart)
  for (let known = -1; known < used.size; ) {
    known = used.size
    for (const statement of source.statements) {
      if (used.has(statement.node) || !fills(source, statement, [...used.values()])) continue
      for (const one of reachedFrom(source, statement, apart)) used.set(one.node, one)
    }
  }
  return [...used.values()]
}

function reached(
  { declared, variables }: Source,
  from: readonly Declaration[],
  apart: readonly string[],
): Map<SyntaxNode, UsedSource> {
  const used = new Map<SyntaxNode, UsedSource>()
  const waiting = [...from]
  for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) {
    const { module, name, node } = one
    if (used.has(node)) continue
    const mentions = mentionsIn(node, variables[module] as ReadonlySet<string>)
    const others = mentions.filter((mention) => !apart.includes(mention.name))
    const next = others.flatMap((mention) => meant(mention, module, declared))
    used.set(node, { module, name, node, mentions, means: next.map((other) => other.node) })
    waiting.push(...next)
  }
  return used
}

function reachedFrom(
  source: Source,
  statement: UsedSource,
  apart: readonly string[],
): UsedSource[] {
  const others = statement.mentions.filter(({ name }) => !apart.includes(name))
  const meantBy = others.flatMap((mention) => meant(mention, statement.module, source.declared))
  return [statement, ...reached(source, meantBy, apart).values()]
}

/** Whether a statement, or what it calls, writes into something that is used. */
function fills(source: Source, statement: UsedSource, used: readonly UsedSource[]): boolean {
  const stores = new Set(
    source.declared
      .filter(
        (one) =>
          used.some(({ node }) => node === one.node) && !isFunctionValue(one, source.declared),
      )
      .map(({ name }) => name),
  )
  if (stores.size === 0) return false
  return reachedFrom(source, statement, []).some(({ node }) => writesTo(stores, node))
}
