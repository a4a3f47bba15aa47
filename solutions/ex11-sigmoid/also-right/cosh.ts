const logistic = (x: number) => (1 + Math.exp(-x)) ** -1;
const slope = (x: number) => 1 / (2 + 2 * Math.cosh(x));

export { logistic as sigmoid, slope as dsigmoid };
