const gate = (x: number): number => Math.max(0, Math.min(1, x / 6 + 0.5));
const dgate = (x: number): number => (Math.abs(x) < 3 ? 1 / 6 : 0);

export const hardSwish = (x: number): number => x * gate(x);
export const dhardSwish = (x: number): number => gate(x) + x * dgate(x);
