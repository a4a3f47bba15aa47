interface Net {
  W1: number[][]
  b1: number[]
  W2: number[][]
  b2: number[]
}

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x))
}

export function tanhViaSigmoid(x: number): number {
  return 2 * sigmoid(2 * x) - 1
}

export function sigmoidViaTanh(x: number): number {
  return (1 + Math.tanh(x / 2)) / 2
}

const times = (factor: number) => (value: number) => value * factor

/** The sum of each column. */
function columnSums(W: number[][]): number[] {
  return (W[0] ?? []).map((_, k) => W.reduce((sum, row) => sum + (row[k] ?? 0), 0))
}

function rescale(net: Net, inside: number, outside: number, constant: number): Net {
  const sums = columnSums(net.W2)
  return {
    W1: net.W1.map((row) => row.map(times(inside))),
    b1: net.b1.map(times(inside)),
    W2: net.W2.map((row) => row.map(times(outside))),
    b2: net.b2.map((value, k) => value + constant * (sums[k] ?? 0)),
  }
}

export function toSigmoidNet(net: Net): Net {
  return rescale(net, 2, 2, -1)
}

export function toTanhNet(net: Net): Net {
  return rescale(net, 0.5, 0.5, 0.5)
}
