type Net = { w1: number[]; b1: number[]; w2: number[]; b2: number };
type Example = { x: number; y: number };

const functions = new Map<string, (z: number) => number>([
  ['relu', (z) => (z + Math.abs(z)) / 2],
  ['sigmoid', (z) => (z >= 0 ? 1 / (1 + Math.exp(-z)) : Math.exp(z) / (1 + Math.exp(z)))],
  ['tanh', (z) => 1 - 2 / (Math.exp(2 * z) + 1)],
]);

const average = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;

export default class {
  static output(net: Net, name: string, x: number): number {
    const f = functions.get(name)!;
    return net.w2.map((v, k) => v * f(net.w1[k] * x + net.b1[k])).reduce((a, b) => a + b, net.b2);
  }

  static outputRange(net: Net, xs: number[]): number[] {
    const sorted = [...functions.keys()]
      .flatMap((name) => xs.map((x) => this.output(net, name, x)))
      .sort((a, b) => a - b);
    return [sorted[0], sorted[sorted.length - 1]];
  }

  private static losses(net: Net, name: string, batch: Example[]): number[] {
    return batch.map(({ x, y }) => Math.pow(this.output(net, name, x) - y, 2));
  }

  static bestNonlinearity(net: Net, batch: Example[]): string {
    return [...functions.keys()]
      .map((name) => ({ name, loss: average(this.losses(net, name, batch)) }))
      .reduce((best, next) => (next.loss < best.loss ? next : best)).name;
  }

  static errors(net: Net, batches: Example[][]) {
    const names = batches.map((batch) => this.bestNonlinearity(net, batch));
    const n = batches.length;
    const all = (shift: number) =>
      average(batches.flatMap((batch, k) => this.losses(net, names[(k + shift) % n], batch)));
    return { own: all(0), other: all(n - 1) };
  }
}
