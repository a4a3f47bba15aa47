/**
 * How far along the way from `from` (0) to `to` (1) a value lies; in the middle where there is no
 * way. The one map of every scale: finite wherever the value lies between two finite ends, however
 * huge or subnormal they are.
 */
export function share(value: number, from: number, to: number): number {
  if (from === to) return 0.5
  const size = to - from
  if (Number.isFinite(size)) return (value - from) / size
  // Only ends of huge size are halved: halving the smallest doubles would lose them.
  return (value / 2 - from / 2) / (to / 2 - from / 2)
}

/** The number that lies that share of the way along. */
export function mix(from: number, to: number, along: number): number {
  if (along === 0) return from
  if (along === 1) return to
  return from * (1 - along) + to * along
}
