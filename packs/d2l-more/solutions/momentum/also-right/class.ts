class Descent {
  position: number
  #velocity = 0
  #rate: number
  #beta: number

  constructor(start: number, rate: number, beta: number) {
    this.position = start
    this.#rate = rate
    this.#beta = beta
  }

  step(gradient: number): void {
    this.#velocity = this.#beta * this.#velocity + gradient
    this.position -= this.#rate * this.#velocity
  }
}

export const momentum = (start: number, rate: number, beta: number): Descent =>
  new Descent(start, rate, beta)
