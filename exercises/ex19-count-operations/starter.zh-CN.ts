/** 只用一次指数函数的 sigmoid。 */
export function sigmoid(x: number): number {
  // 在这里作答。
  return Number.NaN
}

/** 只用一次指数函数的 tanh。 */
export function tanh(x: number): number {
  // 在这里作答。
  return Number.NaN
}

/** 只用一次比较的 ReLU。 */
export function relu(x: number): number {
  // 在这里作答。
  return Number.NaN
}

/** sigmoid 的导数，由它的输出 s 求得。 */
export function dsigmoid(s: number): number {
  // 在这里作答。
  return Number.NaN
}

/** tanh 的导数，由它的输出 t 求得。 */
export function dtanh(t: number): number {
  // 在这里作答。
  return Number.NaN
}

/** ReLU 的导数，由它的输出 y 求得。 */
export function drelu(y: number): number {
  // 在这里作答。
  return Number.NaN
}

/** 该名称的公式有多少个函数和多少次其他运算。 */
export function operations(name: string): { functions: number; others: number } {
  // 在这里作答。
  throw new Error('not written yet')
}

/** 一层前向传播和反向传播各一次的运算次数。 */
export function layerCost(name: string, units: number, perFunction: number): number {
  // 在这里作答。
  return Number.NaN
}
