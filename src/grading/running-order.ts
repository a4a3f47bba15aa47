import { checkKinds, isCheckKind } from '../checks/index.ts'
import type { CheckSpec } from '../exercise.ts'

/** Whether a check judges what was noted while other checks ran its function. */
function readsRecord({ kind }: CheckSpec): boolean {
  return isCheckKind(kind) && checkKinds[kind].readsRecord === true
}

/**
 * The checks that run where some were asked for: what reads the record of a function's runs needs
 * the checks that run it, so that the answer is the same whatever else is asked for.
 */
export function checksToRun(
  all: readonly CheckSpec[],
  asked: readonly CheckSpec[],
): readonly CheckSpec[] {
  const noted = new Set(asked.filter(readsRecord).map(({ function: name }) => name))
  return all.filter((spec) => asked.includes(spec) || (noted.has(spec.function) && spec.function))
}

/** The checks in an order in which each comes after what it waits for, otherwise as they are. */
export function runningOrder(specs: readonly CheckSpec[]): CheckSpec[] {
  const order: CheckSpec[] = []
  const begun = new Set<CheckSpec>()
  const place = (spec: CheckSpec) => {
    if (begun.has(spec)) return
    begun.add(spec)
    for (const other of waitedFor(spec, specs)) place(other)
    order.push(spec)
  }
  for (const spec of specs) place(spec)
  return order
}

function waitedFor(spec: CheckSpec, specs: readonly CheckSpec[]): CheckSpec[] {
  const named = specs.filter(({ id }) => spec.after.includes(id))
  if (!readsRecord(spec)) return named
  const running = specs.filter(
    (other) =>
      other.function === spec.function && !readsRecord(other) && !waits(other, spec, specs),
  )
  return [...named, ...running]
}

/** Whether a check comes after another one by the exercise's own word, directly or not. */
function waits(spec: CheckSpec, on: CheckSpec, specs: readonly CheckSpec[]): boolean {
  const seen = new Set<string>()
  const waiting = [...spec.after]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (id === on.id) return true
    if (seen.has(id)) continue
    seen.add(id)
    waiting.push(...(specs.find((other) => other.id === id)?.after ?? []))
  }
  return false
}
