interface Descent {
  position: number
  step(gradient: number): void
}

export function momentum(start: number, rate: number, beta: number): Descent {
  let velocity = 0
  const self: Descent = {
    position: start,
    step(gradient) {
      velocity = beta * velocity + gradient
      self.position -= rate * velocity
    },
  }
  return self
}
