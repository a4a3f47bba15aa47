const relu = (x: number) => Math.max(0, x);
const prelu = (x: number, a: number) => (x > 0 ? x : a * x);

export const reluOfRelu = (x: number) => relu(relu(x));

export const preluOfPrelu = (x: number, alpha: number) => {
  const h = prelu(x, alpha);
  return prelu(h, alpha);
};

export const isIdempotent = (alpha: number) => alpha <= 0 || alpha === 1;
