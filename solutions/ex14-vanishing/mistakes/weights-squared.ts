const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));

export const chainGradient = (x: number, weights: number[]) => {
  let [h, g] = [x, 1];
  for (const w of weights) {
    h = sigmoid(w * h);
    g *= w * w * h * (1 - h);
  }
  return g;
};

export const gradientBound = (depth: number) => 0.25 ** depth;
