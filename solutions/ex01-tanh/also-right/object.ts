type Scalar = (x: number) => number;

// the corrected expansion of the forum's answer, written for |x| so that exp cannot overflow
const activation: { tanh: Scalar; dtanh: Scalar } = {
  tanh: (x) => {
    const q = Math.exp(-2 * Math.abs(x));
    return (Math.sign(x) * (1 - q)) / (1 + q);
  },
  dtanh(x) {
    const q = Math.exp(-2 * Math.abs(x));
    return (4 * q) / (1 + q) ** 2;
  },
};

export default activation;
