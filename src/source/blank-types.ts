import { behind, type Code, codeOf } from './code.ts'
import { applyEdits, blank, type Edit, type EditedText } from './edits.ts'
import { type IdleImports, idleImports, importEdits } from './elide-imports.ts'
import { isErased } from './erased.ts'
import { statementsOf } from './names.ts'
import type { ParsedFile } from './parse-typescript.ts'
import { classEdits } from './rewrite-classes.ts'
import { declarationEdits } from './rewrite-declarations.ts'
import { exportEdits } from './rewrite-exports.ts'
import { asNode, childrenOf, isNode, type SyntaxNode } from './syntax-tree.ts'

/** TypeScript that has no JavaScript to become. */
export interface Refusal {
  readonly start: number
  readonly message: string
}

/**
 * Turns TypeScript into JavaScript by writing spaces over the types, so that every line and
 * column of what runs is one of the submission. Enums, namespaces, parameter properties and
 * accessors are rewritten within their own lines. Whatever is written in between ends in a
 * separator of its own: no line may go on with the one before it.
 */
export function blankTypes(text: string, file: ParsedFile): EditedText | Refusal {
  const root = asNode(file.program)
  const code = codeOf(text, file)
  const idle = idleImports(root)
  const blanker = new Blanker(code, idle)
  blanker.visit(root)
  if (blanker.refusal) return blanker.refusal
  return applyEdits(text, [...blanker.edits, ...importEdits(code, idle)])
}

/** Nodes that are types from end to end, wherever they stand. */
const TYPES = new Set([
  'TSTypeAnnotation',
  'TSTypeParameterDeclaration',
  'TSTypeParameterInstantiation',
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
  'AccessorProperty',
  'ExportDefaultDeclaration',
  'TSExportAssignment',
])

const MODIFIERS = /\b(?:public|private|protected|readonly|abstract|override|declare)\b/g

class Blanker {
  readonly edits: Edit[] = []
  refusal: Refusal | undefined
  readonly #code: Code
  readonly #text: string
  readonly #idle: IdleImports
  /** Where something blanked ends. */
  readonly #ends = new Set<number>()

  constructor(code: Code, idle: IdleImports) {
    this.#code = code
    this.#text = code.text
    this.#idle = idle
  }

  visit(node: SyntaxNode): void {
    if (TYPES.has(node.type)) this.#blank(node.start, node.end)
    else if (isErased(node) || this.#idle.aliases.has(node)) this.#erase(node)
    else this.#keep(node)
  }

  #keep(node: SyntaxNode): void {
    this.#refuse(node)
    this.#rewrite(node)
    for (const child of childrenOf(node)) this.visit(child)
    // What stands in the head of a loop ends there by itself.
    const ended = /^For/.test(node.type) ? [node.body as SyntaxNode] : childrenOf(node)
    for (const child of ended) this.#terminate(child)
  }

  #blank(start: number, end: number): void {
    if (end <= start) return
    this.edits.push(blank(this.#text, start, end))
    this.#ends.add(end)
  }

  #erase(node: SyntaxNode): void {
    this.edits.push({ start: node.start, end: node.start + 1, text: ';' })
    this.#blank(node.start + 1, node.end)
  }

  #refuse(node: SyntaxNode): void {
    const message = refusalOf(node)
    if (message !== undefined && this.refusal === undefined) {
      this.refusal = { start: node.start, message }
    }
  }

  #rewrite(node: SyntaxNode): void {
    const statements = statementsOf(node)
    // Those of a namespace are rewritten with the list that it stands in.
    if (statements !== undefined && node.type !== 'TSModuleBlock') {
      const keyword = node.type === 'Program' ? 'var' : 'let'
      this.edits.push(...declarationEdits(this.#code, statements, keyword))
      if (node.type === 'Program') this.edits.push(...exportEdits(this.#code, statements))
    } else if (SUFFIXES.has(node.type)) {
      this.#blank((node.expression as SyntaxNode).end, node.end)
    } else if (node.type === 'TSTypeAssertion') {
      this.#assertion(node)
    } else if (node.type === 'ClassDeclaration' || node.type === 'ClassExpression') {
      this.#classHead(node)
      this.edits.push(...classEdits(this.#code, node))
    } else if (MEMBERS.has(node.type)) {
      this.#member(node)
    } else if (node.type === 'ArrowFunctionExpression') {
      this.#arrow(node)
    } else if (node.type === 'VariableDeclarator') {
      this.#mark(node.id as SyntaxNode, '!')
    } else if (node.type === 'TSExportAssignment') {
      const { start } = node.expression as SyntaxNode
      this.edits.push({ start: node.start, end: start, text: 'export default ' })
    }
    if (Array.isArray(node.params)) this.#parameters(node.params.filter(isNode))
  }

  /** `return <T>` may end its line, but `return` may not: brackets go where the type went. */
  #assertion(node: SyntaxNode): void {
    const { start } = node.expression as SyntaxNode
    const isBroken = LINE_BREAK.test(this.#text.slice(node.start, start))
    if (isBroken) {
      const open = { start: node.start, end: node.start + 1, text: '(' }
      this.edits.push(open, behind(node, ')'))
    }
    this.#blank(isBroken ? node.start + 1 : node.start, start)
  }

  #classHead(node: SyntaxNode): void {
    const body = node.body as SyntaxNode
    if (node.abstract === true) this.#blank(node.start, node.start + 'abstract'.length)
    const interfaces = Array.isArray(node.implements) ? node.implements.filter(isNode) : []
    const first = interfaces[0]
    if (first === undefined) return
    this.#blank(this.#code.plain.lastIndexOf('implements', first.start), body.start)
  }

  /** A modifier begins a member, and ends what stood before it: `[x]` alone would go on with that. */
  #member(node: SyntaxNode): void {
    const key = node.key as SyntaxNode
    const words = [...this.#code.plain.slice(node.start, key.start).matchAll(MODIFIERS)]
    for (const { index, 0: word } of words) {
      const blanked = blank(this.#text, node.start + index, node.start + index + word.length)
      this.edits.push(index === 0 ? { ...blanked, text: `;${blanked.text.slice(1)}` } : blanked)
    }
    const value = isNode(node.value) ? node.value : undefined
    const annotation = isNode(node.typeAnnotation) ? node.typeAnnotation : undefined
    const end = annotation?.start ?? value?.start ?? node.end
    const mark = this.#code.plain.slice(key.end, end).search(/[?!]/)
    if (mark >= 0) this.#blank(key.end + mark, key.end + mark + 1)
  }

  /** `?` of an optional parameter and `!` of a definite variable stand before the annotation. */
  #mark(binding: SyntaxNode, mark: '?' | '!'): void {
    const annotation = isNode(binding.typeAnnotation) ? binding.typeAnnotation : undefined
    const end = annotation?.start ?? binding.end
    const at = this.#code.plain.slice(0, end).trimEnd().length - 1
    if (at >= binding.start && this.#text[at] === mark) this.#blank(at, at + 1)
  }

  #parameters(params: readonly SyntaxNode[]): void {
    for (const param of params) {
      const binding = isNode(param.parameter) ? param.parameter : param
      if (binding.optional === true) this.#mark(binding, '?')
    }
    const first = params[0]
    if (first?.type !== 'Identifier' || first.name !== 'this') return
    const comma = this.#code.plain.indexOf(',', first.end)
    this.#blank(first.start, params.length > 1 ? comma + 1 : first.end)
  }

  /**
   * No line may break before `=>`, or between `async` and its parameters: a type over several
   * lines takes the bracket beside it along.
   */
  #arrow(node: SyntaxNode): void {
    const [generics, type] = [node.typeParameters, node.returnType]
    if (isNode(generics) && this.#isBroken(generics)) {
      const bracket = this.#code.plain.indexOf('(', generics.end)
      const blanked = blank(this.#text, generics.start, bracket + 1)
      this.edits.push({ ...blanked, text: `(${blanked.text.slice(1)}` })
    }
    if (isNode(type) && this.#isBroken(type)) {
      const bracket = this.#code.plain.lastIndexOf(')', type.start)
      const blanked = blank(this.#text, bracket, type.end)
      this.edits.push({ ...blanked, text: `${blanked.text.slice(0, -1)})` })
    }
  }

  #isBroken({ start, end }: SyntaxNode): boolean {
    return LINE_BREAK.test(this.#text.slice(start, end))
  }

  /** Where what ended a statement is blanked, the next line could go on with it. */
  #terminate(node: SyntaxNode): void {
    if (!TERMINATED.has(node.type)) return
    if (this.#ends.has(node.end)) this.edits.push(behind(node, ';'))
  }
}

const LINE_BREAK = /[\r\n\u2028\u2029]/

const MEMBERS = new Set(['MethodDefinition', 'PropertyDefinition', 'AccessorProperty'])

function refusalOf(node: SyntaxNode): string | undefined {
  if (node.type === 'Decorator')
    return 'decorators are not supported: call the function that the decorator is, or leave it out'
  if (node.type === 'TSExternalModuleReference') {
    return '`import … = require(…)` is not supported: write `import … from`'
  }
  if (node.type === 'AccessorProperty' && node.computed === true && !isPlainKey(node.key)) {
    return 'an `accessor` whose name is computed is not supported: give it a plain name'
  }
  return undefined
}

/** A key that may be worked out twice. */
function isPlainKey(key: unknown): boolean {
  if (!isNode(key)) return false
  if (key.type === 'MemberExpression') return key.computed !== true && isPlainKey(key.object)
  return key.type === 'Literal' || key.type === 'Identifier'
}
