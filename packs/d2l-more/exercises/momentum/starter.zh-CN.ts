interface Descent {
  position: number
  step(gradient: number): void
}

export function momentum(start: number, rate: number, beta: number): Descent {
  // 在这里作答。
  return { position: Number.NaN, step() {} }
}
