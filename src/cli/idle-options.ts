import { UsageError } from '../errors.ts'
import type { Invocation, OptionSpec } from './command.ts'

/** @throws UsageError where an option is given that says nothing, beside what else is given or is not */
export function refuseIdle(specs: readonly OptionSpec[], options: Invocation['options']): void {
  const offered = new Map(specs.map((spec) => [nameOf(spec.flags), spec]))
  for (const [name, spec] of offered) {
    if (options[name] !== undefined) refuse(spec, { offered, options })
  }
}

interface Given {
  readonly offered: ReadonlyMap<string, OptionSpec>
  readonly options: Invocation['options']
}

function refuse(
  { flags, needs, needsValue, elsewhere }: OptionSpec,
  { offered, options }: Given,
): void {
  const flag = flagOf(flags)
  const missing = needs?.map((name) => shown(offered.get(name)?.flags ?? ''))
  if (missing !== undefined && needs?.every((name) => options[name] === undefined)) {
    const [one] = missing
    throw new UsageError(
      missing.length === 1
        ? `${flag} says nothing without ${one}`
        : `${flag} says nothing without one of ${missing.join(', ')}`,
    )
  }
  if (needsValue !== undefined && !hasValue(options[needsValue.of], needsValue.value)) {
    const option = flagOf(offered.get(needsValue.of)?.flags ?? '')
    throw new UsageError(`${flag} says nothing without ${option} ${needsValue.value}`)
  }
  if (elsewhere !== undefined && options[elsewhere.beside] !== undefined) {
    const beside = flagOf(offered.get(elsewhere.beside)?.flags ?? '')
    throw new UsageError(
      `${flag} says nothing with ${beside}`,
      `mlp-check ${elsewhere.command} takes ${flag}`,
    )
  }
}

function hasValue(given: unknown, name: string): boolean {
  const values: readonly unknown[] = Array.isArray(given) ? given : [given]
  return values.some((value) => String(value).split('=')[0] === name)
}

/** As commander camel-cases it. */
function nameOf(flags: string): string {
  return flagOf(flags)
    .slice(2)
    .replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
}

function flagOf(flags: string): string {
  return flags.split(' ')[0] ?? ''
}

/** `--sheet <file>` as it is written: `--sheet FILE`. */
function shown(flags: string): string {
  return flags.replace(/<(.+)>/, (_, what: string) => what.toUpperCase())
}
