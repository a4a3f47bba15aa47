interface Graph {
  value: number[]
  grad: number[]
  alive: boolean
  backward(upstream: number[], retain: boolean): void
}

export function onesLike(X: number[][]): number[][] {
  return X.map((row) => row.map(() => 1))
}

export function reluGraph(x: number[]): Graph {
  const slopes = x.map((value) => (value > 0 ? 1 : 0))
  return {
    value: x.map((value) => Math.max(0, value)),
    grad: x.map(() => 0),
    alive: true,
    backward(upstream, retain) {
      this.grad = this.grad.map((sum, k) => sum + (upstream[k] ?? 0) * (slopes[k] ?? 0))
      this.alive = this.alive && retain
    },
  }
}

export function jacobian(x: number[]): number[][] {
  return x.map((value, i) => x.map((_, k) => (k === i && value > 0 ? 1 : 0)))
}
