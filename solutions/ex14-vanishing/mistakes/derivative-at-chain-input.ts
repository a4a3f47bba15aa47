const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));
const dsigmoid = (z: number) => sigmoid(z) * (1 - sigmoid(z));

export const chainGradient = (x: number, weights: number[]) =>
  weights.reduce((g, w) => g * w * dsigmoid(w * x), 1);

export const gradientBound = (depth: number) => 0.25 ** depth;
