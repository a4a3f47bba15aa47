const logSoftmax = (z: number[]): number[] => {
  const top = Math.max(...z)
  const shifted = z.map((value) => value - top)
  const log = Math.log(shifted.reduce((sum, value) => sum + Math.exp(value), 0))
  return shifted.map((value) => value - log)
}

export const crossEntropy = (z: number[], y: number): number => -logSoftmax(z)[y]

export const dcrossEntropy = (z: number[], y: number): number[] =>
  logSoftmax(z).map((value, k) => Math.exp(value) - Number(k === y))
