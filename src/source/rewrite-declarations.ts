import type { Edit } from './edits.ts'
import { isNode, nameOf, type SyntaxNode } from './syntax-tree.ts'

/** Edits for TypeScript that has a meaning at run time: enum, namespace, parameter properties, `export =`. */
export function declarationEdits(text: string, node: SyntaxNode): Edit[] {
  if (node.type === 'TSEnumDeclaration') return enumEdits(text, node)
  if (node.type === 'TSModuleDeclaration') return namespaceEdits(text, node)
  if (node.type === 'MethodDefinition' && node.kind === 'constructor') return propertyEdits(node)
  if (node.type === 'TSExportAssignment') {
    const expression = node.expression as SyntaxNode
    return [{ start: node.start, end: expression.start, text: 'export default ' }]
  }
  return []
}

/** `enum E { A, B = 2 }` becomes `var E;(function(E){ … })(E||(E={}))`, members at their lines. */
function enumEdits(text: string, node: SyntaxNode): Edit[] {
  const name = nameOf(node.id) ?? ''
  const body = node.body as SyntaxNode
  const members = (body.members as SyntaxNode[]) ?? []
  const names = members.map((member) => nameOf(member.id) ?? '')
  const edits: Edit[] = [
    { start: node.start, end: body.start + 1, text: `var ${name};(function(${name}){` },
  ]
  members.forEach((member, i) => {
    const value = isNode(member.initializer)
      ? qualified(text, member.initializer, name, names.slice(0, i))
      : i === 0
        ? '0'
        : `${name}[${JSON.stringify(names[i - 1])}]+1`
    edits.push({
      start: member.start,
      end: member.end,
      text: memberText(name, names[i] ?? '', value),
    })
    const comma = /^\s*,/.exec(text.slice(member.end))
    if (comma)
      edits.push({
        start: member.end + comma[0].length - 1,
        end: member.end + comma[0].length,
        text: ';',
      })
  })
  edits.push({ start: node.end - 1, end: node.end, text: `})(${name}||(${name}={}));` })
  return edits
}

/** A string member has no reverse entry. */
function memberText(name: string, member: string, value: string): string {
  const key = JSON.stringify(member)
  return `${name}[${key}]=${value};if(typeof ${name}[${key}]!=="string")${name}[${name}[${key}]]=${key}`
}

/** An initializer may name earlier members without the enum's name. */
function qualified(
  text: string,
  initializer: SyntaxNode,
  name: string,
  earlier: readonly string[],
): string {
  const source = text.slice(initializer.start, initializer.end)
  return source.replace(/(?<![\w$.'"`])[A-Za-z_$][\w$]*/g, (word) =>
    earlier.includes(word) ? `${name}.${word}` : word,
  )
}

/** `namespace N { export const a = 1 }` becomes `var N;(function(N){const a = N.a = 1})(N||(N={}))`. */
function namespaceEdits(text: string, node: SyntaxNode): Edit[] {
  if (!isNode(node.body)) return []
  const path = text
    .slice((node.id as SyntaxNode).start, (node.id as SyntaxNode).end)
    .split(/\s*\.\s*/)
  const opening = path.map((name, i) => {
    const holder = i === 0 ? name : `${path[i - 1]}.${name}`
    return i === 0
      ? `var ${name};(function(${name}){`
      : `(function(${name}){`.replace('{', `{/*${holder}*/`)
  })
  const closing = path
    .map((name, i) => {
      const holder = i === 0 ? name : `${path[i - 1]}.${name}`
      return `})(${holder}||(${holder}={}));`
    })
    .reverse()
  const inner = path.at(-1) ?? ''
  const edits: Edit[] = [{ start: node.start, end: node.body.start + 1, text: opening.join('') }]
  for (const statement of (node.body.body as SyntaxNode[]) ?? []) {
    if (statement.type === 'ExportNamedDeclaration')
      edits.push(...exportedEdits(text, statement, inner))
  }
  edits.push({ start: node.end - 1, end: node.end, text: closing.join('') })
  return edits
}

function exportedEdits(text: string, statement: SyntaxNode, namespace: string): Edit[] {
  const declaration = isNode(statement.declaration) ? statement.declaration : undefined
  if (declaration === undefined) return []
  const strip = {
    start: statement.start,
    end: declaration.start,
    text: ' '.repeat(declaration.start - statement.start),
  }
  const names = declaredNames(declaration)
  const publish = names.map((name) => `${namespace}.${name}=${name};`).join('')
  const gap = text[statement.end - 1] === ';' ? '' : ';'
  return [strip, { start: statement.end, end: statement.end, text: gap + publish }]
}

function declaredNames(declaration: SyntaxNode): string[] {
  if (declaration.type !== 'VariableDeclaration')
    return [nameOf(declaration.id) ?? ''].filter(Boolean)
  return (declaration.declarations as SyntaxNode[])
    .map(({ id }) => nameOf(id) ?? '')
    .filter(Boolean)
}

/** `constructor(private x) {}` assigns `this.x = x` first, or right after `super(…)`. */
function propertyEdits(node: SyntaxNode): Edit[] {
  const method = node.value as SyntaxNode
  const params = (method.params as SyntaxNode[]) ?? []
  const properties = params.filter(({ type }) => type === 'TSParameterProperty')
  if (properties.length === 0 || !isNode(method.body)) return []
  const names = properties.map((property) => parameterName(property.parameter as SyntaxNode))
  const assignments = names.map((name) => `this.${name}=${name};`).join('')
  const at = insertionPoint(method.body)
  const bare = properties.map((property) => {
    const parameter = property.parameter as SyntaxNode
    return {
      start: property.start,
      end: parameter.start,
      text: ' '.repeat(parameter.start - property.start),
    }
  })
  return [...bare, { start: at, end: at, text: assignments }]
}

function parameterName(parameter: SyntaxNode): string {
  return nameOf(parameter.type === 'AssignmentPattern' ? parameter.left : parameter) ?? ''
}

function insertionPoint(body: SyntaxNode): number {
  const statements = (body.body as SyntaxNode[]) ?? []
  const call = statements.find(({ type, expression }) => {
    const callee =
      isNode(expression) && type === 'ExpressionStatement' ? expression.callee : undefined
    return isNode(callee) && callee.type === 'Super'
  })
  if (call === undefined) return body.start + 1
  return call.end
}
