const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));

const functions = new Map<string, (x: number) => number>()
  .set('tanh(x) + 1', (x) => 2 * sigmoid(2 * x))
  .set('2 sigmoid(2x)', (x) => 2 * sigmoid(2 * x))
  .set('relu(x)', (x) => (x + Math.abs(x)) / 2);

export default class Plot {
  static points(name: string, low: number, high: number) {
    const x = [low];
    const h = (high - low) / 300;
    for (let k = 1; k < 300; k++) {
      const next = low + k * h;
      if (x[x.length - 1] < 0 && next > 0) x.push(0);
      x.push(next);
    }
    if (x[x.length - 1] < 0 && high > 0) x.push(0);
    x.push(high);
    return { x, y: x.map(functions.get(name)!) };
  }

  static largestGap(p: number[][], q: number[][]): number {
    const height = (line: number[][]) => (x: number) => {
      for (let k = 1; k < line.length; k++) {
        const [[a, fa], [b, fb]] = [line[k - 1], line[k]];
        if (x <= b) return fa * ((b - x) / (b - a)) + fb * ((x - a) / (b - a));
      }
      throw new RangeError('outside');
    };
    const [f, g] = [height(p), height(q)];
    return [...p, ...q].reduce((most, [x]) => Math.max(most, Math.abs(f(x) - g(x))), 0);
  }
}
