import { behind, type Code, freshName, replaceRange } from './code.ts'
import { frameOf, Home, qualify } from './declaration-home.ts'
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
import { type Blocks, bodyOf, isExported } from './namespace-blocks.ts'
import { referencesTo } from './references.ts'
import { isNode, type SyntaxNode, visitNodes } from './syntax-tree.ts'

/** Where a namespace stands: its home, and all blocks in which others of its name may stand. */
export interface Surroundings {
  readonly home: Home
  readonly blocks: Blocks
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
  const home = new Home(statements, { keyword: 'let', holder: last.inside })
  const inner = { home, blocks: last.blocks, claimed: surroundings.claimed }
  return [
    ...nested(frame.edits, levels),
    ...statements.flatMap((one) => rewriteInner(code, one, inner)),
    ...statements.flatMap((one) => exportEdits(code, one, last.inside)),
    ...qualifications(statements, levels, surroundings.claimed),
  ]
}

/** One name of a namespace's path, and all that is declared under it. */
interface Level {
  readonly name: string
  readonly inside: string
  readonly blocks: Blocks
}

interface Named {
  readonly name: string
  readonly path: readonly string[]
  readonly node: SyntaxNode
  readonly inside: string
}

function levelsOf(code: Code, { name, path, node, inside }: Named, around: Blocks): Level[] {
  const levels: Level[] = [{ name, inside, blocks: around.named(name) }]
  for (const further of path) {
    const blocks = (levels.at(-1) as Level).blocks.named(further)
    levels.push({ name: further, inside: freshName(code, `${further}_${node.start}`), blocks })
  }
  return levels
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
  const words = [...new Set(statements.flatMap(wordsIn))]
  return levels.toReversed().flatMap(({ inside, blocks }, depth) => {
    const further = levels[levels.length - depth]
    if (further) hidden.add(further.name)
    const own = depth === 0 ? statements.flatMap(exportedVariables).map(({ name }) => name) : []
    const names = new Set([
      ...words.filter((word) => blocks.exported.has(word) && !hidden.has(word)),
      ...own,
    ])
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

function wordsIn(statement: SyntaxNode): string[] {
  const words: string[] = []
  visitNodes(statement, ({ type, name }) => {
    if (type === 'Identifier') words.push(String(name))
    return true
  })
  return words
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
