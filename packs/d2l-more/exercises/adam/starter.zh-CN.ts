export function adam(gradients: number[], rate: number): number[] {
  // 在这里作答。
  return []
}
