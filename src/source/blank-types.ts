import { applyEdits, blank, type Edit, type EditedText } from './edits.ts'
import { elidedImportEdits } from './elide-imports.ts'
import type { ParsedFile } from './parse-typescript.ts'
import { declarationEdits } from './rewrite-declarations.ts'
import { asNode, childrenOf, isNode, type SyntaxNode } from './syntax-tree.ts'

/** TypeScript that has no JavaScript to become. */
export interface Refusal {
  readonly start: number
  readonly message: string
}

/**
 * Turns TypeScript into JavaScript by writing spaces over the types, so that every line and
 * column of what runs is one of the submission. Enums, namespaces and parameter properties are
 * rewritten within their own lines.
 */
export function blankTypes(text: string, file: ParsedFile): EditedText | Refusal {
  const blanker = new Blanker(text)
  const root = asNode(file.program)
  blanker.visit(root)
  if (blanker.refusal) return blanker.refusal
  blanker.edits.push(...elidedImportEdits(text, root))
  return applyEdits(text, blanker.edits)
}

/** Nodes that are types from end to end, wherever they stand. */
const TYPES = new Set([
  'TSTypeAnnotation',
  'TSTypeParameterDeclaration',
  'TSTypeParameterInstantiation',
])

/** Statements and members that leave nothing behind but a semicolon. */
const VANISHING = new Set([
  'TSInterfaceDeclaration',
  'TSTypeAliasDeclaration',
  'TSDeclareFunction',
  'TSNamespaceExportDeclaration',
  'TSGlobalDeclaration',
  'TSIndexSignature',
  'TSAbstractMethodDefinition',
  'TSAbstractPropertyDefinition',
  'TSAbstractAccessorProperty',
])

/** `x as T`, `x satisfies T`, `x!`, `f<T>`: the expression stays, the rest goes. */
const SUFFIXES = new Set([
  'TSAsExpression',
  'TSSatisfiesExpression',
  'TSNonNullExpression',
  'TSInstantiationExpression',
])

/** Where a blanked end could glue a statement to the next line. */
const TERMINATED = new Set([
  'ExpressionStatement',
  'VariableDeclaration',
  'ReturnStatement',
  'ThrowStatement',
  'PropertyDefinition',
  'ExportDefaultDeclaration',
])

const MODIFIERS = /\b(?:public|private|protected|readonly|abstract|override|declare)\b/g

class Blanker {
  readonly edits: Edit[] = []
  refusal: Refusal | undefined
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  visit(node: SyntaxNode): void {
    if (TYPES.has(node.type)) this.#blank(node.start, node.end)
    else if (this.#vanishes(node)) this.#vanish(node)
    else this.#keep(node)
  }

  #keep(node: SyntaxNode): void {
    this.#refuse(node)
    this.#rewrite(node)
    for (const child of childrenOf(node)) this.visit(child)
    if (TERMINATED.has(node.type)) this.#terminate(node)
  }

  #blank(start: number, end: number): void {
    if (end > start) this.edits.push(blank(this.#text, start, end))
  }

  #vanishes(node: SyntaxNode): boolean {
    if (VANISHING.has(node.type)) return true
    if (node.declare === true) return true
    if (node.importKind === 'type' || node.exportKind === 'type')
      return !/Specifier$/.test(node.type)
    if (node.type === 'MethodDefinition' || node.type === 'PropertyDefinition') {
      return isNode(node.value) && node.value.type === 'TSEmptyBodyFunctionExpression'
    }
    if (node.type === 'ExportNamedDeclaration' || node.type === 'ExportDefaultDeclaration') {
      return isNode(node.declaration) && this.#vanishes(node.declaration)
    }
    return node.type === 'TSModuleDeclaration' && holdsOnlyTypes(node)
  }

  #vanish(node: SyntaxNode): void {
    this.edits.push({ start: node.start, end: node.start + 1, text: ';' })
    this.#blank(node.start + 1, node.end)
  }

  #refuse(node: SyntaxNode): void {
    const message = REFUSED[node.type]
    if (message !== undefined && this.refusal === undefined) {
      this.refusal = { start: node.start, message }
    }
  }

  #rewrite(node: SyntaxNode): void {
    if (SUFFIXES.has(node.type)) {
      this.#blank((node.expression as SyntaxNode).end, node.end)
    } else if (node.type === 'TSTypeAssertion') {
      this.#blank(node.start, (node.expression as SyntaxNode).start)
    } else if (node.type === 'ClassDeclaration' || node.type === 'ClassExpression') {
      this.#classHead(node)
    } else if (node.type === 'MethodDefinition' || node.type === 'PropertyDefinition') {
      this.#member(node)
    } else if (node.type === 'ArrowFunctionExpression') {
      this.#arrow(node)
    } else if (node.type === 'VariableDeclarator') {
      this.#mark(node.id as SyntaxNode, '!')
    }
    if (Array.isArray(node.params)) this.#parameters(node.params.filter(isNode))
    this.edits.push(...declarationEdits(this.#text, node))
  }

  #classHead(node: SyntaxNode): void {
    const body = node.body as SyntaxNode
    if (node.abstract === true) this.#words(node.start, body.start, /\babstract\b/)
    const interfaces = Array.isArray(node.implements) ? node.implements.filter(isNode) : []
    const first = interfaces[0]
    if (first === undefined) return
    const word = this.#text.lastIndexOf('implements', first.start)
    this.#blank(word, body.start)
  }

  #member(node: SyntaxNode): void {
    const key = node.key as SyntaxNode
    const from = Array.isArray(node.decorators)
      ? (node.decorators.at(-1)?.end ?? node.start)
      : node.start
    this.#words(from, key.start, MODIFIERS)
    const value = isNode(node.value) ? node.value : undefined
    const annotation = isNode(node.typeAnnotation) ? node.typeAnnotation : undefined
    const end = annotation?.start ?? value?.start ?? node.end
    this.#words(key.end, end, /[?!]/)
  }

  /** `?` of an optional parameter and `!` of a definite variable stand before the annotation. */
  #mark(binding: SyntaxNode, mark: '?' | '!'): void {
    const annotation = isNode(binding.typeAnnotation) ? binding.typeAnnotation : undefined
    const end = annotation?.start ?? binding.end
    const at = this.#text.lastIndexOf(mark, end - 1)
    if (at >= binding.start && /^[?!]\s*$/.test(this.#text.slice(at, end))) this.#blank(at, at + 1)
  }

  #parameters(params: readonly SyntaxNode[]): void {
    for (const param of params) if (param.optional === true) this.#mark(param, '?')
    const first = params[0]
    if (first?.type !== 'Identifier' || first.name !== 'this') return
    const comma = this.#text.indexOf(',', first.end)
    this.#blank(first.start, params.length > 1 ? comma + 1 : first.end)
  }

  /** No line may break before `=>`: a return type over several lines takes its bracket along. */
  #arrow(node: SyntaxNode): void {
    const type = isNode(node.returnType) ? node.returnType : undefined
    if (type === undefined || !/[\r\n]/.test(this.#text.slice(type.start, type.end))) return
    const bracket = this.#text.lastIndexOf(')', type.start)
    const blanked = blank(this.#text, bracket, type.end)
    this.edits.push({ ...blanked, text: `${blanked.text.slice(0, -1)})` })
  }

  #words(start: number, end: number, pattern: RegExp): void {
    const global = new RegExp(pattern.source, 'g')
    for (const match of this.#text.slice(start, end).matchAll(global)) {
      this.#blank(start + match.index, start + match.index + match[0].length)
    }
  }

  #terminate(node: SyntaxNode): void {
    const last = this.edits.findLast((edit) => edit.end === node.end && edit.start < node.end)
    if (last === undefined || !/[ ]$/.test(last.text)) return
    this.edits.push({ ...last, text: `${last.text.slice(0, -1)};` })
    this.edits.splice(this.edits.indexOf(last), 1)
  }
}

const REFUSED: { readonly [type: string]: string } = {
  Decorator: 'decorators are not supported',
  TSImportEqualsDeclaration: '`import … = require(…)` is not supported: write `import … from`',
}

function holdsOnlyTypes(namespace: SyntaxNode): boolean {
  if (!isNode(namespace.body)) return true
  const statements = childrenOf(namespace.body)
  return statements.every((statement) => {
    const inner = isNode(statement.declaration) ? statement.declaration : statement
    if (inner.type === 'TSModuleDeclaration') return holdsOnlyTypes(inner)
    return VANISHING.has(inner.type) || inner.declare === true
  })
}
