type Point = { x: number; y: number };

function value(name: string, x: number): number {
  if (name === 'tanh(x) + 1') return 1 + Math.tanh(x);
  if (name === 'relu(x)') return x > 0 ? x : 0;
  return 2 / (1 + Math.exp(-2 * x));
}

/** halves each part until the line is near enough in its middle and quarters */
function refine(name: string, from: number, to: number, out: Point[]): void {
  const [a, b] = [value(name, from), value(name, to)];
  const far = [0.25, 0.5, 0.75].some(
    (t) => Math.abs(a + t * (b - a) - value(name, from + t * (to - from))) > 0.002,
  );
  if (far || to - from > 1) {
    const middle = (from + to) / 2;
    refine(name, from, middle, out);
    refine(name, middle, to, out);
  } else {
    out.push({ x: to, y: b });
  }
}

export function points(name: string, low: number, high: number): Point[] {
  const out: Point[] = [{ x: low, y: value(name, low) }];
  refine(name, low, high, out);
  return out;
}

export function largestGap(p: number[][], q: number[][]): number {
  let [i, j, largest] = [0, 0, Math.abs(p[0][1] - q[0][1])];
  while (i < p.length - 1 && j < q.length - 1) {
    const x = Math.min(p[i + 1][0], q[j + 1][0]);
    const at = (line: number[][], k: number) =>
      line[k][1] + ((line[k + 1][1] - line[k][1]) * (x - line[k][0])) / (line[k + 1][0] - line[k][0]);
    largest = Math.max(largest, Math.abs(at(p, i) - at(q, j)));
    if (p[i + 1][0] === x) i++;
    if (q[j + 1][0] === x) j++;
  }
  return largest;
}
