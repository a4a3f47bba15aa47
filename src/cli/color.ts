import type { Output, Surroundings } from './command.ts'

export type ColorLevel = 0 | 1 | 2 | 3

/**
 * Colours of one stream: `--color`/`--no-color`, then FORCE_COLOR, then NO_COLOR, then whether it is
 * a terminal, and what TERM and COLORTERM say it can do. chalk alone ignores NO_COLOR.
 */
export function colorLevel(
  wish: unknown,
  { env }: Pick<Surroundings, 'env'>,
  output: Pick<Output, 'isTTY'>,
): ColorLevel {
  const capable = capability(env)
  if (wish === false) return 0
  if (wish === true) return capable === 0 ? 1 : capable
  const forced = env.FORCE_COLOR
  if (forced !== undefined) return forcedLevel(forced, capable)
  if (env.NO_COLOR) return 0
  return output.isTTY ? capable : 0
}

function forcedLevel(forced: string, capable: ColorLevel): ColorLevel {
  if (forced === '0' || forced === 'false') return 0
  if (forced === '2') return 2
  if (forced === '3') return 3
  return capable === 0 ? 1 : capable
}

function capability(env: Surroundings['env']): ColorLevel {
  if (env.TERM === 'dumb') return 0
  if (env.COLORTERM === 'truecolor' || env.COLORTERM === '24bit') return 3
  return env.TERM?.includes('256') ? 2 : 1
}
