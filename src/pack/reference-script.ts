import { SpecError, type SpecProblem } from '../errors.ts'
import type { ReferenceScript } from '../exercise.ts'
import * as kit from '../reference/kit.ts'
import { KIT_PARAMETER } from '../reference/structured/kit-parameter.ts'
import { blankTypes } from '../source/blank-types.ts'
import { placeAt } from '../source/code-frame.ts'
import { applyEdits, blank, type Edit } from '../source/edits.ts'
import { parseTypeScript } from '../source/parse-typescript.ts'
import {
  asNode,
  childrenOf,
  isNode,
  nameOf,
  type SyntaxNode,
  visitNodes,
} from '../source/syntax-tree.ts'
import { didYouMean } from '../text/near-names.ts'

export const REFERENCE_FILE = 'reference.ts'

/** All that a reference may import. */
const KIT = 'mlp-check/reference'

/**
 * A `reference.ts` as JavaScript that runs as the body of a function of the kit, line by line the same
 * file: no loader and no transpiler is needed, on any Node, wherever the package lies.
 * @throws SpecError with line and column of every defect
 */
export function compileReferences(text: string, file: string): ReferenceScript {
  const script = withoutTypes(text, file)
  const { program } = parseTypeScript(script)
  const module = new ModuleReader(script, file)
  module.read(asNode(program))
  if (module.problems.length > 0) throw new SpecError(module.problems)
  const exported = [...module.exported].map(([name, local]) => `${JSON.stringify(name)}:${local}`)
  const edited = applyEdits(script, module.edits).text
  // On a line of its own: the file may end in a comment.
  return { script: `${edited}\nreturn{${exported}}`, names: [...module.exported.keys()] }
}

function withoutTypes(text: string, file: string): string {
  const parsed = parseTypeScript(text)
  if (parsed.errors.length > 0) {
    throw new SpecError(
      parsed.errors.map(({ start, message }) => problemAt({ text, file, start }, message)),
    )
  }
  const script = blankTypes(text, parsed)
  if ('text' in script) return script.text
  throw new SpecError([problemAt({ text, file, start: script.start }, script.message)])
}

interface Offset {
  readonly text: string
  readonly file: string
  readonly start: number
}

function problemAt({ text, file, start }: Offset, message: string, advice?: string): SpecProblem {
  const { line, column } = placeAt(file, text, start, message)
  return { file, line, column, message, ...(advice !== undefined && { advice }) }
}

/** Turns imports into constants out of the kit, and exports into local names. */
class ModuleReader {
  readonly edits: Edit[] = []
  readonly problems: SpecProblem[] = []
  /** Local names by the names under which they are exported. */
  readonly exported = new Map<string, string>()
  readonly #text: string
  readonly #file: string

  constructor(text: string, file: string) {
    this.#text = text
    this.#file = file
  }

  read(program: SyntaxNode): void {
    for (const statement of childrenOf(program)) {
      if (statement.type === 'ImportDeclaration') this.#import(statement)
      else if (statement.type === 'ExportNamedDeclaration') this.#export(statement)
      else if (/^Export/.test(statement.type)) {
        this.#refuse(statement, 'a reference is exported by its name: export const … = …')
      }
    }
    visitNodes(program, (node) => {
      if (node.type === 'ImportExpression') this.#refuseSource(node, node.source)
      return true
    })
  }

  #import(statement: SyntaxNode): void {
    const { start, end, source } = statement
    const specifiers = (statement.specifiers as SyntaxNode[]) ?? []
    const onlyTypes = specifiers.length === 0 && this.#text.slice(start, end).includes('{')
    if (!onlyTypes && (source as SyntaxNode).value !== KIT) this.#refuseSource(statement, source)
    else this.#replace(statement, specifiers.map((specifier) => this.#constant(specifier)).join(''))
  }

  #constant(specifier: SyntaxNode): string {
    const local = nameOf(specifier.local) ?? ''
    if (specifier.type === 'ImportNamespaceSpecifier') return `const ${local}=${KIT_PARAMETER};`
    const imported = nameOf(specifier.imported) ?? 'default'
    if (!Object.hasOwn(kit, imported)) {
      const advice = didYouMean(imported, Object.keys(kit))
      this.#refuse(specifier, `"${KIT}" has no "${imported}"`, advice)
    }
    return `const ${local}=${KIT_PARAMETER}[${JSON.stringify(imported)}];`
  }

  #export(statement: SyntaxNode): void {
    const { source, declaration } = statement
    if (isNode(source)) {
      this.#refuseSource(statement, source)
    } else if (isNode(declaration)) {
      this.edits.push(blank(this.#text, statement.start, declaration.start))
      for (const name of declaredNames(declaration)) this.exported.set(name, name)
    } else {
      for (const specifier of statement.specifiers as SyntaxNode[]) {
        this.exported.set(nameOf(specifier.exported) ?? '', nameOf(specifier.local) ?? '')
      }
      this.#replace(statement, ';')
    }
  }

  /** The lines stay, so that errors are at the lines of the file. */
  #replace({ start, end }: SyntaxNode, text: string): void {
    const lines = this.#text.slice(start, end).replace(/[^\r\n\u2028\u2029]/g, '')
    this.edits.push({ start, end, text: text + lines })
  }

  #refuseSource(node: SyntaxNode, source: unknown): void {
    const name = isNode(source) ? JSON.stringify(source.value) : 'this'
    this.#refuse(node, `imports ${name}; a reference may import only from "${KIT}", and types`)
  }

  #refuse({ start }: SyntaxNode, message: string, advice?: string): void {
    const offset = { text: this.#text, file: this.#file, start }
    this.problems.push(problemAt(offset, message, advice))
  }
}

function declaredNames(declaration: SyntaxNode): string[] {
  const holders =
    declaration.type === 'VariableDeclaration'
      ? (declaration.declarations as SyntaxNode[])
      : [declaration]
  return holders.map(({ id }) => nameOf(id) ?? '').filter((name) => name !== '')
}
