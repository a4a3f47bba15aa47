import { applyEdits, type Edit } from '../source/edits.ts'
import { parseTypeScript } from '../source/parse-typescript.ts'
import { asNode, childrenOf, isNode, nameOf, type SyntaxNode } from '../source/syntax-tree.ts'
import { lineAt } from '../text/lines.ts'

/** A way through `reference.ts` that a condition opens. */
interface Branch {
  /** In the script, and so in the file. */
  readonly line: number
  /** When it is taken, such as `if (n === 0)`. */
  readonly when: string
}

export interface Instrumented {
  /** The script with a mark in each branch; what it exports has `HITS` besides: the marks, by index. */
  readonly script: string
  readonly branches: readonly Branch[]
}

export const HITS = 'branches taken'

/** `return` stands outside of a function in the script: it is the body of one. */
const HEAD = 'function reference(){'

/** What is run for other reasons than to say what is right; `compute` is run on tensors. */
const APART: ReadonlySet<string> = new Set([
  ...[
    'inputs',
    'draw',
    'corners',
    'mistakes',
    'gradientMistakes',
    'compute',
    'workload',
    'summary',
  ],
])

/** Marks the branches of whatever says what is right, by the syntax tree. */
export function markBranches(script: string): Instrumented {
  const source = `${HEAD}${script}\n}`
  const program = asNode(parseTypeScript(source).program)
  const hits = unused(source, 'hits')
  const marks = new Marks(source, hits)
  visit(program, namesApart(program), marks)
  const end = source.lastIndexOf('return{') + 'return{'.length
  const exported = { start: end, end, text: `${JSON.stringify(HITS)}:${hits},` }
  const start = { start: HEAD.length, end: HEAD.length, text: `const ${hits}=[];` }
  const { text } = applyEdits(source, [start, ...marks.edits, exported])
  return { script: text.slice(HEAD.length, -2), branches: marks.branches }
}

function visit(node: SyntaxNode, helpers: ReadonlySet<string>, marks: Marks): void {
  if (node.type === 'Property' && APART.has(nameOf(node.key) ?? '')) return
  if (node.type === 'FunctionDeclaration' && helpers.has(nameOf(node.id) ?? '')) return
  if (node.type === 'VariableDeclarator' && helpers.has(nameOf(node.id) ?? '')) return
  if (node.type === 'IfStatement') marks.ofIf(node)
  if (node.type === 'ConditionalExpression') marks.ofConditional(node)
  if (node.type === 'SwitchCase') marks.ofCase(node)
  for (const child of childrenOf(node)) visit(child, helpers, marks)
}

/** Functions that draw, or that tensors go through, and that say nothing of what is right. */
function namesApart(program: SyntaxNode): ReadonlySet<string> {
  const apart = namesIn(program, DRAWING)
  for (const name of namesIn(program, RIGHT)) apart.delete(name)
  return apart
}

const DRAWING: ReadonlySet<string> = new Set(['inputs', 'draw', 'workload', 'compute'])
const RIGHT: ReadonlySet<string> = new Set(['exact', 'model'])

/** What is mentioned in properties of these names. */
function namesIn(program: SyntaxNode, properties: ReadonlySet<string>): Set<string> {
  const names = new Set<string>()
  const within = (node: SyntaxNode, inside: boolean): void => {
    const enters = node.type === 'Property' && properties.has(nameOf(node.key) ?? '')
    if (inside && node.type === 'Identifier') names.add(nameOf(node) ?? '')
    for (const child of childrenOf(node)) within(child, inside || enters)
  }
  within(program, false)
  return names
}

function unused(text: string, wish: string): string {
  return text.includes(wish) ? unused(text, `${wish}_`) : wish
}

class Marks {
  readonly branches: Branch[] = []
  readonly edits: Edit[] = []
  readonly #text: string
  readonly #hits: string

  constructor(text: string, hits: string) {
    this.#text = text
    this.#hits = hits
  }

  ofIf({ test, consequent, alternate, start, end }: SyntaxNode): void {
    const [asked, then] = [this.#textOf(test), consequent as SyntaxNode]
    this.#statement(then, throws(then) ? '' : this.#mark(start, `if (${asked})`))
    if (isNode(alternate)) {
      // What follows `else if` is a branch of its own.
      if (alternate.type === 'IfStatement' || throws(alternate)) return
      this.#statement(alternate, this.#mark(alternate.start, `else of if (${asked})`))
    } else {
      const mark = this.#mark(start, `no if (${asked})`)
      this.edits.push(behind(start, end, ` else ${mark};`))
    }
  }

  ofConditional({ test, consequent, alternate, start }: SyntaxNode): void {
    const asked = this.#textOf(test)
    this.#expression(consequent as SyntaxNode, this.#mark(start, `${asked} ? …`))
    this.#expression(
      alternate as SyntaxNode,
      this.#mark(start, `${asked} ? … : …, its second part`),
    )
  }

  ofCase({ test, consequent, start }: SyntaxNode): void {
    const [first] = consequent as readonly SyntaxNode[]
    if (first === undefined || throws(first)) return
    const when = isNode(test) ? `case ${this.#textOf(test)}` : 'default'
    const mark = this.#mark(start, when)
    this.edits.push({ start: first.start, end: first.start, text: `${mark};` })
  }

  #mark(at: number, when: string): string {
    const index = this.branches.length
    const line = lineAt(this.#text, at)
    this.branches.push({ line, when })
    return `${this.#hits}[${index}]=1`
  }

  #statement({ start, end }: SyntaxNode, mark: string): void {
    this.edits.push({ start, end: start, text: `{${mark};` }, behind(start, end, '}'))
  }

  #expression({ start, end }: SyntaxNode, mark: string): void {
    this.edits.push({ start, end: start, text: `(${mark},` }, behind(start, end, ')'))
  }

  #textOf(node: unknown): string {
    const { start, end } = node as SyntaxNode
    return this.#text.slice(start, end).replace(/\s+/g, ' ')
  }
}

function behind(from: number, end: number, text: string): Edit {
  return { start: end, end, text, behind: from }
}

/** A guard that throws is no answer. */
function throws(node: SyntaxNode): boolean {
  if (node.type === 'ThrowStatement') return true
  const body = node.type === 'BlockStatement' ? (node.body as readonly SyntaxNode[]) : []
  return body[0] !== undefined && throws(body[0])
}
