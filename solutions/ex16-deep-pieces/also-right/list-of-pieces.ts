type Piece = { from: number; to: number; slope: number; intercept: number };
type Lists = { breakpoints: number[]; slopes: number[]; intercepts: number[] };

const asList = (p: Lists): Piece[] =>
  p.slopes.map((slope, k) => ({
    from: k === 0 ? -Infinity : p.breakpoints[k - 1],
    to: k === p.breakpoints.length ? Infinity : p.breakpoints[k],
    slope,
    intercept: p.intercepts[k],
  }));

/** f + factor * g, by going through both from left to right. */
function plus(f: Piece[], g: Piece[], factor: number): Piece[] {
  const result: Piece[] = [];
  let [i, j, from] = [0, 0, -Infinity];
  while (i < f.length && j < g.length) {
    const to = Math.min(f[i].to, g[j].to);
    result.push({
      from,
      to,
      slope: f[i].slope + factor * g[j].slope,
      intercept: f[i].intercept + factor * g[j].intercept,
    });
    if (f[i].to === to) i++;
    if (g[j].to === to && j < g.length) j++;
    from = to;
  }
  return result;
}

function prelu(f: Piece[], alpha: number): Piece[] {
  const result: Piece[] = [];
  for (const { from, to, slope, intercept } of f) {
    const zero = -intercept / slope;
    const parts = slope !== 0 && from < zero && zero < to ? [[from, zero], [zero, to]] : [[from, to]];
    for (const [a, b] of parts) {
      const inside =
        a === -Infinity ? (b === Infinity ? 0 : b - 1) : b === Infinity ? a + 1 : (a + b) / 2;
      const c = slope * inside + intercept > 0 ? 1 : alpha;
      result.push({ from: a, to: b, slope: c * slope, intercept: c * intercept });
    }
  }
  return result;
}

const constant = (intercept: number): Piece[] => [{ from: -Infinity, to: Infinity, slope: 0, intercept }];
const straight = (slope: number, intercept: number): Piece[] => [
  { from: -Infinity, to: Infinity, slope, intercept },
];

export const subtractPieces = (p: Lists, q: Lists) => plus(asList(p), asList(q), -1);

export const preluPieces = (
  net: { w1: number[]; b1: number[]; w2: number[]; b2: number },
  alpha: number,
) => {
  let y = constant(net.b2);
  net.w1.forEach((w, k) => {
    y = plus(y, prelu(straight(w, net.b1[k]), alpha), net.w2[k]);
  });
  return y;
};

export const deepPieces = (net: {
  w1: number[];
  b1: number[];
  W2: number[][];
  b2: number[];
  w3: number[];
  b3: number;
}) => {
  let y = constant(net.b3);
  for (let j = 0; j < net.b2.length; j++) {
    let z = constant(net.b2[j]);
    for (let k = 0; k < net.w1.length; k++) {
      z = plus(z, prelu(straight(net.w1[k], net.b1[k]), 0), net.W2[k][j]);
    }
    y = plus(y, prelu(z, 0), net.w3[j]);
  }
  return y;
};
