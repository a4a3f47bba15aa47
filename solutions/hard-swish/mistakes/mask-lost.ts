const gate = (x: number) => Math.min(Math.max(x + 3, 0), 6) / 6;
export const hardSwish = (x: number) => x * gate(x);
export const dhardSwish = (x: number) => gate(x) + x / 6;
