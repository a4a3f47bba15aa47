export const hardSigmoid = (x: number) => Math.max(0, Math.min(1, x / 6 + 0.5));
export const dhardSigmoid = (x: number) => (Math.abs(x) < 3 ? 1 : 0);
