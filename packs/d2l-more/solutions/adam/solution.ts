export function adam(gradients: number[], rate: number): number[] {
  let [position, velocity, square] = [0, 0, 0]
  return gradients.map((gradient, step) => {
    velocity = 0.9 * velocity + 0.1 * gradient
    square = 0.999 * square + 0.001 * gradient ** 2
    const mean = velocity / (1 - 0.9 ** (step + 1))
    const power = square / (1 - 0.999 ** (step + 1))
    position -= (rate * mean) / (Math.sqrt(power) + 1e-8)
    return position
  })
}
