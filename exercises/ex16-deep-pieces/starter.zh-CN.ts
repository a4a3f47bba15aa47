interface Pieces {
  breakpoints: number[]
  slopes: number[]
  intercepts: number[]
}

interface Net {
  w1: number[]
  b1: number[]
  w2: number[]
  b2: number
}

interface DeepNet {
  w1: number[]
  b1: number[]
  W2: number[][]
  b2: number[]
  w3: number[]
  b3: number
}

/** p 减 q，两者都是分段线性的。 */
export function subtractPieces(p: Pieces, q: Pieces): Pieces {
  // 在这里作答。
  throw new Error('not written yet')
}

/** 有一个 pReLU 隐藏层的网络的各段。 */
export function preluPieces(net: Net, alpha: number): Pieces {
  // 在这里作答。
  throw new Error('not written yet')
}

/** 有两个 ReLU 隐藏层的网络的各段。 */
export function deepPieces(net: DeepNet): Pieces {
  // 在这里作答。
  throw new Error('not written yet')
}
