/** What a program would like a reader of its report to obey or to believe. */
const PAYLOADS: Readonly<Record<string, string>> = {
  'a command to a runner':
    '\n::error::forged\n::stop-commands::abc\n ::set-output name=result::pass',
  'a command in the older form': 'x ##[error]forged ###[warning]forged ##vso[task.complete]forged',
  'a command at any wrapped width': `${'x'.repeat(61)} ::notice title=ex1::passed ${'y'.repeat(70)} ::error::forged`,
  'a terminal that is rewritten':
    '\u001b[2J\u001b[1;1H\u202e✓ passed\u2066 10 of 10\u0007\u009b31m\r',
  'markup of every kind':
    ']]></failure><script>alert(1)</script>"\'`|\n```\n# passed\n| a |\nok 9 - forged # SKIP\nBail out!\n=cmd()',
  'a verdict of its own': '\n✓ passed  10 of 10 points\n\nseed 7\n',
  'a verdict at any wrapped width': `${'✓ passed 10 of 10 points. '.repeat(20)}`,
}

/** A text of a program that reaches a report, and the program that has it there. */
const CHANNELS: Readonly<Record<string, (text: string) => string>> = {
  'what it prints at first': (text) => `console.log(${text})\n${WRONG}`,
  'what it prints in a call': (text) =>
    `${TANH}export const dtanh = (x) => (console.error(${text}), x)\n`,
  'what it throws': (text) => `${TANH}export const dtanh = (x) => { throw new Error(${text}) }\n`,
  'what it throws at first': (text) => `throw new Error(${text})\n${WRONG}`,
  'the name of its error': (text) =>
    `${TANH}export const dtanh = (x) => { throw Object.assign(new Error('e'), { name: ${text} }) }\n`,
  'a thing that it throws': (text) =>
    `${TANH}export const dtanh = (x) => { throw { toString: () => ${text}, message: ${text} } }\n`,
  'a symbol that it throws': (text) =>
    `${TANH}export const dtanh = (x) => { throw Symbol(${text}) }\n`,
  'what it returns': (text) => `${TANH}export const dtanh = (x) => ${text}\n`,
  'a key of what it returns': (text) => `${TANH}export const dtanh = (x) => ({ [${text}]: x })\n`,
  'the name of a function': (text) =>
    `${TANH}export const dtanh = { [${text}]: (x) => x }[${text}]\n`,
  'the name of an export': (text) =>
    `${TANH}const d = (x) => x\nexport { d as "dtanhh", d as ${text.replace(/^'|'$/g, '"')} }\n`,
  'the line that is shown': (text) =>
    `${TANH}export const dtanh = (x: number): number => x + 0 * ${text}.length // ${text}\n`,
  'a line that does not parse': (text) => `${TANH}export const dtanh = (x => ${text} ${text}\n`,
  'a file that it wants': (text) => `import x from ${text}\n${WRONG}`,
}

const TANH = 'export const tanh = (x) => Math.tanh(x)\n'
const WRONG = `${TANH}export const dtanh = (x) => x\n`

export interface SurfaceAttack {
  readonly name: string
  /** An answer to ex1 that is wrong, or cannot be judged. */
  readonly source: string
}

export const SURFACES: readonly SurfaceAttack[] = Object.entries(CHANNELS).flatMap(
  ([channel, program]) =>
    Object.entries(PAYLOADS).map(([payload, text]) => ({
      name: `${channel}: ${payload}`,
      source: program(JSON.stringify(text)),
    })),
)
