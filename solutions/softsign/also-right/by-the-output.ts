class Softsign {
  softsign = (x: number) => x * Math.pow(1 + Math.abs(x), -1);
  dsoftsign = (x: number) => {
    const r = 1 - Math.abs(this.softsign(x));
    return r * r;
  };
}

const instance = new Softsign();

export const { softsign, dsoftsign } = instance;
