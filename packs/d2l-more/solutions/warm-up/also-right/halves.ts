export function rate(t: number, warmup: number): number {
  if (t < warmup) return t / warmup
  const share = (t - warmup) / (100 - warmup)
  return Math.cos((Math.PI * share) / 2) ** 2
}

export function drate(t: number, warmup: number): number {
  if (t < warmup) return 1 / warmup
  const speed = Math.PI / (100 - warmup)
  return (-speed / 2) * Math.sin(speed * (t - warmup))
}
