/** What a run was asked for: the same for every submission of it. */
export interface GradingOptions {
  readonly seed: number
  /** Sample points for each function. */
  readonly points: number
  /** Every finite bfloat16 number of the domain instead. */
  readonly exhaustive: boolean
  /** Of functions of data: without the drawn trials, on the fixed ones alone. */
  readonly cornersOnly?: true
  /** Ids of checks or names of functions; all, where empty. */
  readonly only: readonly string[]
  /** Judge at these points only: the variable, and parameters by name where given. */
  readonly at: readonly AtPoint[]
}

export interface AtPoint {
  readonly variable: number
  /** What whoever asked called the variable, where a name was given. */
  readonly named?: string
  readonly parameters: { readonly [name: string]: number }
}
