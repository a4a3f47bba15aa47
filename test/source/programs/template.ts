import fc from 'fast-check'

/**
 * Texts with holes. `template({ E: expression, T: type })` gives a function from texts such as
 * `(«E» as «T»)` to arbitraries that fill each hole by itself.
 */
export function template(
  holes: Readonly<Record<string, () => fc.Arbitrary<string>>>,
): (text: string) => fc.Arbitrary<string> {
  return (text) => {
    const parts = text.split(/«(\w+)»/)
    const fillings = parts.map((part, i) => (i % 2 === 0 ? fc.constant(part) : hole(holes, part)))
    return fc.tuple(...fillings).map((filled) => filled.join(''))
  }
}

function hole(holes: Readonly<Record<string, () => fc.Arbitrary<string>>>, name: string) {
  const arbitrary = holes[name]
  if (arbitrary === undefined) throw new Error(`no hole ${name}`)
  return arbitrary()
}
