import { brackets, exportInside } from './bracket-rules.ts'
import type { Explanation, ParserFault, Rule } from './fault.ts'
import { faultIn } from './fault.ts'
import { followRules } from './follow-rules.ts'
import { KINDS } from './kinds.ts'
import { character, foreign, notCode } from './other-texts.ts'
import { unexpectedRules } from './unexpected-rules.ts'

/** From what says most to what says least; the first that knows the fault explains it. */
const RULES: readonly Rule[] = [
  notCode,
  foreign,
  character,
  (fault) => KINDS[fault.reason]?.(fault),
  exportInside,
  ...followRules,
  brackets,
  ...unexpectedRules,
]

/** What is wrong with a text that does not parse, where, and what to do, for somebody who learns. */
export function explain(text: string, parser: ParserFault): Explanation {
  const fault = faultIn(text, parser)
  for (const rule of RULES) {
    const explanation = rule(fault)
    if (explanation) return explanation
  }
  return { id: 'other', values: { message: parser.message }, start: fault.offset }
}
