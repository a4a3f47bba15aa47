import { conditional, variable } from '../formula/build.ts'
import type { Expr } from '../formula/expr.ts'
import { formulaSize } from '../formula/size.ts'
import type { DerivedFormula } from '../session.ts'
import { lineAt } from '../text/lines.ts'
import { applyValue } from './calls.ts'
import { evaluateExpression } from './expressions.ts'
import { findFunction } from './find-function.ts'
import { apply, type Interpreter, type Machine, type Work } from './machine.ts'
import { exportsOf, type SourceFile } from './modules.ts'
import { NotFollowed } from './not-followed.ts'
import { innerScope } from './scope.ts'
import { runStatements } from './statements.ts'
import { unknown } from './values.ts'

export const INTERPRETER: Interpreter = {
  evaluate: evaluateExpression,
  run: runStatements,
  apply: applyValue,
}

const MAX_STEPS = 60_000
const MAX_PATHS = 400
const MAX_SIZE = 20_000

/**
 * Runs a function on letters instead of numbers. Conditions on them are followed both ways, each
 * path from the start, and become conditionals. What is not modelled exactly is not decided.
 *
 * `files` are the modules by their paths, as imports resolve to them; `entry` is the one whose
 * exports are looked at.
 */
export function symbolicFormula(
  files: ReadonlyMap<string, SourceFile>,
  entry: string,
  name: string,
  args: readonly string[],
  interpreter: Interpreter = INTERPRETER,
): DerivedFormula {
  const work: Work = { steps: MAX_STEPS, paths: MAX_PATHS }
  try {
    const machine = machineFor(entry, [], { work, interpreter })
    const exports = exportsOf({ files, evaluated: new Map(), machine }, entry)
    const { value, self } = findFunction(exports, name)
    const follow = (answers: readonly boolean[]) => {
      const run = { ...machineFor(entry, answers, { work, interpreter }), inModule: false }
      const place = { machine: run, scope: innerScope(undefined), self: undefined }
      const letters = args.map((arg) => unknown(variable(arg)))
      const result = apply(value, letters, self, place)
      if (result.kind !== 'number') throw new NotFollowed('a result that is no number')
      return { expr: result.expr, asked: run.asked }
    }
    return { kind: 'formula', expr: allPaths(follow, [], work), assumes: [] }
  } catch (error) {
    return undecided(error, files, entry)
  }
}

function machineFor(
  entry: string,
  answers: readonly boolean[],
  { work, interpreter }: Pick<Machine, 'work' | 'interpreter'>,
): Machine {
  return {
    inModule: true,
    file: entry,
    entry,
    answers,
    asked: [],
    remembered: new Map(),
    work,
    interpreter,
    depth: 0,
  }
}

type Follow = (answers: readonly boolean[]) => Pick<Machine, 'asked'> & { readonly expr: Expr }

/** The path with the given first answers, and every path that turns off from it later. */
function allPaths(follow: Follow, answers: readonly boolean[], work: Work): Expr {
  work.paths -= 1
  if (work.paths < 0) throw new NotFollowed('too many cases to follow')
  const { expr, asked } = follow(answers)
  let result = expr
  for (let index = asked.length - 1; index >= answers.length; index--) {
    const question = asked[index]
    if (question === undefined) break
    const before = asked.slice(0, index).map(({ answer }) => answer)
    const otherwise = allPaths(follow, [...before, false], work)
    result = conditional(question.test, result, otherwise)
  }
  if (formulaSize(result) > MAX_SIZE) throw new NotFollowed('a formula too long to follow')
  return result
}

function undecided(
  error: unknown,
  files: ReadonlyMap<string, SourceFile>,
  entry: string,
): DerivedFormula {
  if (error instanceof RangeError)
    return { kind: 'undecided', why: 'a computation too deep to follow' }
  if (!(error instanceof NotFollowed)) throw error
  const { message, offset, file = entry } = error
  const text = files.get(file)?.text
  const why = file === entry ? message : `${message} (in ${file})`
  if (offset === undefined || text === undefined || file !== entry)
    return { kind: 'undecided', why }
  return { kind: 'undecided', why, line: lineAt(text, offset) }
}
