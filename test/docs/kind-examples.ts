import type { checkKinds } from '../../src/checks/index.ts'

/** What a page says of a kind of check that the registry does not: what a failure shows, and an example. */
interface KindExample {
  readonly evidence: string
  /** As in a spec. */
  readonly yaml: string
}

export const kindExamples: { readonly [kind in keyof typeof checkKinds]: KindExample } = {
  value: {
    evidence: 'the smallest counterexample, how many points fail and where, a plot, the mistake',
    yaml: '- { kind: value, function: prelu, points: 4, partial: by-parameter }',
  },
  derivative: {
    evidence: 'the same, with the gradient that TensorFlow.js finds',
    yaml: '- { kind: derivative, function: dprelu, points: 5, tolerance: { float64: 1e-6 } }',
  },
  kink: {
    evidence: 'the kink, what was given, and what passes there',
    yaml: '- { kind: kink, function: dprelu, points: 1, after: [dprelu-derivative] }',
  },
  stability: {
    evidence: 'the first |x| that fails, and the part of the formula that overflows',
    yaml: '- { kind: stability, function: tanh, points: 1, severity: error }',
  },
  consistency: {
    evidence:
      "both slopes at a point: the student's derivative, and that of the student's function",
    yaml: '- { kind: consistency, function: dprelu, points: 1 }',
  },
  proof: {
    evidence: 'the proof in a sentence, or an exact point at which the two formulas differ',
    yaml: '- { kind: proof, function: prelu }',
  },
  identity: {
    evidence: 'the proof, or a counterexample as for `value`',
    yaml: '- { kind: identity, function: tanhBySigmoid, points: 3 }',
  },
  policy: {
    evidence: 'the line that breaks a rule, and the reason that the spec gives',
    yaml: '- kind: policy\n  function: tanh\n  points: 1\n  rules: [{ rule: no-math, deny: [tanh] }, { rule: no-loops }]\n  because: the exercise asks for exponentials',
  },
  call: {
    evidence:
      'the smallest arguments that fail, both answers, and the first place where they differ',
    yaml: '- { kind: call, function: affine, points: 4, reference: affine, pure: true }',
  },
  gradient: {
    evidence: 'the same, for the gradient',
    yaml: '- { kind: gradient, function: daffine, points: 6, reference: affine, in: 1 }',
  },
  'same-network': {
    evidence: 'an input for which the two networks differ',
    yaml: '- { kind: same-network, function: convert, points: 3, from: sigmoid, to: tanh }',
  },
  witness: {
    evidence: 'why the object does not have the property',
    yaml: '- { kind: witness, function: lostDirection, points: 4, property: lost-direction }',
  },
  range: {
    evidence: 'the end that is wrong, and a value that lies beyond it',
    yaml: '- { kind: range, function: ranges, points: 2, ranges: { tanh: [-1, 1], relu: [0, Infinity] } }',
  },
  bound: {
    evidence: 'the largest error and where it is, or a proof that it stays below the limit',
    yaml: '- { kind: bound, function: cheapTanh, points: 3, of: tanh, limit: 0.02, odd: true }',
  },
  cost: {
    evidence: 'the operations that were counted, beside the limits',
    yaml: '- { kind: cost, function: cheapTanh, points: 2, most: { functions: 0, divisions: 1 } }',
  },
  program: {
    evidence: 'the shortest program that fails, line by line, and what was read',
    yaml: '- { id: leaf-adds, kind: program, function: leaf, points: 7, reference: leaves }',
  },
  autograd: {
    evidence: 'the element and its gradient, or the operation that stops gradients, with its line',
    yaml: '- { kind: autograd, function: prelu, points: 10, of: prelu, values: [0.25, 1.5] }',
  },
  work: {
    evidence: 'what was counted at each size beside its limit, and how it grows',
    yaml: '- { kind: work, function: prefix, points: 2, reference: prefixSums, most: [{ size: 100, turns: 1000 }, { size: 400, turns: 4000 }] }',
  },
  'piecewise-linear': {
    evidence: 'the piece that is wrong, and a point of it',
    yaml: '- { kind: piecewise-linear, function: pieces, points: 4, asked: pieces }',
  },
}
