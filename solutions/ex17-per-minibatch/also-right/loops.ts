type Net = { w1: number[]; b1: number[]; w2: number[]; b2: number };
type Example = { x: number; y: number };

function apply(name: string, z: number): number {
  switch (name) {
    case 'relu':
      return z > 0 ? z : 0;
    case 'sigmoid':
      return (1 + Math.tanh(z / 2)) / 2;
    case 'tanh':
      return Math.tanh(z);
    default:
      throw new RangeError(`no nonlinearity ${name}`);
  }
}

const NAMES = ['relu', 'sigmoid', 'tanh'];

export function output(net: Net, name: string, x: number): number {
  let y = net.b2;
  for (let k = 0; k < net.w1.length; k++) {
    y += net.w2[k] * apply(name, net.w1[k] * x + net.b1[k]);
  }
  return y;
}

export function outputRange(net: Net, xs: number[]): number[] {
  let low = Infinity;
  let high = -Infinity;
  for (const x of xs) {
    for (const name of NAMES) {
      const y = output(net, name, x);
      if (y < low) low = y;
      if (y > high) high = y;
    }
  }
  return [low, high];
}

export function bestNonlinearity(net: Net, batch: Example[]): string {
  let best = NAMES[0];
  let least = Infinity;
  for (const name of NAMES) {
    let error = 0;
    for (const { x, y } of batch) error += (output(net, name, x) - y) ** 2;
    if (error < least) {
      least = error;
      best = name;
    }
  }
  return best;
}

export function errors(net: Net, batches: Example[][]) {
  let own = 0;
  let other = 0;
  let count = 0;
  let previous = bestNonlinearity(net, batches[batches.length - 1]);
  for (const batch of batches) {
    const name = bestNonlinearity(net, batch);
    for (const { x, y } of batch) {
      own += (output(net, name, x) - y) ** 2;
      other += (output(net, previous, x) - y) ** 2;
      count++;
    }
    previous = name;
  }
  return { own: own / count, other: other / count };
}
