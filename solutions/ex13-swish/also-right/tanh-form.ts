class Swish {
  static gate(z: number): number {
    return (1 + Math.tanh(z / 2)) / 2;
  }

  static swish(x: number, beta: number): number {
    return x * Swish.gate(beta * x);
  }

  static dswish(x: number, beta: number): number {
    const z = beta * x;
    const g = Swish.gate(z);
    return g * (1 + z * Swish.gate(-z));
  }
}

export default Swish;
