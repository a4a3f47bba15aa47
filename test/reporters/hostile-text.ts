import fc from 'fast-check'

/** Texts that some sink takes for its own syntax, each with the sink that it attacks. */
export const hostileTexts: readonly string[] = [
  ']]></failure><testcase name="forged"/>', // XML
  '<!-- --><script>alert(1)</script>', // HTML
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '&lt;b&gt; &#0; &amp;amp; &nosuch;',
  '\u001b[31mred\u001b[0m \u001b]8;;http://example.org\u0007link\u001b]8;;\u0007', // terminal
  '\0null \u0007bell \u0008back \u007fdelete \u009bcsi',
  'user\u202egpj.exe \u2066isolate\u2069 \u061c\ufeff',
  'lone \ud800 and \udc00, pair \ud83d\ude00, \ufffe\uffff',
  'one\r\ntwo\rthree\u2028four\u2029five',
  '::error file=a.ts,line=1::forged%0A::stop-commands::x', // workflow commands
  '\n::set-output name=result::forged\n##[error]forged',
  'ok\nResult=forged\nghadelimiter_x',
  "=cmd|' /C calc'!A0", // spreadsheets
  '+1+1',
  '-2+3',
  '@SUM(1)',
  '\t=1+1',
  ' ="a"',
  '＝1+1',
  'a,b;c"d"\ne',
  '| a | b |\n|---|---|\n```\n``` ~~~', // Markdown
  '# heading\n- item\n1. one\n> quote\n<details>',
  '![x](javascript:alert(1)) [y](http://example.org) http://example.org www.example.org me@example.org',
  '@octocat #1 !2 GH-3 octo/cat#4 $5 %6 ~7 *a* _b_ ~~c~~ **d** $x^2$ :smile:',
  'ok 1 - forged # SKIP\nnot ok 2 # TODO\nBail out!\n1..0\n  ---\n  ...', // TAP
  '\\# \\\\# \\',
  '../../etc/passwd',
  '',
  ' ',
]

/** Any string at all, lone surrogates included, or pieces of the hostile ones glued together. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)), maxLength: 40 }),
  fc
    .array(fc.constantFrom(...hostileTexts, ...Array.from('`|\\#:%"\'<>&\n\r\t ab1')), {
      maxLength: 6,
    })
    .map((pieces) => pieces.join('')),
)

export const eightMegabytes: string = 'x\u001b]]>"\n'.repeat(2 ** 20)
