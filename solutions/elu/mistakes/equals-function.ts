export const elu = (x: number, alpha: number) => (x >= 0 ? x : alpha * Math.expm1(x));

export const delu = elu;
