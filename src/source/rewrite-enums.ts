import { behind, type Code, replaceRange } from './code.ts'
import { frameOf, type Home, qualify } from './declaration-home.ts'
import { blank, type Edit } from './edits.ts'
import { declarationIn } from './names.ts'
import { referencesTo } from './references.ts'
import { childrenOf, isNode, nameOf, type SyntaxNode } from './syntax-tree.ts'

/** Edits for an enum, its members at their lines: `A = 2` becomes `E_["A"]=(2);…`. */
export function enumEdits(code: Code, statement: SyntaxNode, home: Home): Edit[] {
  const node = declarationIn(statement)
  const name = nameOf(node.id) ?? ''
  const { inside, edits } = frameOf(code, statement, name, home)
  const members = membersOf(node)
  const known = home.membersOf(name)
  return [
    ...edits,
    ...members.flatMap((member, i) =>
      memberEdits(code, { member, before: members[i - 1], inside }),
    ),
    ...members.flatMap(({ initializer }) =>
      // An initializer may name the members of every enum of its name.
      isNode(initializer)
        ? referencesTo(known, initializer).map((reference) => qualify(reference, inside))
        : [],
    ),
  ]
}

function membersOf(node: SyntaxNode): SyntaxNode[] {
  return childrenOf(node.body as SyntaxNode)
}

interface Member {
  readonly member: SyntaxNode
  readonly before: SyntaxNode | undefined
  readonly inside: string
}

function memberEdits(code: Code, { member, before, inside }: Member): Edit[] {
  const { initializer } = member
  const property = `${inside}[${keyOf(member)}]`
  // A member that is a string has no entry by its value.
  const reverse = `if(typeof ${property}!=="string")${inside}[${property}]=${keyOf(member)};`
  const comma = code.plain.slice(member.end).search(/\S/) + member.end
  const rest = code.plain[comma] === ',' ? [blank(code.text, comma, comma + 1)] : []
  if (!isNode(initializer)) {
    const value = before === undefined ? '0' : `${inside}[${keyOf(before)}]+1`
    return [
      replaceRange(code, member.start, member.end, `${property}=${value};${reverse}`),
      ...rest,
    ]
  }
  return [
    replaceRange(code, member.start, initializer.start, `${property}=(`),
    behind(initializer, `);${reverse}`),
    ...rest,
  ]
}

function keyOf(member: SyntaxNode): string {
  return JSON.stringify(nameOf(member.id) ?? '')
}
