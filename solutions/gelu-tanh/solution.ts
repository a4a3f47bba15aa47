const k = Math.sqrt(2 / Math.PI)

function inner(x: number): number {
  return k * (x + 0.044715 * x ** 3)
}

export function geluTanh(x: number): number {
  return (x / 2) * (1 + Math.tanh(inner(x)))
}

export function dgeluTanh(x: number): number {
  const t = Math.tanh(inner(x))
  return (1 + t) / 2 + (x / 2) * (1 - t * t) * k * (1 + 3 * 0.044715 * x * x)
}
