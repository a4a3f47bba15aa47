import { resolve } from 'node:path'
import { UsageError } from '../errors.ts'
import type { ServiceOptions } from '../grading/create-services.ts'
import type { AtPoint, GradingOptions } from '../grading-options.ts'
import { cacheFolder } from '../reference/cache-folder.ts'
import { leadsInto } from '../trust/links.ts'
import type { Invocation, Surroundings } from './command.ts'

const DEFAULT_SEED = 7
const DEFAULT_POINTS = 4096

/** @throws UsageError naming the option */
export function gradingOptionsOf(options: Invocation['options']): GradingOptions {
  return {
    seed: wholeNumber('--seed', options.seed, {
      fallback: DEFAULT_SEED,
      least: 0,
      most: 2 ** 32 - 1,
    }),
    points: wholeNumber('--points', options.points, {
      fallback: DEFAULT_POINTS,
      least: 16,
      most: 2 ** 20,
    }),
    exhaustive: options.exhaustive === true,
    only: (options.only as string[] | undefined) ?? [],
    at: ((options.at as string[] | undefined) ?? []).map(parseAt),
  }
}

export function serviceOptionsOf(
  options: Invocation['options'],
  surroundings: Surroundings,
): ServiceOptions {
  return {
    cache: options.cache !== false && mayUseCache(surroundings),
    backend: (options.backend as ServiceOptions['backend'] | undefined) ?? 'auto',
    env: surroundings.env,
  }
}

/** Whoever wrote the working folder could have laid tables there that make wrong answers right. */
function mayUseCache({ cwd, env, trust }: Surroundings): boolean {
  const folder = cacheFolder(env)
  return trust.ownTools || folder === undefined || !leadsInto(cwd, resolve(cwd, folder))
}

function wholeNumber(
  flag: string,
  text: unknown,
  range: { fallback: number; least: number; most: number },
): number {
  if (text === undefined) return range.fallback
  const value = Number(text)
  if (Number.isInteger(value) && value >= range.least && value <= range.most) return value
  throw new UsageError(
    `${flag} takes a whole number from ${range.least} to ${range.most}, not "${text}"`,
  )
}

/** `-0.5`, or `-0.5,alpha=1.5`. */
function parseAt(text: string): AtPoint {
  const [first = '', ...rest] = text.split(',').map((part) => part.trim())
  const parameters = rest.map((part) => {
    const [name = '', value = ''] = part.split('=')
    return [name.trim(), numberOf(value, text)] as const
  })
  return {
    variable: numberOf(first.replace(/^[A-Za-z]\w*\s*=/, ''), text),
    parameters: Object.fromEntries(parameters),
  }
}

function numberOf(text: string, whole: string): number {
  const value = Number(text)
  if (text.trim() !== '' && !Number.isNaN(value)) return value
  throw new UsageError(
    `--at takes a point such as -0.5 or -0.5,alpha=1.5, not "${whole}"`,
    'the variable comes first; parameters follow by name',
  )
}
