const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));
const dsigmoid = (z: number) => sigmoid(z) * (1 - sigmoid(z));

export const chainGradient = (x: number, weights: number[]) => {
  let [h, g] = [x, 1];
  for (const w of weights) {
    g *= w * dsigmoid(w * h);
    h = sigmoid(w * h);
  }
  return g;
};

export const gradientBound = (depth: number) => Math.pow(0.25, depth - 1);
