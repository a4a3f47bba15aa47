export const hardSigmoid = (x: number) => Math.max(0, Math.min(1, x / 5 + 0.5));
export const dhardSigmoid = (x: number) => (Math.abs(x) < 2.5 ? 0.2 : 0);
