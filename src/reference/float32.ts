const view = new DataView(new ArrayBuffer(4))

/** The smallest positive float32 that is not subnormal, 2^-126: native engines flush what is smaller to zero. */
export const SMALLEST_NORMAL = 1.1754943508222875e-38

/** The next float32 above; from 0 the smallest normal one, because subnormals are zero to some engines. */
export function nextUp(value: number): number {
  const rounded = Math.fround(value)
  if (rounded === 0) return SMALLEST_NORMAL
  if (rounded === -SMALLEST_NORMAL) return 0
  return moved(rounded, rounded > 0 ? 1 : -1)
}

export function nextDown(value: number): number {
  return -nextUp(-value)
}

function moved(value: number, steps: number): number {
  view.setFloat32(0, value)
  view.setInt32(0, view.getInt32(0) + steps)
  return view.getFloat32(0)
}

/** Every finite bfloat16 number (the upper half of a float32) in an interval, ascending, zero once. */
export function bfloat16Numbers(low: number, high: number): number[] {
  const found: number[] = []
  for (let upper = 0x7f7f; upper > 0; upper -= 1) keep(-bfloat16(upper))
  for (let upper = 0; upper <= 0x7f7f; upper += 1) keep(bfloat16(upper))
  return found

  function keep(value: number) {
    if (value >= low && value <= high) found.push(value)
  }
}

function bfloat16(upper: number): number {
  view.setUint32(0, (upper << 16) >>> 0)
  return view.getFloat32(0)
}
