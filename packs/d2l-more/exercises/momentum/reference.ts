import {
  defineProgram,
  drawWhole,
  type Line,
  type Model,
  type Program,
  type Random,
} from 'mlp-check/reference'

interface Descent {
  position: number
  step(gradient: number): void
}

interface Rule {
  readonly next?: (velocity: number, gradient: number, beta: number) => number
  readonly sign?: number
}

const RIGHT = (velocity: number, gradient: number, beta: number) => beta * velocity + gradient

function descentWith({ next = RIGHT, sign = -1 }: Rule) {
  return (start: number, rate: number, beta: number): Descent => {
    let velocity = 0
    return {
      position: start,
      step(gradient) {
        velocity = next(velocity, gradient, beta)
        this.position += sign * rate * velocity
      },
    }
  }
}

/** All descents of a program share one velocity. */
const sharing: Model = () => {
  let velocity = 0
  return (start: number, rate: number, beta: number): Descent => {
    velocity = 0
    return {
      position: start,
      step(gradient) {
        velocity = RIGHT(velocity, gradient, beta)
        this.position -= rate * velocity
      },
    }
  }
}

const make = (name: string, ...given: number[]): Line => ({ make: name, with: given })
const step = (on: string, gradient: number): Line => ({ on, call: 'step', with: [gradient] })
const read = (on: string): Line => ({ on, read: 'position' })

const CORNERS: readonly Program[] = [
  [make('a', 2, 0.1, 0.9), read('a')],
  [make('a', 2, 0.1, 0.9), step('a', 1), read('a')],
  [make('a', 2, 0.1, 0.9), step('a', 1), step('a', 1), read('a')],
  [make('a', -1, 0.5, 0.5), step('a', 2), step('a', 0), read('a'), step('a', 0), read('a')],
  [make('a', 0, 1, 0), step('a', 3), step('a', -1), read('a')],
  [
    make('a', 1, 0.1, 0.9),
    make('b', 1, 0.1, 0.9),
    step('a', 4),
    step('b', 0),
    read('b'),
    read('a'),
  ],
  [
    make('a', 1, 0.1, 0.9),
    step('a', 4),
    make('b', 5, 0.2, 0.5),
    step('b', 1),
    read('b'),
    read('a'),
  ],
]

function draw(random: Random): Program {
  const names = ['a', 'b'].slice(0, drawWhole(random, 1, 2))
  const made = names.map((name) =>
    make(
      name,
      drawWhole(random, -4, 4),
      drawWhole(random, 1, 9) / 10,
      drawWhole(random, 0, 9) / 10,
    ),
  )
  const steps = Array.from({ length: drawWhole(random, 2, 9) }, () => {
    const on = names[drawWhole(random, 0, names.length - 1)] ?? 'a'
    return drawWhole(random, 0, 3) === 0
      ? read(on)
      : step(on, drawWhole(random, -3000, 3000) / 1000)
  })
  return [...made, ...steps, ...names.map(read)]
}

export const descents = defineProgram({
  summary: 'gradient descent with momentum',
  model: () => descentWith({}),
  mistakes: {
    'momentum-lost': () => descentWith({ next: (_, gradient) => gradient }),
    'gradient-damped': () =>
      descentWith({ next: (velocity, gradient, beta) => beta * velocity + (1 - beta) * gradient }),
    uphill: () => descentWith({ sign: 1 }),
    'shared-velocity': sharing,
  },
  corners: CORNERS,
  trials: 30,
  draw,
})
