import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { parseSync } from 'rolldown/utils'
import { packageRoot } from '../src/package-root.ts'

/** One import of a source file: of another file (`src/…`) or of a package. */
export interface Import {
  readonly from: string
  readonly to: string
  readonly isType: boolean
}

/** Every TypeScript file below `src`, as `src/…` with slashes. */
export function sourceFiles(): string[] {
  return readdirSync(join(packageRoot(), 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => slashed(join('src', name)))
    .sort()
}

/** What a file imports or re-exports, types and `import()` included, as its parse tells. */
export function importsOf(file: string): Import[] {
  const text = readFileSync(join(packageRoot(), file), 'utf8')
  const { module, program } = parseSync(file, text)
  const named = [...module.staticImports, ...module.staticExports].flatMap((one) => {
    const request = 'moduleRequest' in one ? one.moduleRequest : undefined
    const entries = one.entries as readonly { isType: boolean; moduleRequest?: typeof request }[]
    const requests = request ? [request] : entries.flatMap((entry) => entry.moduleRequest ?? [])
    const isType = entries.length > 0 && entries.every((entry) => entry.isType)
    return [...new Set(requests.map(({ value }) => value))].map((target) => ({ target, isType }))
  })
  return [...named, ...lazyImports(program)].map(({ target, isType }) => ({
    from: file,
    to: target.startsWith('.') ? beside(file, target) : target,
    isType,
  }))
}

/** `import('…')`, of values and in types. */
function lazyImports(program: unknown): { target: string; isType: boolean }[] {
  const found: { target: string; isType: boolean }[] = []
  JSON.stringify(program, (_key, node) => {
    const target = node?.source?.value
    if (typeof target === 'string' && node.type === 'ImportExpression')
      found.push({ target, isType: false })
    if (typeof target === 'string' && node.type === 'TSImportType')
      found.push({ target, isType: true })
    return typeof node === 'bigint' ? null : node
  })
  return found
}

function beside(file: string, target: string): string {
  const root = packageRoot()
  return slashed(relative(root, resolve(root, dirname(file), target)))
}

function slashed(path: string): string {
  return path.split(sep).join('/')
}
