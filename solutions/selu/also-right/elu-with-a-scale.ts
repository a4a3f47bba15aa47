const ALPHA = 1.6732632423543772;
const SCALE = 1.0507009873554805;

const elu = (x: number, a: number) => (x >= 0 ? x : a * (Math.exp(x) - 1));
const delu = (x: number, a: number) => (x >= 0 ? 1 : elu(x, a) + a);

export const selu = (x: number) => SCALE * elu(x, ALPHA);
export const dselu = (x: number) => SCALE * delu(x, ALPHA);
