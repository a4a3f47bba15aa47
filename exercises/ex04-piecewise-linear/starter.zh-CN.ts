interface Net {
  w1: number[]
  b1: number[]
  w2: number[]
  b2: number
}

interface Pieces {
  breakpoints: number[]
  slopes: number[]
  intercepts: number[]
}

/** net 所计算的函数的分段点、斜率和截距。 */
export function pieces(net: Net): Pieces {
  // 在这里作答。
  throw new Error('not written yet')
}

/** 两个分段线性函数之和。 */
export function addPieces(p: Pieces, q: Pieces): Pieces {
  // 在这里作答。
  throw new Error('not written yet')
}
