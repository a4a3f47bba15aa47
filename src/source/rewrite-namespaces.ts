import { behind, type Code, freshName, replaceRange } from './code.ts'
import { frameOf, type Home, qualify } from './declaration-home.ts'
import type { Edit } from './edits.ts'
import { isErased } from './erased.ts'
import {
  bindingsOf,
  declarationIn,
  declaredNames,
  hoistedNames,
  pathOf,
  type Variable,
} from './names.ts'
import { referencesTo } from './references.ts'
import { isNode, type SyntaxNode } from './syntax-tree.ts'

/**
 * One declaration of a namespace, or the part of `namespace A.B { … }` that declares `B` in `A`:
 * several make one namespace, and each sees what the others export.
 */
interface Block {
  /** Names on the way to the statements, where they stand further in. */
  readonly path: readonly string[]
  readonly statements: readonly SyntaxNode[]
}

/** Where a namespace stands: its home, and all blocks in which others of its name may stand. */
export interface Surroundings {
  readonly home: Home
  readonly blocks: readonly Block[]
  /** Uses that a namespace further in has claimed. */
  readonly claimed: Set<SyntaxNode>
}

type Rewrite = (code: Code, statement: SyntaxNode, surroundings: Surroundings) => Edit[]

/**
 * Edits for `namespace N { export const a = 1 }`, which becomes `var N;(function(N_){;(N_.a = 1); …`:
 * exported variables are properties, wherever they are named, as TypeScript has it.
 */
export function namespaceEdits(
  code: Code,
  statement: SyntaxNode,
  surroundings: Surroundings,
  rewriteInner: Rewrite,
): Edit[] {
  const node = declarationIn(statement)
  const [name = '', ...path] = pathOf(node.id)
  const frame = frameOf(code, statement, name, surroundings.home)
  const levels = levelsOf(code, { name, path, node, inside: frame.inside }, surroundings.blocks)
  const last = levels.at(-1) as Level
  const statements = bodyOf(node)
  const home: Home = { statements, keyword: 'let', holder: last.inside }
  const inner = { home, blocks: last.blocks, claimed: surroundings.claimed }
  return [
    ...nested(frame.edits, levels),
    ...statements.flatMap((one) => rewriteInner(code, one, inner)),
    ...statements.flatMap((one) => exportEdits(code, one, last.inside)),
    ...qualifications(statements, levels, surroundings.claimed),
  ]
}

function bodyOf(node: SyntaxNode): readonly SyntaxNode[] {
  return (node.body as SyntaxNode).body as SyntaxNode[]
}

/** One name of a namespace's path, and all that is declared under it. */
interface Level {
  readonly name: string
  readonly inside: string
  readonly blocks: readonly Block[]
}

interface Named {
  readonly name: string
  readonly path: readonly string[]
  readonly node: SyntaxNode
  readonly inside: string
}

function levelsOf(
  code: Code,
  { name, path, node, inside }: Named,
  around: readonly Block[],
): Level[] {
  const levels: Level[] = [{ name, inside, blocks: blocksOf(name, around) }]
  for (const further of path) {
    const blocks = blocksOf(further, levels.at(-1)?.blocks ?? [])
    levels.push({ name: further, inside: freshName(code, `${further}_${node.start}`), blocks })
  }
  return levels
}

function blocksOf(name: string, around: readonly Block[]): Block[] {
  return around.flatMap(({ path, statements }) => {
    if (path.length > 0) return path[0] === name ? [{ path: path.slice(1), statements }] : []
    return statements.map(declarationIn).flatMap((node) => {
      if (node.type !== 'TSModuleDeclaration' || isErased(node)) return []
      const [first, ...rest] = pathOf(node.id)
      return first === name ? [{ path: rest, statements: bodyOf(node) }] : []
    })
  })
}

/** The frame of the first name with those of the further ones inside. */
function nested([opening, closing]: readonly Edit[], levels: readonly Level[]): Edit[] {
  const pairs = levels.slice(1).map(({ name, inside }, i) => {
    const property = `${levels[i]?.inside}.${name}`
    const open = `let ${name};(function(${inside}){`
    return { open, close: `})(${name}=${property}||(${property}={}));` }
  })
  const opened = pairs.map(({ open }) => open).join('')
  const closed = pairs
    .map(({ close }) => close)
    .reverse()
    .join('')
  return [
    ...(opening ? [{ ...opening, text: insertedBefore(opening.text, opened) }] : []),
    ...(closing ? [{ ...closing, text: closed + closing.text }] : []),
  ]
}

/** The line breaks that an opening keeps stand behind all that it says. */
function insertedBefore(text: string, addition: string): string {
  const said = text.trimEnd()
  return said + addition + text.slice(said.length)
}

/** Uses of what the blocks of a namespace export, from the innermost name of its path outwards. */
function qualifications(
  statements: readonly SyntaxNode[],
  levels: readonly Level[],
  claimed: Set<SyntaxNode>,
): Edit[] {
  const hidden = new Set(localNames(statements))
  return levels.toReversed().flatMap(({ inside, blocks }, depth) => {
    const further = levels[levels.length - depth]
    if (further) hidden.add(further.name)
    const exported = blocks.flatMap((block) => exportedNames(block))
    const own = depth === 0 ? statements.flatMap(exportedVariables).map(({ name }) => name) : []
    const names = new Set([...exported.filter((name) => !hidden.has(name)), ...own])
    for (const name of names) hidden.add(name)
    const uses = statements.flatMap((statement) => referencesTo(names, statement))
    return uses.filter((use) => claim(use, claimed)).map((use) => qualify(use, inside))
  })
}

function claim({ node }: Variable, claimed: Set<SyntaxNode>): boolean {
  if (claimed.has(node)) return false
  claimed.add(node)
  return true
}

function localNames(statements: readonly SyntaxNode[]): string[] {
  return [...statements.flatMap(declaredNames), ...statements.flatMap(hoistedNames)]
}

function exportedNames({ path, statements }: Block): string[] {
  if (path[0] !== undefined) return [path[0]]
  return statements.filter((one) => isExported(one) && !isErased(one)).flatMap(declaredNames)
}

function isExported(statement: SyntaxNode): boolean {
  return statement !== declarationIn(statement)
}

function exportedVariables(statement: SyntaxNode): Variable[] {
  const node = declarationIn(statement)
  if (!isExported(statement) || isErased(statement)) return []
  if (node.type === 'TSImportEqualsDeclaration') return bindingsOf(node.id)
  if (node.type !== 'VariableDeclaration') return []
  return (node.declarations as SyntaxNode[]).flatMap(({ id }) => bindingsOf(id))
}

/** An exported declaration inside a namespace: a property of the object that holds it. */
function exportEdits(code: Code, statement: SyntaxNode, holder: string): Edit[] {
  if (!isExported(statement) || isErased(statement)) return []
  const node = declarationIn(statement)
  switch (node.type) {
    case 'VariableDeclaration':
      return variableEdits(code, statement, node, holder)
    case 'TSImportEqualsDeclaration':
      return aliasEdits(code, statement, holder)
    case 'FunctionDeclaration':
    case 'ClassDeclaration': {
      const [name = ''] = declaredNames(node)
      const publish = `;${holder}.${name}=${name};`
      return [replaceRange(code, statement.start, node.start, ';'), behind(node, publish)]
    }
    default:
      return []
  }
}

/** `export const a = 1, b: T` becomes `;(N_.a = 1, 0);`. */
function variableEdits(
  code: Code,
  statement: SyntaxNode,
  node: SyntaxNode,
  holder: string,
): Edit[] {
  const declarators = node.declarations as SyntaxNode[]
  const [first, last] = [declarators[0] as SyntaxNode, declarators.at(-1) as SyntaxNode]
  return [
    replaceRange(code, statement.start, first.start, ';('),
    ...declarators.flatMap(({ start, end, id, init }) =>
      isNode(init)
        ? bindingsOf(id).map((binding) => qualify(binding, holder))
        : [replaceRange(code, start, end, '0')],
    ),
    behind(last, ');'),
  ]
}

/** `export import a = A.b` becomes `;N_.a = A.b;`. */
function aliasEdits(code: Code, statement: SyntaxNode, holder: string): Edit[] {
  const node = declarationIn(statement)
  const [alias] = bindingsOf(node.id) as [Variable]
  const start = replaceRange(code, statement.start, alias.node.start, ';')
  return [start, qualify(alias, holder), behind(node, ';')]
}
