export default {
  rbf: (x: number, gamma: number): number => Math.E ** (-gamma * x * x),
  drbf: (x: number, gamma: number): number => (-2 * x * gamma) / Math.exp(gamma * x * x),
}
