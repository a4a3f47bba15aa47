const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));

export function swish(x: number, beta: number): number {
  return x * sigmoid(beta * x);
}

export function dswish(x: number, beta: number): number {
  const s = sigmoid(beta * x);
  return s * (1 + x * (1 - s));
}
