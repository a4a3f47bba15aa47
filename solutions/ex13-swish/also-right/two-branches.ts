const sigmoid = (z: number): number => {
  if (z < 0) {
    const e = Math.exp(z);
    return e / (1 + e);
  }
  return 1 / (1 + Math.exp(-z));
};

function swish(x: number, beta: number): number {
  return sigmoid(beta * x) * x;
}

function dswish(x: number, beta: number): number {
  const [s, c] = [sigmoid(beta * x), sigmoid(-beta * x)];
  return s + x * beta * s * c;
}

export default { swish, dswish };
