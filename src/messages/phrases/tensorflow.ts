import type { Phrases } from '../phrase-book.ts'

export const tensorflow: Phrases = {
  'tf.softplus and tf.mul': 'tf.softplus 和 tf.mul',
  'tf.logSoftmax and tf.sum': 'tf.logSoftmax 和 tf.sum',
  'tf.log and tf.mul': 'tf.log 和 tf.mul',
  'tf.mean and tf.squaredDifference': 'tf.mean 和 tf.squaredDifference',
  'tf.matMul and tf.transpose': 'tf.matMul 和 tf.transpose',
  'tf.mul with a mask that you were given': 'tf.mul 和题目给出的掩码',
  "the layer's own operations, such as tf.matMul, tf.add and tf.relu":
    '该层自己的运算，例如 tf.matMul、tf.add 和 tf.relu',
  "the model's own operations, such as tf.matMul, tf.add and tf.relu":
    '该模型自己的运算，例如 tf.matMul、tf.add 和 tf.relu',
  "the loss's own operations, such as tf.sub, tf.square and tf.mean":
    '该损失自己的运算，例如 tf.sub、tf.square 和 tf.mean',
  "the metric's own operations, such as tf.equal and tf.mean":
    '该指标自己的运算，例如 tf.equal 和 tf.mean',
  "the step's own operations: the gradients are found for you": '该步骤自己的运算：梯度会自动求出',
  'tf.matMul, tf.transpose and tf.sum': 'tf.matMul、tf.transpose 和 tf.sum',
  'the operations that are; the statement lists them': '可用的运算；题目列出了它们',
  'exists in TensorFlow.js and is not available here: use {1}':
    '在 TensorFlow.js 中有，但这里不能使用：请用{1}',
  'is of a part of TensorFlow.js that is not available here: use {1}':
    '属于 TensorFlow.js 中这里不能使用的部分：请用{1}',
  'builds a tensor out of numbers: gradients do not reach it. Use the tensors that you were given; for a constant there is tf.scalar':
    '由数构造张量：梯度传不到那里。请使用题目给出的张量；常数可用 tf.scalar',
  '{1} reads numbers out of a tensor: gradients cannot follow them. Stay with tensor operations, such as tf.where or tf.maximum':
    '{1} 从张量中读出数：梯度无法传过去。请使用张量运算，例如 tf.where 或 tf.maximum',
  'TensorFlow.js has no tf.{1}: it is a method, x.{2}()':
    'TensorFlow.js 没有 tf.{1}：它是方法 x.{2}()',
  'a tensor has no method {1}: write tf.{2}(…)': '张量没有方法 {1}：请写 tf.{2}(…)',
  '{1} is not available here: the gradient that is asked for is the one of your own operations':
    '这里不能使用 {1}：所要求的梯度是你自己的运算的梯度',
  '{1} is not available here: it gives other numbers each time':
    '这里不能使用 {1}：它每次给出不同的数',
  'TensorFlow.js has no {1}. {2}': 'TensorFlow.js 没有 {1}。{2}',
  '{1} is not available here; the statement lists the operations that are':
    '这里不能使用 {1}；题目列出了可用的运算',
  'tf.{1} makes the computation too large': 'tf.{1} 使计算变得太大',
  'the result does not use it': '结果没有用到它',
  '{1} let none through': '{1} 没有让梯度通过',
  'no gradient reaches this input: {1}': '没有梯度传到这个输入：{1}',
}
