import { isErased } from './erased.ts'
import { collect, declarationIn, declaredNames, pathOf } from './names.ts'
import type { SyntaxNode } from './syntax-tree.ts'

/** One declaration of a namespace, or the part of `namespace A.B { … }` that declares `B` in `A`. */
interface Block {
  /** Names on the way to the statements, where they stand further in. */
  readonly path: readonly string[]
  readonly statements: readonly SyntaxNode[]
}

/**
 * All declarations that make one namespace: each sees what the others export. What they hold is
 * looked up once, however many they are.
 */
export class Blocks {
  readonly #all: readonly Block[]
  #named: ReadonlyMap<string, Blocks> | undefined
  #exported: ReadonlySet<string> | undefined

  private constructor(all: readonly Block[]) {
    this.#all = all
  }

  /** What stands in a list of statements. */
  static of(statements: readonly SyntaxNode[]): Blocks {
    return new Blocks([{ path: [], statements }])
  }

  /** The namespace of a name that stands in this one. */
  named(name: string): Blocks {
    this.#named ??= byName(this.#all.flatMap(innerOf), (blocks) => new Blocks(blocks))
    return this.#named.get(name) ?? new Blocks([])
  }

  get exported(): ReadonlySet<string> {
    this.#exported ??= new Set(this.#all.flatMap(exportedNames))
    return this.#exported
  }
}

type NamedBlock = readonly [name: string, block: Block]

function byName(
  blocks: readonly NamedBlock[],
  together: (blocks: readonly Block[]) => Blocks,
): ReadonlyMap<string, Blocks> {
  const found = new Map<string, Block[]>()
  for (const [name, block] of blocks) collect(found, name, block)
  return new Map([...found].map(([name, all]) => [name, together(all)]))
}

function innerOf({ path: [first, ...path], statements }: Block): NamedBlock[] {
  if (first !== undefined) return [[first, { path, statements }]]
  return statements.map(declarationIn).flatMap((node) => {
    if (node.type !== 'TSModuleDeclaration' || isErased(node)) return []
    const [name = '', ...further] = pathOf(node.id)
    return [[name, { path: further, statements: bodyOf(node) }] as const]
  })
}

export function bodyOf(namespace: SyntaxNode): readonly SyntaxNode[] {
  return (namespace.body as SyntaxNode).body as SyntaxNode[]
}

function exportedNames({ path, statements }: Block): string[] {
  if (path[0] !== undefined) return [path[0]]
  return statements.filter((one) => isExported(one) && !isErased(one)).flatMap(declaredNames)
}

export function isExported(statement: SyntaxNode): boolean {
  return statement !== declarationIn(statement)
}
