class Graph {
  readonly value: number[];
  readonly grad: number[];
  alive = true;

  constructor(private readonly x: number[]) {
    this.value = x.map((v) => (v > 0 ? v : 0));
    this.grad = new Array(x.length).fill(0);
  }

  backward(upstream: number[], retain: boolean): void {
    if (!this.alive) return;
    for (let k = 0; k < this.x.length; k++) {
      if (this.x[k] > 0) this.grad[k] += upstream[k];
    }
    if (!retain) this.alive = false;
  }
}

export const onesLike = (X: number[][]) => X.map((row) => Array(row.length).fill(1));

export const reluGraph = (x: number[]) => new Graph([...x]);

// one graph, kept: what a row adds is the difference to what was there before
export const jacobian = (x: number[]) => {
  const graph = new Graph(x);
  const rows: number[][] = [];
  for (let i = 0; i < x.length; i++) {
    const before = [...graph.grad];
    graph.backward(x.map((_, k) => (k === i ? 1 : 0)), true);
    rows.push(graph.grad.map((v, k) => v - before[k]));
  }
  return rows;
};
