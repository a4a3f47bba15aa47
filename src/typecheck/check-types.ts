import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, normalize } from 'node:path'
import type { SourcePlace } from '../report/report.ts'
import { isConfined } from './confined.ts'
import { type Diagnostic, parseDiagnostics, placeOf } from './diagnostics.ts'
import type { Compiler } from './find-compiler.ts'

/** What is checked: the text as it was judged, and what its functions should look like. */
export interface TypedSource {
  readonly file: string
  readonly text: string
  readonly siblings: { readonly [path: string]: string }
  readonly signatures: { readonly [name: string]: string }
}

export interface TypeFindings {
  readonly places: readonly SourcePlace[]
  /** Functions whose type is not the one that the exercise declares. */
  readonly signatures: readonly string[]
}

const NOTHING: TypeFindings = { places: [], signatures: [] }

const TIMEOUT_MS = 5000
const ANSWER = 'answer.ts'
const SIGNATURES = 'declared-signatures.ts'

/**
 * The type errors of one submission, in a program and a folder of its own: what one file declares
 * for the whole program never reaches another. Undefined where the compiler did not answer in time.
 */
export async function checkTypes(
  source: TypedSource,
  compiler: Compiler,
): Promise<TypeFindings | undefined> {
  if (!isConfined([source.text, ...Object.values(source.siblings)])) return NOTHING
  const folder = await mkdtemp(join(tmpdir(), 'mlp-check-types-'))
  try {
    await writeProgram(folder, source)
    const output = await compile(folder, compiler)
    return output === undefined ? undefined : findings(parseDiagnostics(output), source)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function writeProgram(folder: string, source: TypedSource): Promise<void> {
  await writeFile(join(folder, ANSWER), source.text)
  await writeFile(join(folder, SIGNATURES), signatureProgram(source.signatures))
  for (const [path, text] of Object.entries(source.siblings)) {
    const place = normalize(path)
    if (place.startsWith('..') || place === ANSWER || place === SIGNATURES) continue
    await mkdir(dirname(join(folder, place)), { recursive: true })
    await writeFile(join(folder, place), text)
  }
}

/** Each export is assigned to its declared type; the compiler says whether it may be. */
function signatureProgram(signatures: TypedSource['signatures']): string {
  const lines = Object.entries(signatures).map(
    ([name, type]) => `export const ${name}: ${type} = answer.${name}`,
  )
  return [`import * as answer from './${ANSWER}'`, ...lines, ''].join('\n')
}

const OPTIONS = [
  '--ignoreConfig',
  '--noEmit',
  '--strict',
  '--pretty',
  'false',
  '--skipLibCheck',
  '--target',
  'ES2023',
  '--lib',
  'ES2023',
  '--module',
  'ESNext',
  '--moduleResolution',
  'bundler',
  '--moduleDetection',
  'force',
  '--allowImportingTsExtensions',
]

/** The compiler's own output: it ends with a code other than 0 whenever it finds something. */
function compile(folder: string, compiler: Compiler): Promise<string | undefined> {
  const options = { cwd: folder, timeout: TIMEOUT_MS, maxBuffer: 1 << 20, windowsHide: true }
  return new Promise((resolve) => {
    execFile(compiler.path, [...OPTIONS, ANSWER, SIGNATURES], options, (error, stdout) => {
      const answered = error === null || (typeof error.code === 'number' && !error.killed)
      resolve(answered ? stdout : undefined)
    })
  })
}

/** A missing export is told by its own check; other styles of exporting are no type error. */
function findings(diagnostics: readonly Diagnostic[], source: TypedSource): TypeFindings {
  const own = diagnostics.filter(({ file }) => file === ANSWER)
  const names = Object.keys(source.signatures)
  const mismatches = diagnostics.filter(
    ({ file, code }) => file === SIGNATURES && code === 'TS2322',
  )
  return {
    places: own.map((diagnostic) => placeOf(diagnostic, source)),
    signatures: mismatches.map(({ line, message }) => `${names[line - 2]}: ${message}`),
  }
}
