import type { Expression } from '@oxc-project/types'

/** Whether evaluating changes nothing and calls nothing but Math: both branches may be looked at. */
export function isPure(node: Expression): boolean {
  switch (node.type) {
    case 'Literal':
    case 'Identifier':
      return true
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
      return isPure(node.expression)
    case 'UnaryExpression':
      return node.operator !== 'delete' && isPure(node.argument)
    case 'BinaryExpression':
      return node.operator !== 'in' && isPure(node.left as Expression) && isPure(node.right)
    case 'ConditionalExpression':
      return isPure(node.test) && isPure(node.consequent) && isPure(node.alternate)
    case 'MemberExpression':
      return isMath(node)
    case 'CallExpression':
      return (
        isMath(node.callee) &&
        node.arguments.every((one) => one.type !== 'SpreadElement' && isPure(one))
      )
    default:
      return false
  }
}

function isMath(node: Expression): boolean {
  return (
    node.type === 'MemberExpression' &&
    !node.computed &&
    node.object.type === 'Identifier' &&
    node.object.name === 'Math'
  )
}
