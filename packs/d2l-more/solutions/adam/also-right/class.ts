class Adam {
  position = 0
  #step = 0
  #v = 0
  #s = 0
  #rate: number

  constructor(rate: number) {
    this.#rate = rate
  }

  next(g: number): number {
    this.#step += 1
    this.#v = 0.9 * this.#v + 0.1 * g
    this.#s = 0.999 * this.#s + 0.001 * g ** 2
    const mean = this.#v / (1 - 0.9 ** this.#step)
    const power = this.#s / (1 - 0.999 ** this.#step)
    this.position -= (this.#rate * mean) / (Math.sqrt(power) + 1e-8)
    return this.position
  }
}

export const adam = (gradients: number[], rate: number): number[] => {
  const own = new Adam(rate)
  return gradients.map((gradient) => own.next(gradient))
}
