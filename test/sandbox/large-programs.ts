type Write = (at: number) => string
export const list = (count: number, write: Write): string[] =>
  Array.from({ length: count }, (_, k) => write(k))
export const lines = (count: number, write: Write, separator = ''): string =>
  list(count, write)
    .map((one, k) => (k % 50 === 49 ? `${one}\n` : one))
    .join(separator)
const functions = (count: number, body: string): string =>
  list(count, (k) => `function f${k}(x: number): any { return ${body} }`).join('\n')
export const nested = (count: number, open: string, inner: string, close: string): string =>
  lines(count, () => open) + inner + lines(count, () => close)

/** What may stand beside an answer, as long as a file may be. */
export const LARGE: { readonly [what: string]: string } = {
  'long sums': functions(
    20,
    lines(1400, () => 'x', '+'),
  ),
  'long products': functions(
    6,
    lines(1400, () => 'x', '*'),
  ),
  'long powers': functions(
    9,
    lines(1400, () => 'x', ' ** '),
  ),
  'many signs': functions(20, `${lines(1400, () => '- ')}x`),
  'long conditions': functions(
    8,
    lines(1400, () => 'x', ' && '),
  ),
  'nested brackets': functions(4, nested(700, '(', 'x', '+x)')),
  'nested calls': functions(2, nested(700, 'Math.abs(', 'x', ')')),
  'nested choices': functions(3, `${lines(1000, (k) => `x === ${k} ? ${k} : `)}0`),
  'long lists': functions(8, `[${lines(1400, String, ', ')}]`),
  'long chains of assignments': functions(15, `(${lines(1400, () => 'x', '=')})`),
  'long choices of what there is': functions(
    8,
    lines(1200, () => 'x', ' ?? '),
  ),
  'long chains of members': functions(8, `x${lines(1200, () => '?.a')}`),
  'long sequences': functions(
    12,
    lines(1400, () => 'x', ','),
  ),
  'functions of functions': functions(8, `${lines(1000, () => 'q=>')}x`),
  'texts within texts': functions(2, nested(500, '`${', 'x', '}`')),
  'many cases': functions(2, `0; switch (x) { ${lines(1400, (k) => `case ${k}: return ${k};`)} }`),
  'many classes': list(1200, (k) => `class C${k} { a = 1 }`).join('\n'),
  'many types': list(1000, (k) => `type T${k} = { a: number, b: T${Math.max(0, k - 1)}[] }`).join(
    '\n',
  ),
  'many functions': list(1400, (k) => `function f${k}() { return 1 }`).join('\n'),
  'many small functions': list(2000, (k) => `const f${k}=x=>x`).join('\n'),
  'many namespaces': list(1400, (k) => `namespace N${k} {1}`).join('\n'),
  'one namespace many times': list(1400, (k) => `namespace N { export const a${k} = 1 }`).join(
    '\n',
  ),
  'many enums': list(1400, (k) => `enum E${k} { A }`).join('\n'),
  'one enum many times': list(2000, (k) => `enum E { A${k} = ${k} }`).join('\n'),
  'long texts': functions(6, `\`${lines(1000, () => 'abcdefgh')}\``),
  'long remarks': list(1000, () => '// nothing that anybody has to know about this answer').join(
    '\n',
  ),
}
