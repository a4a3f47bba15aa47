class Leaf {
  #grad = 0;

  constructor(readonly value: number) {}

  get grad(): number {
    return this.#grad;
  }

  backward = (upstream: number): void => {
    this.#grad += upstream * Number(this.value > 0);
  };

  zeroGrad(): void {
    this.#grad = 0;
  }
}

export const leaf = (value: number): Leaf => new Leaf(value);

export const train = (steps: number): number => {
  let value = 1;
  for (const _ of Array(steps)) {
    const w = leaf(value);
    w.backward(1);
    value -= 0.3 * w.grad;
  }
  return value;
};
