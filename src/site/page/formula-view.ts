import { printMathml } from '../../formula/print-mathml.ts'
import { el } from './dom.ts'

/** Longer formulas are easier to read as the code that they come from. */
const LONGEST = 400

/** A formula as mathematics sets it; as its text until the parser is there, and where it has none. */
export function formulaView(text: string): HTMLElement {
  const shown = el('span', { class: 'formula', dir: 'ltr' }, el('code', {}, text))
  if (text.length <= LONGEST) void setIn(shown, text)
  return shown
}

async function setIn(shown: HTMLElement, text: string): Promise<void> {
  try {
    const { parseFormula } = await import('../../source/parse-formula.ts')
    // Made of a parsed formula alone: every name in it is escaped.
    shown.innerHTML = printMathml(parseFormula(text))
    shown.title = text
  } catch {
    // The text stands there already.
  }
}
