export function momentum(start: number, rate: number, beta: number) {
  const gradients: number[] = []
  return {
    position: start,
    step(gradient: number): void {
      gradients.unshift(gradient)
      this.position -= rate * gradients.reduce((sum, one, age) => sum + beta ** age * one, 0)
    },
  }
}
