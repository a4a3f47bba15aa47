const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));

export const swish = (x: number, beta: number) => x * sigmoid(beta * x);

export const dswish = (x: number, beta: number) => {
  const s = sigmoid(beta * x);
  return x * beta * s * (1 - s);
};
