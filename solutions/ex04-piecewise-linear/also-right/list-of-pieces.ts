interface Net {
  w1: number[];
  b1: number[];
  w2: number[];
  b2: number;
}

interface Pieces {
  breakpoints: number[];
  slopes: number[];
  intercepts: number[];
}

const insideEach = (breakpoints: number[]) =>
  breakpoints.length === 0
    ? [0]
    : [breakpoints[0] - 1, ...breakpoints.map((at, k) => (at + (breakpoints[k + 1] ?? at + 2)) / 2)];

export const pieces = (net: Net) => {
  const { w1, b1, w2, b2 } = net;
  const kinks = w1.flatMap((w, k) => (w === 0 ? [] : [-b1[k] / w + 0]));
  const cuts = [...new Set(kinks)].sort((a, b) => a - b);
  const y = (x: number) => w1.reduce((s, w, k) => s + w2[k] * Math.max(0, w * x + b1[k]), b2);
  return insideEach(cuts).map((x, k) => {
    const from = cuts[k - 1] ?? Number.MIN_SAFE_INTEGER;
    const to = cuts[k] ?? Number.MAX_SAFE_INTEGER;
    const h = Math.min(x - from, to - x, 1) / 4;
    const slope = (y(x + h) - y(x - h)) / (2 * h);
    return { from, to, slope, intercept: y(x) - slope * x };
  });
};

export function addPieces(p: Pieces, q: Pieces): Pieces {
  const breakpoints = [...new Set([...p.breakpoints, ...q.breakpoints])].sort((a, b) => a - b);
  const at = insideEach(breakpoints);
  const piece = (f: Pieces, x: number) => f.breakpoints.filter((b) => b < x).length;
  return {
    breakpoints,
    slopes: at.map((x) => p.slopes[piece(p, x)] + q.slopes[piece(q, x)]),
    intercepts: at.map((x) => p.intercepts[piece(p, x)] + q.intercepts[piece(q, x)]),
  };
}
