import type {
  Directive,
  ExportNamedDeclaration,
  Expression,
  ImportDeclaration,
  ModuleExportName,
  Program,
  Statement,
} from '@oxc-project/types'
import { resolveSibling } from '../source/resolve-sibling.ts'
import { makeClass, makeFunction } from './literals.ts'
import { located } from './located.ts'
import { evaluate, type Machine, type Place } from './machine.ts'
import { NotFollowed } from './not-followed.ts'
import { declare, type Scope, type Variable } from './scope.ts'
import { hoist, runDeclaration, runOne } from './statements.ts'
import type { Value } from './values.ts'

export interface SourceFile {
  readonly program: Program
  readonly text: string
}

/** What a module exports, by name. */
export type Exports = Map<string, Variable>

/** The modules of one program, each evaluated once. */
export interface Modules {
  readonly files: ReadonlyMap<string, SourceFile>
  readonly evaluated: Map<string, Exports | 'running'>
  readonly machine: Machine
}

/** Evaluates a module and those that it imports, and gives what it exports. */
export function exportsOf(modules: Modules, file: string): Exports {
  const known = modules.evaluated.get(file)
  if (known === 'running') throw new NotFollowed('modules that import each other')
  if (known !== undefined) return known
  const source = modules.files.get(file)
  if (source === undefined) throw new NotFollowed(`the file "${file}" is missing`)
  modules.evaluated.set(file, 'running')
  const before = modules.machine.file
  modules.machine.file = file
  const exports = evaluateModule(modules, file, source)
  modules.machine.file = before
  modules.evaluated.set(file, exports)
  return exports
}

interface Module {
  readonly modules: Modules
  readonly file: string
  readonly exports: Exports
  readonly place: Place
}

function evaluateModule(modules: Modules, file: string, { program }: SourceFile): Exports {
  const scope: Scope = {
    variables: new Map(),
    parent: undefined,
    isFunction: true,
    ofModule: true,
  }
  const place: Place = { machine: modules.machine, scope, self: undefined }
  const module: Module = { modules, file, exports: new Map(), place }
  const body = program.body as readonly (Statement | Directive)[]
  for (const node of body) if (node.type === 'ImportDeclaration') runImport(node, module)
  hoist(body.map(declarationIn), place)
  for (const node of body) {
    try {
      runTopLevel(node as Program['body'][number], module)
    } catch (error) {
      throw located(error, node.start, place)
    }
  }
  for (const node of body) if (node.type === 'ExportNamedDeclaration') exportNames(node, module)
  return module.exports
}

/** `export const f = …` is hoisted as `const f = …` is. */
function declarationIn(node: Statement | Directive): Statement | Directive {
  const isExport = node.type === 'ExportNamedDeclaration' && node.declaration !== null
  return isExport ? (node.declaration as unknown as Statement) : node
}

function runTopLevel(node: Program['body'][number], module: Module): void {
  switch (node.type) {
    case 'ImportDeclaration':
      return
    case 'ExportNamedDeclaration':
      if (node.declaration !== null) runTopLevel(node.declaration as Statement, module)
      return
    case 'ExportDefaultDeclaration':
      runDefault(node, module)
      return
    case 'TSExportAssignment':
      setDefault(module, evaluate(node.expression, module.place))
      return
    case 'ExportAllDeclaration':
      runExportAll(node, module)
      return
    case 'TSEnumDeclaration':
      // Followed only as far as nobody uses it: its name stays undeclared.
      if (node.body.members.every(({ initializer }) => initializer?.type !== 'CallExpression'))
        return
      throw new NotFollowed('an enum with computed members')
    case 'VariableDeclaration':
      runDeclaration(node, module.place)
      return
    default:
      if (runOne(node as Statement, module.place).kind !== 'next') {
        throw new NotFollowed('a jump out of the module')
      }
  }
}

type DefaultExport = Extract<Program['body'][number], { type: 'ExportDefaultDeclaration' }>

function runDefault({ declaration }: DefaultExport, module: Module): void {
  if (declaration.type === 'TSInterfaceDeclaration') return
  const value = defaultValue(declaration, module.place)
  if ('id' in declaration && declaration.id?.type === 'Identifier') {
    declare(module.place.scope, declaration.id.name, { value, constant: true })
  }
  setDefault(module, value)
}

function defaultValue(declaration: DefaultExport['declaration'], place: Place): Value {
  switch (declaration.type) {
    case 'FunctionDeclaration':
    case 'FunctionExpression':
      return makeFunction(declaration, place)
    case 'ClassDeclaration':
    case 'ClassExpression':
      return makeClass(declaration, place)
    default:
      return evaluate(declaration as Expression, place)
  }
}

function setDefault({ exports }: Module, value: Value): void {
  exports.set('default', { value, constant: true })
}

function target({ modules, file }: Module, specifier: string): string {
  const found = resolveSibling(file, specifier, [...modules.files.keys()])
  if (found.kind === 'refused') throw new NotFollowed(found.why)
  return found.path
}

function runImport(node: ImportDeclaration, module: Module): void {
  if (node.importKind === 'type') return
  const from = exportsOf(module.modules, target(module, node.source.value))
  for (const specifier of node.specifiers) {
    if (specifier.type === 'ImportSpecifier' && specifier.importKind === 'type') continue
    const value =
      specifier.type === 'ImportNamespaceSpecifier'
        ? namespace(from)
        : lasting(
            from,
            specifier.type === 'ImportSpecifier' ? exportedName(specifier.imported) : 'default',
          )
    declare(module.place.scope, specifier.local.name, { value, constant: true })
  }
}

/** An exported value that cannot be replaced later: the import may keep it. */
function lasting(from: Exports, name: string): Value {
  const variable = from.get(name)
  if (variable?.value === undefined) throw new NotFollowed(`\`${name}\` is not exported`)
  if (!variable.constant) throw new NotFollowed(`\`${name}\`, an exported variable that may change`)
  return variable.value
}

function namespace(from: Exports): Value {
  const fields = new Map([...from.keys()].map((name) => [name, lasting(from, name)]))
  return { kind: 'object', fields, ofModule: true }
}

function runExportAll(
  node: Extract<Program['body'][number], { type: 'ExportAllDeclaration' }>,
  module: Module,
): void {
  if (node.exportKind === 'type') return
  const from = exportsOf(module.modules, target(module, node.source.value))
  if (node.exported !== null) {
    module.exports.set(exportedName(node.exported), { value: namespace(from), constant: true })
    return
  }
  for (const [name, variable] of from) {
    if (name === 'default') continue
    if (module.exports.has(name)) throw new NotFollowed(`\`${name}\` is exported twice`)
    module.exports.set(name, variable)
  }
}

/** Run last: an export is the variable itself, with its last value. */
function exportNames(node: ExportNamedDeclaration, module: Module): void {
  if (node.exportKind === 'type') return
  if (node.declaration !== null) {
    for (const name of declaredNames(node.declaration as Statement)) {
      exportLocal(module, name, name)
    }
    return
  }
  const from =
    node.source === null ? undefined : exportsOf(module.modules, target(module, node.source.value))
  for (const { local, exported, exportKind } of node.specifiers) {
    if (exportKind === 'type') continue
    const name = exportedName(exported)
    if (from === undefined) exportLocal(module, exportedName(local), name)
    else module.exports.set(name, { value: lasting(from, exportedName(local)), constant: true })
  }
}

function exportLocal({ exports, place }: Module, local: string, exported: string): void {
  const variable = place.scope.variables.get(local)
  if (variable !== undefined) exports.set(exported, variable)
}

function declaredNames(node: Statement): readonly string[] {
  if (node.type === 'VariableDeclaration') {
    return node.declarations.flatMap(({ id }) => patternNames(id))
  }
  const named = node as { readonly id?: { readonly name?: string } | null }
  return named.id?.name === undefined ? [] : [named.id.name]
}

type Declared = Extract<Statement, { type: 'VariableDeclaration' }>['declarations'][number]['id']

function patternNames(pattern: Declared): readonly string[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern.name]
    case 'ObjectPattern':
      return pattern.properties.flatMap((member) =>
        member.type === 'RestElement' ? [] : patternNames(member.value as Declared),
      )
    case 'ArrayPattern':
      return pattern.elements.flatMap((element) =>
        element === null || element.type === 'RestElement' ? [] : patternNames(element as Declared),
      )
    case 'AssignmentPattern':
      return patternNames(pattern.left as Declared)
    default:
      return []
  }
}

function exportedName(node: ModuleExportName): string {
  return node.type === 'Literal' ? node.value : node.name
}
