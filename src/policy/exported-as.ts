import { declaredNames } from '../source/names.ts'
import { childrenOf, nameOf, type SyntaxNode } from '../source/syntax-tree.ts'
import type { Declaration } from './declarations.ts'

interface Declared {
  /** The modules of a submission, with the one that is loaded first. */
  readonly programs: readonly SyntaxNode[]
  readonly declared: readonly Declaration[]
}

/**
 * What is called by a name from outside: what a module exports by it, as the sandbox looks for it.
 * A key of a table by that name is another thing then; where nothing is exported by the name, members
 * are what may be meant, as in `export default { tanh }` and in classes.
 */
export function exportedAs({ programs, declared }: Declared, name: string): Declaration[] {
  const named = declared.filter((one) => one.name === name)
  const from = exporters(programs, name)
  if (from.length === 0) return named
  const own = named.filter(({ module, as }) => as === 'variable' && from.includes(module))
  const [given, written] = [own.filter(gives), own.filter((one) => !gives(one))]
  return given.some(renames) || written.length === 0 ? given : written
}

function gives({ node }: Declaration): boolean {
  return node.type === 'ExportSpecifier'
}

/** `export { own as f }`: a variable that is called f is not meant. */
function renames({ node: { local, exported } }: Declaration): boolean {
  return nameOf(local) !== nameOf(exported)
}

/** The modules that export a name: the first one, or those of which it passes everything on. */
function exporters(programs: readonly SyntaxNode[], name: string): number[] {
  const all = [...programs.keys()].filter((module) => exportsName(programs[module], name))
  if (all[0] === 0) return [0]
  return programs[0] && childrenOf(programs[0]).some(passesAllOn) ? all : []
}

function exportsName(program: SyntaxNode | undefined, name: string): boolean {
  const statements = program === undefined ? [] : childrenOf(program)
  return statements.some((statement) => {
    if (statement.type !== 'ExportNamedDeclaration') return false
    const given = (statement.specifiers as SyntaxNode[]).map(({ exported }) => nameOf(exported))
    return [...declaredNames(statement), ...given].includes(name)
  })
}

/** `export * from './own.ts'`, but not `export * as own`. */
function passesAllOn({ type, exported }: SyntaxNode): boolean {
  return type === 'ExportAllDeclaration' && !exported
}
