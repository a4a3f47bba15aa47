const curves: Record<string, (x: number) => number> = {
  'tanh(x) + 1': (x) => Math.tanh(x) + 1,
  '2 sigmoid(2x)': (x) => 2 / (1 + Math.exp(-2 * x)),
  'relu(x)': (x) => Math.max(0, x),
}

const steps = 500

export function points(name: string, low: number, high: number): number[][] {
  const curve = curves[name] ?? Number
  const even = Array.from({ length: steps }, (_, k) => low + (k / steps) * (high - low))
  // ReLU bends at 0: without a point there the line cuts the corner off.
  const xs = [...even, 0, high].filter((x) => x >= low && x <= high)
  return xs.sort((a, b) => a - b).map((x) => [x, curve(x)])
}

function heightAt(line: number[][], x: number): number {
  const after = line.slice(1).findIndex(([at = x]) => at >= x)
  const [[x0 = x, y0 = x] = [], [x1 = x, y1 = x] = []] = line.slice(after)
  return y0 + ((x - x0) / (x1 - x0)) * (y1 - y0)
}

export function largestGap(p: number[][], q: number[][]): number {
  const gaps = p.map(([x = Number.NaN]) => Math.abs(heightAt(p, x) - heightAt(q, x)))
  return Math.max(...gaps)
}
