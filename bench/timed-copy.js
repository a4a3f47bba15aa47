import { execFileSync } from 'node:child_process'
import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

/** What a run does one thing after the other, and the functions that do it. */
const STAGES = [
  ['reference', 'src/grading/tables.ts', 'evaluationsAhead'],
  ['parse', 'src/source/module-graph.ts', 'prepareModules'],
  ['guests made', 'src/sandbox/engine.ts', 'restoreEngine'],
  ['symbolic execution', 'src/symbolic/derive-formula.ts', 'deriveFormula'],
  ['evaluation at points', 'src/sandbox/points.ts', 'evaluatePoints'],
  ['judging', 'src/grade.ts', 'ask'],
  ['proof', 'src/grading/prove-function.ts', 'proveFunction'],
  ['recognition of mistakes', 'src/grading/recognition.ts', 'recognition'],
  ['the report written', 'src/reporters/terminal.ts', 'renderSubmission'],
]

/** Nothing of these is needed to build and run it. */
const LEFT = new Set(['node_modules', '.git', 'dist', 'test', 'docs'])

/**
 * A copy of a checkout, built as that is, in which `globalThis.timedStage(stage, function)` stands
 * around the functions that do a run's stages: names are gone from what is built, and nothing of the
 * product itself should have to know that it is measured.
 */
export function makeTimedCopy(root, folder) {
  const isWanted = (path) => !LEFT.has(relative(root, path).split(sep)[0])
  cpSync(root, folder, { recursive: true, filter: isWanted })
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  for (const [stage, file, name] of STAGES) {
    const path = join(folder, file)
    writeFileSync(path, timed(readFileSync(path, 'utf8'), stage, name))
  }
  execFileSync(process.execPath, ['scripts/build.js'], { cwd: folder, stdio: 'ignore' })
}

function timed(text, stage, name) {
  const declaration = new RegExp(`^(export )?((?:async )?function )${name}\\b`, 'm')
  if (!declaration.test(text)) throw new Error(`no function ${name} to measure`)
  const made = `globalThis.timedStage?.('${stage}', ${name}Untimed) ?? ${name}Untimed`
  return text.replace(declaration, `$1const ${name} = ${made}\n$2${name}Untimed`)
}
