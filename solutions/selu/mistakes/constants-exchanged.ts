const scale = 1.6732632423543772
const alpha = 1.0507009873554805

export function selu(x: number): number {
  return scale * (x > 0 ? x : alpha * Math.expm1(x))
}

export function dselu(x: number): number {
  return scale * (x > 0 ? 1 : alpha * Math.exp(x))
}
