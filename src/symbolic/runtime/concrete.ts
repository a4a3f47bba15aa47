/** Operators without the input: what the machine gives. */
export type ConcreteOutcome =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'not-followed' }

const NOT_FOLLOWED: ConcreteOutcome = { kind: 'not-followed' }

export function isPrimitive(value: unknown): boolean {
  return (typeof value !== 'object' || value === null) && typeof value !== 'function'
}

/**
 * The value of `left operator right`. Objects are compared and no more: turning one into a
 * primitive may tell how the program was written anew.
 */
export function concrete(operator: string, left: unknown, right: unknown): ConcreteOutcome {
  const isIdentity = operator === '===' || operator === '!=='
  if (!isIdentity && !(isPrimitive(left) && isPrimitive(right))) {
    const isEquality = operator === '==' || operator === '!='
    const isAboutNothing = [left, right].some((value) => value === undefined || value === null)
    const areObjects = !isPrimitive(left) && !isPrimitive(right)
    if (!isEquality || !(isAboutNothing || areObjects)) return NOT_FOLLOWED
  }
  try {
    return { kind: 'value', value: apply(operator, left as number, right as number) }
  } catch {
    // Of symbols, or of bigints and numbers: an error of the program, with words of its own.
    return NOT_FOLLOWED
  }
}

function apply(operator: string, left: number, right: number): unknown {
  switch (operator) {
    case '+':
      return left + right
    case '-':
      return left - right
    case '*':
      return left * right
    case '/':
      return left / right
    case '%':
      return left % right
    case '**':
      return left ** right
    case '|':
      return left | right
    case '&':
      return left & right
    case '^':
      return left ^ right
    case '<<':
      return left << right
    case '>>':
      return left >> right
    case '>>>':
      return left >>> right
    case '<':
      return left < right
    case '<=':
      return left <= right
    case '>':
      return left > right
    case '>=':
      return left >= right
    case '===':
      return left === right
    case '!==':
      return left !== right
    case '==':
      // biome-ignore lint/suspicious/noDoubleEquals: it is what the program asks
      return left == right
    case '!=':
      // biome-ignore lint/suspicious/noDoubleEquals: it is what the program asks
      return left != right
    default:
      throw new Error(`no operator ${operator}`)
  }
}
