type Pieces = { breakpoints: number[]; slopes: number[]; intercepts: number[] };

/** Two points of each piece say what the line through them is. */
function through(f: (x: number) => number, kinks: number[]): Pieces {
  // A place that was found twice may differ in its last digit.
  const breakpoints = [...kinks]
    .sort((a, b) => a - b)
    .filter((at, k, sorted) => k === 0 || at - sorted[k - 1] > 1e-9);
  const lines = gaps(breakpoints).map(([a, b]) => {
    const slope = (f(b) - f(a)) / (b - a);
    return { slope, intercept: f(a) - slope * a };
  });
  return {
    breakpoints,
    slopes: lines.map((l) => l.slope),
    intercepts: lines.map((l) => l.intercept),
  };
}

function gaps(breakpoints: number[]): [number, number][] {
  if (breakpoints.length === 0) return [[0, 1]];
  const [first, last] = [breakpoints[0], breakpoints[breakpoints.length - 1]];
  const inner = breakpoints.slice(1).map((to, k): [number, number] => {
    const from = breakpoints[k];
    return [from + (to - from) / 4, to - (to - from) / 4];
  });
  return [[first - 2, first - 1], ...inner, [last + 1, last + 2]];
}

const valueOf = (p: Pieces) => (x: number) => {
  let k = 0;
  while (k < p.breakpoints.length && p.breakpoints[k] < x) k++;
  return p.slopes[k] * x + p.intercepts[k];
};

const kinksOf = (w: number[], b: number[]): number[] =>
  w.flatMap((value, k) => (value === 0 ? [] : [0 - b[k] / value]));

class Answers {
  subtractPieces(p: Pieces, q: Pieces): Pieces {
    const [f, g] = [valueOf(p), valueOf(q)];
    return through((x) => f(x) - g(x), [...p.breakpoints, ...q.breakpoints]);
  }

  preluPieces(
    net: { w1: number[]; b1: number[]; w2: number[]; b2: number },
    alpha: number,
  ): Pieces {
    const unit = (z: number) => Math.max(0, z) + alpha * Math.min(0, z);
    const f = (x: number) =>
      net.w1.reduce((sum, w, k) => sum + net.w2[k] * unit(w * x + net.b1[k]), net.b2);
    return through(f, kinksOf(net.w1, net.b1));
  }

  deepPieces(net: {
    w1: number[];
    b1: number[];
    W2: number[][];
    b2: number[];
    w3: number[];
    b3: number;
  }): Pieces {
    const relu = (z: number) => Math.max(0, z);
    const input = (x: number) => {
      const h = net.w1.map((w, k) => relu(w * x + net.b1[k]));
      return net.b2.map((b, j) => h.reduce((sum, value, k) => sum + value * net.W2[k][j], b));
    };
    const f = (x: number) => input(x).reduce((sum, z, j) => sum + net.w3[j] * relu(z), net.b3);
    const first = kinksOf(net.w1, net.b1);
    const ends = [-Infinity, ...[...new Set(first)].sort((a, b) => a - b), Infinity];
    const second = gaps(ends.slice(1, -1)).flatMap(([a, b], k) => {
      const [za, zb] = [input(a), input(b)];
      return za.flatMap((z, j) => {
        // A slope out of two values is hardly ever 0 on the dot: level is what is as good as level.
        const slope = Math.abs(zb[j] - z) < 1e-9 ? 0 : (zb[j] - z) / (b - a);
        const zero = a - z / slope;
        return slope !== 0 && ends[k] < zero && zero < ends[k + 1] ? [zero] : [];
      });
    });
    return through(f, [...first, ...second]);
  }
}

const answers = new Answers();
export const { subtractPieces, preluPieces, deepPieces } = answers;
