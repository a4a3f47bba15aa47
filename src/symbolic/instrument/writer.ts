import { childrenOf, type SyntaxNode, visitNodes } from '../../source/syntax-tree.ts'
import type { RuntimeName } from '../runtime/names.ts'
import { isCall, isFunction } from './nodes.ts'
import type { Writes } from './writes.ts'

/** What a syntax becomes, as text; what no row speaks of stays as it is written. */
export type Rewrite = (node: SyntaxNode, writer: Writer) => string

export interface WriterOptions {
  readonly text: string
  readonly program: SyntaxNode
  /** Counts the modules of a program: places of all of them are told apart. */
  readonly module: number
  /** Begins every name that the program does not know. */
  readonly prefix: string
  readonly writes: Writes
  readonly rows: { readonly [type: string]: Rewrite }
}

/** Places are numbers: this many for each module. */
export const PLACES = 2 ** 17

/** Writes a program anew, node by node. */
export class Writer {
  readonly #options: WriterOptions
  readonly #suspending: ReadonlySet<SyntaxNode>
  #temporaries = 0
  #classes = 0
  /** Classes around the node that is written, by their numbers; innermost last. */
  readonly classes: number[] = []

  constructor(options: WriterOptions) {
    this.#options = options
    this.#suspending = suspendingIn(options.program)
  }

  /** Whether a generator or an async function may stop inside of this expression. */
  suspends(node: SyntaxNode): boolean {
    return this.#suspending.has(node)
  }

  out(node: SyntaxNode): string {
    const row = this.#options.rows[node.type]
    const text = row === undefined ? this.splice(node) : row(node, this)
    return TERMINATED.has(node.type) && !text.endsWith(';') ? `${text};` : text
  }

  /** The node's own text with what stands in it written anew, or replaced by what is given. */
  splice(node: SyntaxNode, replaced: ReadonlyMap<SyntaxNode, string> = new Map()): string {
    const { text } = this.#options
    const children = childrenOf(node).sort((a, b) => a.start - b.start)
    let [result, position] = ['', node.start]
    for (const child of children) {
      // A shorthand's key is its value too.
      if (child.start < position) continue
      result += text.slice(position, child.start) + (replaced.get(child) ?? this.out(child))
      position = child.end
    }
    return result + text.slice(position, node.end)
  }

  /**
   * For a place between commas. Brackets stand nowhere else than they must: the engine's parser looks
   * for what stands behind one that begins an expression, through all that it encloses.
   */
  argument(node: SyntaxNode): string {
    const text = this.out(node)
    return node.type === 'SequenceExpression' ? `(${text})` : text
  }

  /** For a place before `.name`. */
  reachable(node: SyntaxNode): string {
    const text = this.out(node)
    return node.type === 'Identifier' || isCall(node) ? text : `(${text})`
  }

  /** As it is written. */
  verbatim(node: SyntaxNode): string {
    return this.#options.text.slice(node.start, node.end)
  }

  /** A call of the runtime. */
  call(name: RuntimeName, ...args: readonly (string | number)[]): string {
    return `${this.#options.prefix}${name}(${args.join(',')})`
  }

  /** A call of the runtime that is told where it stands. */
  callAt(node: SyntaxNode, name: RuntimeName, ...args: readonly (string | number)[]): string {
    return this.call(name, this.#options.module * PLACES + node.start, ...args)
  }

  /** Refused where it runs, by an example of what it is. */
  refused(node: SyntaxNode, what: string): string {
    return this.callAt(node, 'refuse', JSON.stringify(what))
  }

  /** A name that nobody else uses. */
  temporary(): string {
    return `${this.#options.prefix}${++this.#temporaries}`
  }

  classNumber(): number {
    return this.#options.module * PLACES + ++this.#classes
  }

  /** Stands before a write to a variable, where one is needed; ends in a comma. */
  guard(identifier: SyntaxNode): string {
    const guard = this.#options.writes.guards.get(identifier) ?? { kind: 'module' }
    switch (guard.kind) {
      case 'none':
        return ''
      case 'module':
        return `${this.callAt(identifier, 'mayAssign', 0, JSON.stringify(identifier.name))},`
      case 'call':
        return `${this.callAt(identifier, 'mayAssign', this.#moment(guard.of), JSON.stringify(identifier.name))},`
      case 'parameter':
        return `${this.refused(identifier, '(a, b = () => a++) => …')},`
    }
  }

  /** Where it is kept when a function was called, if others write to its variables; else empty. */
  momentOf(node: SyntaxNode): string {
    const number = this.#options.writes.written.get(node)
    return number === undefined ? '' : this.#moment(number)
  }

  #moment(number: number): string {
    return `${this.#options.prefix}m${number}`
  }
}

/** Statements that may end without a semicolon. */
const TERMINATED = new Set([
  'ExpressionStatement',
  'VariableDeclaration',
  'ReturnStatement',
  'ThrowStatement',
  'BreakStatement',
  'ContinueStatement',
  'DoWhileStatement',
  'PropertyDefinition',
])

/** Nodes inside of which a generator or an async function may stop. */
function suspendingIn(program: SyntaxNode): ReadonlySet<SyntaxNode> {
  const parents = new Map<SyntaxNode, SyntaxNode | undefined>()
  const found = new Set<SyntaxNode>()
  visitNodes(program, (node, parent) => {
    parents.set(node, parent)
    if (node.type !== 'YieldExpression' && node.type !== 'AwaitExpression') return true
    let around: SyntaxNode | undefined = node
    while (around && !isFunction(around) && !found.has(around)) {
      found.add(around)
      around = parents.get(around)
    }
    return true
  })
  return found
}
