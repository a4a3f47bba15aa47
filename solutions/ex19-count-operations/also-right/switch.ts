const { exp } = Math;

export const sigmoid = (x: number) => 1 / (exp(-x) + 1);
export const tanh = (x: number) => 1 - 2 / (exp(2 * x) + 1);
export const relu = (x: number) => (x > 0 ? x : 0);
export const dsigmoid = (s: number) => s - s * s;
export const dtanh = (t: number) => 1 - t ** 2;
export const drelu = (y: number) => Number(y > 0);

export function operations(name: string): { functions: number; others: number } {
  switch (name) {
    case 'sigmoid':
      return { functions: 1, others: 2 };
    case 'tanh':
      return { functions: 1, others: 4 };
    case 'dsigmoid':
    case 'dtanh':
      return { functions: 0, others: 2 };
    case 'relu':
    case 'drelu':
      return { functions: 0, others: 1 };
    default:
      throw new RangeError(name);
  }
}

export function layerCost(name: string, units: number, perFunction: number): number {
  let perUnit = 0;
  for (const part of [name, 'd' + name]) {
    const { functions, others } = operations(part);
    perUnit += functions * perFunction + others;
  }
  return units * perUnit;
}
