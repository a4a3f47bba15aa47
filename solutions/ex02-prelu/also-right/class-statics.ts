export class PReLU {
  private static left(x: number): boolean {
    return x < 0;
  }

  static prelu(x: number, alpha: number): number {
    return PReLU.left(x) ? x * alpha : x;
  }

  static dprelu(x: number, alpha: number): number {
    return PReLU.left(x) ? alpha : 1;
  }

  static dpreluDalpha(x: number, _alpha = 0.25): number {
    return PReLU.left(x) ? x : 0;
  }
}

export const { prelu, dprelu, dpreluDalpha } = PReLU;
