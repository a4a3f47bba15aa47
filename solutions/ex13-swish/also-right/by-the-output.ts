export const swish = (x: number, beta: number): number => x / (1 + Math.exp(-beta * x));

export const dswish = (x: number, beta: number): number => {
  const y = swish(x, beta);
  const s = 1 / (1 + Math.exp(-beta * x));
  return beta * y * (1 - s) + s;
};
