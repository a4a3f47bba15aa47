export function huber(x: number, delta: number): number {
  return Math.abs(x) <= delta ? x ** 2 / 2 : delta * (Math.abs(x) - delta / 2)
}

export function dhuber(x: number, delta: number): number {
  return Math.max(-delta, Math.min(delta, x))
}
