function onesLike(X: number[][]): number[][] {
  const ones: number[][] = [];
  for (const row of X) {
    ones.push(Array.from(row, () => 1));
  }
  return ones;
}

function reluGraph(x: number[]) {
  let sum = x.map(() => 0);
  let passes = true;
  return {
    get value() {
      return x.map((v) => Math.max(v, 0));
    },
    get grad() {
      return sum;
    },
    get alive() {
      return passes;
    },
    backward: (upstream: number[], retain: boolean) => {
      if (passes) sum = sum.map((s, k) => s + (Math.sign(x[k]) + 1) / 2 * upstream[k]);
      passes &&= retain;
    },
  };
}

function jacobian(x: number[]): number[][] {
  return x.map((a, i) => x.map((_, k) => Number(i === k && a > 0)));
}

export default { onesLike, reluGraph, jacobian };
