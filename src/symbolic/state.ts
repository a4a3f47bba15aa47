import type { Condition, Expr } from '../formula/expr.ts'
import { mapFormula } from '../formula/map-formula.ts'
import { printFormula } from '../formula/print.ts'
import type { WantedFunction } from '../session.ts'
import type { LetterMachine, LetterMachines } from './letter-machine.ts'
import { readTable } from './read-formula.ts'
import { ConditionKeys } from './runtime/condition-keys.ts'
import { joined } from './runtime/join.ts'

const MAX_PATHS = 8

/** Each way through the program by itself. */
export const EVERY_PATH = { answers: [], mostPaths: 16, mergesCalls: false }

/** What is asked of a machine for a function. */
export function asked({ arguments: names, saysYesOrNo }: WantedFunction) {
  return { names, saysYesOrNo: saysYesOrNo === true }
}

/**
 * The formula of a function that changes what outlives the call, such as a table that is filled
 * when it is first needed. It has one if, whatever the first call did, every later call changes
 * nothing and computes the same formula: then by induction all calls do. The first call has letters
 * of its own, so that what it left behind is told from the input.
 */
export function exprWithState(
  wanted: WantedFunction,
  machines: LetterMachines,
  number: (text: string) => Expr,
): Expr | undefined {
  const first = firstCalls(wanted, machines, number)
  if (first === undefined) return undefined
  const text = printFormula(first.expr)
  const isSame = first.machines.every((machine) => {
    const later = machine.formula(wanted.name, { ...EVERY_PATH, ...asked(wanted) })
    if (later.kind !== 'formula') return false
    return printFormula(readTable(later.rows, number).parts[later.root] as Expr) === text
  })
  return isSame ? first.expr : undefined
}

interface FirstCalls {
  readonly expr: Expr
  /** Each has been through one of the paths. */
  readonly machines: readonly LetterMachine[]
}

/** Every path of a first call, each in a machine of its own. */
function firstCalls(
  wanted: WantedFunction,
  { fresh }: LetterMachines,
  number: (text: string) => Expr,
): FirstCalls | undefined {
  const keys = new ConditionKeys()
  const used: LetterMachine[] = []
  const expr = from([])
  return expr && { expr, machines: used }

  function from(answers: readonly boolean[]): Expr | undefined {
    const machine = fresh()
    if (machine.kind !== 'machine' || used.length >= MAX_PATHS) return undefined
    used.push(machine)
    const names = wanted.arguments.map(primed)
    const path = machine.path(wanted.name, { ...EVERY_PATH, ...asked(wanted), names, answers })
    if (path.kind !== 'path') return undefined
    const { parts, rounded } = readTable(path.rows, number)
    if (rounded.size > 0) return undefined
    let result = parts[path.root] as Expr
    for (let index = path.asked.length - 1; index >= answers.length; index--) {
      const [condition] = path.asked[index] as (typeof path.asked)[number]
      const before = path.asked.slice(0, index).map(([, answer]) => answer)
      const otherwise = from([...before, false])
      if (otherwise === undefined) return undefined
      result = joined(keys, parts[condition] as Condition, result, otherwise)
    }
    return answers.length === 0 ? mapFormula(result, unprimed) : result
  }
}

/** No name of a program has a prime. */
function primed(name: string): string {
  return `${name}'`
}

function unprimed(part: Expr): Expr {
  return part.kind === 'variable' ? { ...part, name: part.name.replace(/'$/, '') } : part
}
