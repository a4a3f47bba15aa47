export function tanh(x: number) {
  return Math.tanh(x);
}

export function dtanh(x: number) {
  // sech
  return 2 / (Math.exp(x) + Math.exp(-x));
}
