const c = Math.sqrt(Math.PI / 2)

export function geluTanh(x: number): number {
  return 0.5 * x * (1 + Math.tanh(c * (x + 0.044715 * x ** 3)))
}

export function dgeluTanh(x: number): number {
  const t = Math.tanh(c * (x + 0.044715 * x ** 3))
  const du = c * (1 + 3 * 0.044715 * x ** 2)
  return 0.5 * (1 + t) + 0.5 * x * (1 - t * t) * du
}
