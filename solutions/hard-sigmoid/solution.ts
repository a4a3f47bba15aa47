export function hardSigmoid(x: number): number {
  return Math.min(Math.max(x + 3, 0), 6) / 6
}

export function dhardSigmoid(x: number): number {
  return x > -3 && x < 3 ? 1 / 6 : 0
}
