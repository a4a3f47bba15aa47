export const hardSwish = (x: number) => (x * Math.min(Math.max(x + 3, 0), 6)) / 6;
export const dhardSwish = (x: number) => x / 3 + 1 / 2;
