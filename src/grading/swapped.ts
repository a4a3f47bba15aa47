import type { CheckContext } from '../checks/define-check.ts'
import { wrongPoints } from '../checks/wrong-points.ts'
import { say } from '../messages/render.ts'
import type { ReferenceTable } from '../reference/table.ts'
import { type Recognised, recognised } from './observed.ts'

const FEW = 24

/** Two functions of the exercise, each of which is right for the other one. */
export async function swapped(
  context: CheckContext,
  name: string,
): Promise<Recognised | undefined> {
  const place = placeOf(context, name)
  if (place === undefined) return undefined
  for (const other of alike(context, name)) {
    if (!(await mayStand(context, name, other))) continue
    if (!(await stands(context, name, other)) || !(await stands(context, other, name))) continue
    const says = say('observed.functions-swapped', { function: name, other })
    return recognised({ id: 'functions-swapped', says, place, suspicion: false })
  }
  return undefined
}

function placeOf({ found }: CheckContext, name: string) {
  const own = found(name)
  return own?.kind === 'function' && own.place ? { ...own.place, remark: '' } : undefined
}

/** The other functions that are called with the same arguments. */
function alike({ exercise, found }: CheckContext, name: string): string[] {
  const given = exercise.functions[name]?.arguments.join()
  return Object.values(exercise.functions)
    .filter((one) => one.name !== name && one.shape === 'scalar' && one.arguments.join() === given)
    .filter((one) => one.formula !== undefined || one.derivative !== undefined)
    .filter((one) => found(one.name)?.kind === 'function')
    .map((one) => one.name)
}

/** Whether the first answers that are there already would be right of another function: most are not. */
async function mayStand(context: CheckContext, name: string, other: string): Promise<boolean> {
  const [table] = await Promise.all([context.reference(name), context.everywhere(other)]).catch(
    // Where the exercise itself is at fault, nothing stands for anything.
    () => [],
  )
  if (table === undefined) return false
  return wrongPoints(otherAt(context, table, other), await context.values(name)).length === 0
}

/** Kept as long as its table: a batch asks it of every wrong answer. */
const known = new WeakMap<ReferenceTable, Map<string, ReferenceTable>>()

/** Another function at the first points of a table. */
function otherAt(context: CheckContext, table: ReferenceTable, other: string): ReferenceTable {
  const tables = known.get(table) ?? new Map<string, ReferenceTable>()
  known.set(table, tables)
  const there = tables.get(other) ?? firstOf(context, table, other)
  tables.set(other, there)
  return there
}

/** Whether a function of the submission is right in the place of another one; first at a few points. */
async function stands(context: CheckContext, own: string, other: string): Promise<boolean> {
  const { session, everywhere } = context
  const table = await everywhere(other).catch(() => undefined)
  if (table === undefined) return false
  const fits = async (asked: ReferenceTable) => {
    const result = await session.evaluate({ function: own, columns: asked.columns })
    return wrongPoints(asked, result).length === 0
  }
  return (await fits(firstOf(context, table, other))) && fits(table)
}

/** A function at the first points of a table. */
function firstOf(
  { referenceAt }: CheckContext,
  table: ReferenceTable,
  name: string,
): ReferenceTable {
  const count = Math.min(FEW, table.low.length)
  const rows = Array.from({ length: count }, (_, i) =>
    table.columns.map((column) => column[i] as number),
  )
  return referenceAt(name, rows)
}
