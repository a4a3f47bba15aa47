import { shownBeside } from '../paths/beside.ts'
import type { Fault, SubmissionSource } from '../session.ts'
import { blankTypes } from './blank-types.ts'
import { refuseSource } from './bound-source.ts'
import { placeAt } from './code-frame.ts'
import type { EditedText } from './edits.ts'
import { enclosedIn } from './enclosed.ts'
import { SOURCE_LIMITS } from './limits.ts'
import { type ParsedFile, parseTypeScript } from './parse-typescript.ts'
import { resolveSibling } from './resolve-sibling.ts'
import { asNode, depthOf, isNode, nameOf, type SyntaxNode, visitNodes } from './syntax-tree.ts'

/** A submission ready to run: its modules as JavaScript, by the names the guest knows them by. */
export interface ModuleGraph {
  readonly modules: readonly PreparedModule[]
  readonly commonJs: boolean
}

export interface PreparedModule {
  /** The guest's name for it: `m0` is the submission itself. */
  readonly id: string
  /** The path among the siblings; empty for the submission itself. */
  readonly path: string
  /** As shown to the user. */
  readonly file: string
  readonly text: string
  readonly parsed: ParsedFile
  readonly script: EditedText
  /** Imported modules by the specifier that names them. */
  readonly imports: ReadonlyMap<string, string>
}

/**
 * Parses the submission and every sibling that it imports, directly or not.
 * @param goesOn told before each of them, for whoever looks whether this still runs
 */
export function prepareModules(
  source: SubmissionSource,
  goesOn: () => void = () => undefined,
): ModuleGraph | Fault {
  const modules: PreparedModule[] = []
  const ids = new Map<string, string>([['', 'm0']])
  const waiting = ['']
  let length = 0
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    goesOn()
    length += textOf(source, path).length
    if (length > SOURCE_LIMITS.length) return tooLongTogether()
    const module = prepareModule(source, path, (target) => {
      if (!ids.has(target)) {
        ids.set(target, `m${ids.size}`)
        waiting.push(target)
      }
      return ids.get(target) ?? ''
    })
    if ('cause' in module) return module
    modules.push({ ...module, id: ids.get(path) ?? '' })
  }
  const [entry] = modules
  return { modules, commonJs: entry !== undefined && isCommonJs(asNode(entry.parsed.program)) }
}

function textOf({ text, siblings }: SubmissionSource, path: string): string {
  return path === '' ? text : (siblings[path] ?? '')
}

function tooLongTogether(): Fault {
  const message = `the file and what it imports have more than ${SOURCE_LIMITS.length} characters together`
  return { ...fault('forbidden', message), advice: 'Remove what the exercise does not need.' }
}

function prepareModule(
  source: SubmissionSource,
  path: string,
  idOf: (path: string) => string,
): PreparedModule | Fault {
  const file = path === '' ? source.file : shownBeside(source.file, path)
  const text = textOf(source, path)
  const parsed = parseBounded(file, text)
  if ('cause' in parsed) return parsed
  const imports = resolveImports({ file, text, path }, parsed, source, idOf)
  if ('cause' in imports) return imports
  const script = blankTypes(text, parsed)
  if ('message' in script) {
    return fault(
      'does-not-parse',
      script.message,
      placeAt(file, text, script.start, script.message),
    )
  }
  return { id: '', path, file, text, parsed, script, imports }
}

/** Parses what is not too much for a parser. */
export function parseBounded(file: string, text: string): ParsedFile | Fault {
  const refusal = refuseSource(text)
  if (refusal) {
    const place = placeAt(file, text, refusal.offset, refusal.message)
    return { ...fault('forbidden', refusal.message, place), advice: refusal.advice }
  }
  const parsed = parseTypeScript(text)
  const [error] = parsed.errors
  if (error) {
    return {
      ...fault('does-not-parse', error.message, placeAt(file, text, error.start, error.message)),
      advice: error.advice,
      says: error.says,
    }
  }
  return nestedTooMuch(file, text, asNode(parsed.program)) ?? parsed
}

function nestedTooMuch(file: string, text: string, program: SyntaxNode): Fault | undefined {
  const tooMuch = (offset: number, message: string): Fault => ({
    ...fault('forbidden', message, placeAt(file, text, offset, message)),
    advice: 'Use variables or a loop.',
  })
  const { depth, tooDeepAt } = depthOf(program, SOURCE_LIMITS.depth)
  if (tooDeepAt !== undefined) {
    return tooMuch(
      tooDeepAt,
      `expressions are nested ${depth} levels deep; ${SOURCE_LIMITS.depth} are allowed`,
    )
  }
  const { characters, tooMuchAt } = enclosedIn(program, SOURCE_LIMITS.enclosed)
  if (tooMuchAt === undefined) return undefined
  return tooMuch(
    tooMuchAt,
    `brackets within brackets enclose ${characters} characters, each counted as often as it is enclosed; ${SOURCE_LIMITS.enclosed} are allowed`,
  )
}

interface Importer {
  readonly file: string
  readonly text: string
  readonly path: string
}

function resolveImports(
  importer: Importer,
  parsed: ParsedFile,
  source: SubmissionSource,
  idOf: (path: string) => string,
): ReadonlyMap<string, string> | Fault {
  const imports = new Map<string, string>()
  for (const literal of importedNames(asNode(parsed.program))) {
    const name = String(literal.value)
    const target = resolveSibling(importer.path, name, Object.keys(source.siblings))
    if (target.kind === 'refused') {
      const place = placeAt(importer.file, importer.text, literal.start, target.why)
      return { ...fault('forbidden', target.why, place), advice: target.advice }
    }
    imports.set(name, idOf(target.path))
  }
  return imports
}

/** The sources of every import and re-export that is not for types alone, and of `require(…)`. */
function importedNames(program: SyntaxNode): SyntaxNode[] {
  const names: SyntaxNode[] = []
  visitNodes(program, (node) => {
    if (node.importKind === 'type' || node.exportKind === 'type') return false
    const source = node.type === 'CallExpression' ? requiredName(node) : node.source
    if (isNode(source) && typeof source.value === 'string') names.push(source)
    return true
  })
  return names
}

function requiredName(call: SyntaxNode): unknown {
  const callee = call.callee as SyntaxNode
  if (callee.type !== 'Identifier' || callee.name !== 'require') return undefined
  return (call.arguments as SyntaxNode[])[0]
}

/** Nothing exported as a module does it, and `exports` spoken of, as in `module.exports`. */
function isCommonJs(program: SyntaxNode): boolean {
  const body = program.body as SyntaxNode[]
  if (body.some(({ type }) => /^Export|^TSExport/.test(type))) return false
  let spokenOf = false
  visitNodes(program, (node) => {
    spokenOf ||= nameOf(node) === 'exports'
    return !spokenOf
  })
  return spokenOf
}

function fault(cause: Fault['cause'], message: string, place?: Fault['place']): Fault {
  return { kind: 'fault', cause, message, ...(place ? { place } : {}) }
}
