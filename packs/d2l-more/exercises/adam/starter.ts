export function adam(gradients: number[], rate: number): number[] {
  // Your answer here.
  return []
}
