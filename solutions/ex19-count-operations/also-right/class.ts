class Activation {
  constructor(
    readonly functions: number,
    readonly others: number,
    readonly back: number,
  ) {}

  layer(units: number, perFunction: number): number {
    return units * this.functions * perFunction + units * (this.others + this.back);
  }
}

const all = new Map([
  ['sigmoid', new Activation(1, 2, 2)],
  ['tanh', new Activation(1, 4, 2)],
  ['relu', new Activation(0, 1, 1)],
]);

export default {
  sigmoid(x: number) {
    return 1 / (1 + Math.exp(-x));
  },
  tanh(x: number) {
    const e = Math.exp(2 * x);
    return (e - 1) / (e + 1);
  },
  relu(x: number) {
    return x < 0 ? 0 : x;
  },
  dsigmoid(s: number) {
    return (1 - s) * s;
  },
  dtanh(t: number) {
    return 1 - t * t;
  },
  drelu(y: number) {
    if (y > 0) return 1;
    return 0;
  },
  operations(name: string) {
    const found = all.get(name);
    if (found) return { functions: found.functions, others: found.others };
    return { functions: 0, others: all.get(name.slice(1))!.back };
  },
  layerCost(name: string, units: number, perFunction: number) {
    return all.get(name)!.layer(units, perFunction);
  },
};
