export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x))
}

export function tanh(x: number): number {
  const e = Math.exp(-2 * x)
  return (1 - e) / (1 + e)
}

export function relu(x: number): number {
  return Math.max(0, x)
}

export function dsigmoid(s: number): number {
  return s * (1 - s)
}

export function dtanh(t: number): number {
  return 1 - t * t
}

export function drelu(y: number): number {
  return y > 0 ? 1 : 0
}

interface Operations {
  functions: number
  others: number
}

const table: Record<string, Operations> = {
  sigmoid: { functions: 1, others: 2 },
  tanh: { functions: 2, others: 5 },
  relu: { functions: 0, others: 1 },
  dsigmoid: { functions: 0, others: 2 },
  dtanh: { functions: 0, others: 2 },
  drelu: { functions: 0, others: 1 },
}

export function operations(name: string): Operations {
  return table[name] ?? { functions: Number.NaN, others: Number.NaN }
}

const costs: Record<string, [number, number]> = { sigmoid: [1, 4], tanh: [1, 6], relu: [0, 2] }

export function layerCost(name: string, units: number, perFunction: number): number {
  const [functions, others] = costs[name] ?? [0, 0]
  return units * (functions * perFunction + others)
}
