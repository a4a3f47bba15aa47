const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));

export function chainGradient(x: number, weights: number[]): number {
  let [h, gradient] = [x, 1];
  for (const w of weights.slice().reverse()) {
    h = sigmoid(w * h);
    gradient *= w * h * (1 - h);
  }
  return gradient;
}

export const gradientBound = (depth: number) => 0.25 ** depth;
