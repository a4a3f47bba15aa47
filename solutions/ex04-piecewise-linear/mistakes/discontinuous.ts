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

export function pieces({ w1, b1, w2, b2 }: Net): Pieces {
  const kinks = w1.flatMap((w, k) => (w === 0 ? [] : [-b1[k] / w + 0]));
  const breakpoints = [...new Set(kinks)].sort((a, b) => a - b);
  const active = (x: number) => w1.map((w, k) => (w * x + b1[k] > 0 ? w2[k] : 0));
  const at = insideEach(breakpoints);
  return {
    breakpoints,
    slopes: at.map((x) => active(x).reduce((s, v, k) => s + v * w1[k], 0)),
    intercepts: at.map((x) => b2),
  };
}

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
