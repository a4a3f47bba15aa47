import { execFile } from 'node:child_process'
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { GUEST_TYPES } from '../guest-types.ts'
import type { SourcePlace } from '../report/report.ts'
import { makeFolder } from '../whole-file.ts'
import { foreignFiles, isAboutModules, parseDiagnostics, placeOf } from './diagnostics.ts'
import type { Compiler } from './find-compiler.ts'

/** What is checked: the text as it was judged, and what its functions should look like. */
export interface TypedSource {
  readonly file: string
  readonly text: string
  /** The files that it names in its code, by their paths from its folder. */
  readonly siblings: { readonly [path: string]: string }
  readonly signatures: { readonly [name: string]: string }
}

export interface TypeFindings {
  readonly places: readonly SourcePlace[]
  /** Functions whose type is not the one that the exercise declares. */
  readonly signatures: readonly string[]
}

const TIMEOUT_MS = 5000
const SIGNATURES = 'signatures.ts'
/** Where the submission's own files lie, so that none of them can stand for one of ours. */
const OWN = 'submission'

/**
 * The type errors of one submission, in a program and a folder of its own: what one file declares
 * for the whole program never reaches another, and no file is read but those that are listed.
 * Undefined where the compiler did not answer in time, was stopped, or read anything else.
 */
export async function checkTypes(
  source: TypedSource,
  compiler: Compiler,
  signal?: AbortSignal,
): Promise<TypeFindings | undefined> {
  // The compiler names files by their real paths.
  const folder = realpathSync.native(mkdtempSync(join(tmpdir(), 'mlp-check-types-')))
  try {
    const answer = writeProgram(folder, source)
    const output = await compile(folder, compiler, signal)
    if (output === undefined) return undefined
    const known = [folder, dirname(compiler.path)]
    return foreignFiles(output, known).length > 0 ? undefined : findings(output, source, answer)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Copies of the known files, and settings that let the compiler look for no other. */
function writeProgram(folder: string, source: TypedSource): string {
  const siblings = Object.entries(source.siblings).filter(([path]) => isTypeScript(path))
  const answer = freeName(Object.keys(source.siblings))
  const files = new Map([[`${OWN}/${answer}`, source.text]])
  for (const [path, text] of siblings) files.set(`${OWN}/${path}`, text)
  files.set(SIGNATURES, signatureProgram(source.signatures, `./${OWN}/${answer}`))
  files.set('guest.d.ts', GUEST_TYPES)
  const list = [...files.keys()]
  files.set('tsconfig.json', JSON.stringify({ compilerOptions: OPTIONS, files: list }))
  // Where a search for one would end, which otherwise went on in the folders above.
  files.set('package.json', '{}')
  for (const [path, text] of files) {
    makeFolder(dirname(join(folder, path)))
    writeFileSync(join(folder, path), text, { flag: 'wx' })
  }
  return `${OWN}/${answer}`
}

function isTypeScript(path: string): boolean {
  return /^(?!.*(^|\/)\.\.?\/).*\.[cm]?ts$/.test(path)
}

/** Also where case is folded: another spelling would be the same file. */
function freeName(siblings: readonly string[]): string {
  const taken = siblings.map((path) => path.normalize('NFKC').toLowerCase())
  let name = 'answer.ts'
  for (let i = 2; taken.includes(name); i++) name = `answer-${i}.ts`
  return name
}

/** Each export is assigned to its declared type; the compiler says whether it may be. */
function signatureProgram(signatures: TypedSource['signatures'], answer: string): string {
  const lines = Object.entries(signatures).map(
    ([name, type]) => `export const ${name}: ${type} = answer.${name}`,
  )
  return [`import * as answer from '${answer}'`, ...lines, ''].join('\n')
}

const OPTIONS = {
  noEmit: true,
  strict: true,
  // Parameters without types are as statements print them.
  noImplicitAny: false,
  skipLibCheck: true,
  target: 'ES2023',
  lib: ['ES2023'],
  module: 'ESNext',
  moduleResolution: 'bundler',
  moduleDetection: 'force',
  allowImportingTsExtensions: true,
  // What is imported adds no file to the program, and no folder is searched for types.
  noResolve: true,
  types: [],
  typeRoots: [],
  listFiles: true,
}

/** The compiler's own output: it ends with a code other than 0 whenever it finds something. */
function compile(
  folder: string,
  compiler: Compiler,
  signal?: AbortSignal,
): Promise<string | undefined> {
  const bounds = { timeout: TIMEOUT_MS, maxBuffer: 1 << 20, ...(signal && { signal }) }
  const options = { cwd: folder, windowsHide: true, ...bounds }
  const words = ['-p', 'tsconfig.json', '--pretty', 'false']
  return new Promise((resolve) => {
    execFile(compiler.path, words, options, (error, stdout) => {
      const answered = error === null || (typeof error.code === 'number' && !error.killed)
      resolve(answered ? stdout : undefined)
    })
  })
}

/** A missing export is told by its own check; other styles of exporting are no type error. */
function findings(output: string, source: TypedSource, answer: string): TypeFindings {
  // Which modules there are is the loader's to say, and it has.
  const diagnostics = parseDiagnostics(output).filter(({ code }) => !isAboutModules(code))
  const own = diagnostics.filter(({ file }) => file === answer)
  const names = Object.keys(source.signatures)
  const mismatches = diagnostics.filter(
    ({ file, code }) => file === SIGNATURES && code === 'TS2322',
  )
  return {
    places: own.map((diagnostic) => placeOf(diagnostic, source)),
    signatures: mismatches.map(({ line, message }) => `${names[line - 2]}: ${message}`),
  }
}
