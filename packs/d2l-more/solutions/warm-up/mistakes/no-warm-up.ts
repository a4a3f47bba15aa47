export const rate = (t: number, warmup: number): number =>
  (1 + Math.cos((Math.PI * t) / 100)) / 2 + 0 * warmup

export const drate = (t: number, warmup: number): number =>
  t < warmup
    ? 1 / warmup
    : (-Math.PI / (2 * (100 - warmup))) * Math.sin((Math.PI * (t - warmup)) / (100 - warmup))
