const ALPHA = 1.6732632423543772;
const SCALE = 1.0507009873554805;

export const selu = (x: number) => (x > 0 ? SCALE * x : SCALE * ALPHA * Math.expm1(x));

export const dselu = (y: number) => (y > 0 ? SCALE : y + SCALE * ALPHA);
