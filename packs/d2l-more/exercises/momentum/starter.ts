interface Descent {
  position: number
  step(gradient: number): void
}

export function momentum(start: number, rate: number, beta: number): Descent {
  // Your answer here.
  return { position: Number.NaN, step() {} }
}
