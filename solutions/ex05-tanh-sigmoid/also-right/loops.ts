interface Net {
  W1: number[][];
  b1: number[];
  W2: number[][];
  b2: number[];
}

export const tanhViaSigmoid = (x: number): number => {
  const sigmoid = 1 / (1 + Math.exp(-2 * x));
  return sigmoid - (1 - sigmoid);
};

export const sigmoidViaTanh = (x: number): number => 0.5 + 0.5 * Math.tanh(0.5 * x);

function convert(net: Net, factor: number, constant: number): Net {
  const copy: Net = JSON.parse(JSON.stringify(net));
  for (const row of copy.W1) for (let j = 0; j < row.length; j++) row[j] *= factor;
  for (let j = 0; j < copy.b1.length; j++) copy.b1[j] *= factor;
  for (const row of copy.W2) {
    for (let k = 0; k < row.length; k++) {
      copy.b2[k] += constant * row[k];
      row[k] *= factor;
    }
  }
  return copy;
}

export const toSigmoidNet = (net: Net): Net => convert(net, 2, -1);
export const toTanhNet = (net: Net): Net => convert(net, 1 / 2, 1 / 2);
