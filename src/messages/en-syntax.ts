import { part } from './part.ts'
import type { Values } from './words.ts'

/** What a program that does not parse is told: what is wrong, and behind `.do` what to do. */
export const enSyntax = part(() => ({
  'syntax.unclosed': (v: Values) =>
    `the bracket ${code(v.opener)} on line ${v.line}, column ${v.column} is not closed: ${code(v.closer)} is missing here`,
  'syntax.unclosed.do': (v: Values) => `Write the missing ${code(v.closer)}.`,
  'syntax.never-closed': (v: Values) =>
    `this bracket ${code(v.opener)} is never closed: the file ends without its ${code(v.closer)}`,
  'syntax.never-closed.do': (v: Values) => `Write ${code(v.closer)} where what it holds ends.`,
  'syntax.closes-nothing': (v: Values) => `this ${code(v.found)} closes nothing`,
  'syntax.closes-nothing.do': (v: Values) =>
    `Remove it, or write the bracket that it should close: one ${code(v.found)} too many may also stand above.`,
  'syntax.export-inside': (v: Values) =>
    `this bracket ${code(v.opener)} is still open at ${code(v.found)} on line ${v.line}, where nothing can be exported or imported inside of it`,
  'syntax.export-inside.do': (v: Values) =>
    `Close it with ${code(v.closer)} before line ${v.line}, or move that line out of it.`,
  'syntax.text-unclosed': (v: Values) => `this text has no closing ${code(v.quote)} on its line`,
  'syntax.text-unclosed.do': () =>
    'Write the closing quote; a text over several lines stands between backticks.',
  'syntax.text-ends-early': (v: Values) =>
    `the quote ${code(v.quote)} before ${code(v.found)} ends the text, and what follows is read as code`,
  'syntax.text-ends-early.do': (v: Values) =>
    `Put the text between other quotes, or write \\${v.quote} inside of it.`,
  'syntax.template-unclosed': () => 'this text begins with a backtick and has no closing one',
  'syntax.template-unclosed.do': () => 'Write the closing backtick.',
  'syntax.comment-unclosed': () => 'this comment begins with `/*` and never ends',
  'syntax.comment-unclosed.do': () => 'Write `*/` where it ends.',
  'syntax.regex-unclosed': () =>
    'this `/` begins a regular expression that has no closing `/` on its line',
  'syntax.regex-unclosed.do': () =>
    'Write the closing `/`; where you meant to divide, something is missing before it.',
  'syntax.character': (v: Values) => `the character ${code(v.found)} means nothing in a program`,
  'syntax.character.do': (v: Values) =>
    v.instead ? `Write ${code(v.instead)}.` : 'Remove it, or put it into quotes.',
  'syntax.foreign': (v: Values) =>
    `${code(v.found)} is not TypeScript: it looks like ${v.language}`,
  'syntax.foreign.do': (v: Values) => `In TypeScript: ${code(v.instead)}.`,
  'syntax.merge-mark': () => 'this is a mark of a merge that nobody has finished, and no code',
  'syntax.merge-mark.do': () => 'Keep one of the two versions, and remove the marks.',
  'syntax.markdown': () => 'three backticks are a mark of Markdown, and no code',
  'syntax.markdown.do': () => 'Hand in what stands between the marks.',
  'syntax.document': () => 'this is the beginning of a page or a document, and no program',
  'syntax.document.do': () => 'Hand in the TypeScript file itself.',
  'syntax.misspelt': (v: Values) => `${code(v.found)} is no word of TypeScript`,
  'syntax.misspelt.do': (v: Values) => `Did you mean ${code(v.near)}?`,
  'syntax.reserved': (v: Values) =>
    `${code(v.found)} is a word of the language itself and cannot be a name here`,
  'syntax.reserved.do': () => 'Choose another name.',
  'syntax.await': () => '`await` works in functions that are marked `async` only',
  'syntax.await.do': () => 'Remove `await`: nothing here is asynchronous.',
  'syntax.condition': (v: Values) => `what belongs to ${code(v.after)} stands in round brackets`,
  'syntax.condition.do': (v: Values) => `Write ${code(`${v.after} (…)`)}.`,
  'syntax.parameters': (v: Values) =>
    `the parameters of the function ${code(v.after)} stand in round brackets`,
  'syntax.parameters.do': (v: Values) => `Write ${code(`${v.after}(x: number)`)}.`,
  'syntax.body': (v: Values) =>
    `${code(v.found)} cannot stand here: the body of a function begins with \`{\``,
  'syntax.body.do': () =>
    'Write `function f(x: number) { return … }`, or as an arrow: `const f = (x: number) => …`.',
  'syntax.opening': (v: Values) => `\`{\` is missing before ${found(v)}`,
  'syntax.opening.do': () => 'Write the `{`, and a `}` where the body ends.',
  'syntax.arrow': (v: Values) =>
    v.found === '->'
      ? 'an arrow function is written with `=>`, not with `->`'
      : `\`=>\` is missing before ${found(v)}`,
  'syntax.arrow.do': () => 'Write `(x: number) => …`.',
  'syntax.arrow-type': (v: Values) =>
    `the parameter ${code(v.after)} has a type, and so it needs round brackets`,
  'syntax.arrow-type.do': (v: Values) => `Write ${code(`(${v.after}: number) => …`)}.`,
  'syntax.arrow-line': () => '`=>` must stand on the line on which its parameters end',
  'syntax.arrow-line.do': () => 'Move it to the end of the line above.',
  'syntax.arrow-return': () =>
    'behind `=>` stands a value, or a body in braces; `return` needs the braces',
  'syntax.arrow-return.do': () => 'Write `=> value` or `=> { return value }`.',
  'syntax.arrow-object': () =>
    'behind `=>` these braces are the body of a function, and not an object',
  'syntax.arrow-object.do': () => 'Put round brackets around the object: `=> ({ … })`.',
  'syntax.no-name': () => 'this function has no name',
  'syntax.no-name.do': () =>
    'Write its name behind `function`, such as `function tanh(x: number)`.',
  'syntax.no-function-word': (v: Values) =>
    `${code(v.after)} cannot be called and defined at once: outside of a class a function begins with \`function\``,
  'syntax.no-function-word.do': (v: Values) => `Write ${code(`function ${v.after}(…) { … }`)}.`,
  'syntax.const-function': (v: Values) => `${code(v.after)} is not given a value this way`,
  'syntax.const-function.do': (v: Values) =>
    `Write ${code(`const ${v.after} = (x: number) => …`)} or ${code(`function ${v.after}(x: number) { return … }`)}.`,
  'syntax.no-value': (v: Values) => `the constant ${code(v.after)} gets no value`,
  'syntax.no-value.do': (v: Values) => `Write ${code(`const ${v.after} = …`)}.`,
  'syntax.name': (v: Values) => `${code(v.found)} cannot be in a name`,
  'syntax.name.do': (v: Values) => `Write one word, such as ${code(v.instead)}.`,
  'syntax.name-digit': (v: Values) => `${code(v.found)} is neither a number nor a name`,
  'syntax.name-digit.do': (v: Values) =>
    `A product is written with \`*\`, such as ${code(v.instead)}; a name begins with a letter.`,
  'syntax.number': (v: Values) => `${code(v.found)} is not a number`,
  'syntax.number.do': () =>
    'Write it with one decimal point and without spaces, such as `0.5` or `1e-3`.',
  'syntax.comma': (v: Values) => `a comma is missing before ${found(v)}`,
  'syntax.comma.do': () => 'Write `,` between the two.',
  'syntax.object-separator': () =>
    'the properties of an object are separated by `,` and not by `;`',
  'syntax.object-separator.do': () => 'Write `,` instead.',
  'syntax.object-colon': () => 'in an object a value stands behind `:` and not behind `=`',
  'syntax.object-colon.do': () => 'Write `:` instead.',
  'syntax.type-colon': (v: Values) => `\`:\` is missing before the type ${found(v)}`,
  'syntax.type-colon.do': (v: Values) => `Write ${code(`${v.after}: ${v.found}`)}.`,
  'syntax.type-behind': (v: Values) =>
    `the type ${code(v.after)} stands before the name ${found(v)}`,
  'syntax.type-behind.do': (v: Values) => `Write ${code(`${v.found}: ${v.instead}`)}.`,
  'syntax.rest-last': () => 'what begins with `...` must stand last',
  'syntax.rest-last.do': () => 'Move it to the end.',
  'syntax.super': () => '`super` works only in classes that extend another one',
  'syntax.super.do': () => 'Write `class A extends B`, or remove `super`.',
  'syntax.octal': (v: Values) => `a number such as ${code(v.found)} does not begin with 0`,
  'syntax.octal.do': () => 'Remove the zeros in front.',
  'syntax.ternary': () => '`?` has no `:` with the value for the other case',
  'syntax.ternary.do': () => 'Write `condition ? value : otherwise`.',
  'syntax.operand': (v: Values) => `a value is missing after ${code(v.after)}`,
  'syntax.operand.do': (v: Values) => `Write what follows ${code(v.after)}, or remove it.`,
  'syntax.operators': (v: Values) => `${found(v)} cannot follow ${code(v.after)}`,
  'syntax.operators.do': () =>
    'Remove one of the two, or write the value that is missing between them.',
  'syntax.empty-brackets': () => 'there is nothing between these brackets',
  'syntax.empty-brackets.do': () => 'Write a value between them, or remove them.',
  'syntax.redeclared': (v: Values) =>
    v.line
      ? `${code(v.found)} is declared twice: on line ${v.line}, and here`
      : `${code(v.found)} is declared twice`,
  'syntax.redeclared.do': () => 'Give one of them another name, or remove it.',
  'syntax.assignment': () => 'what stands left of `=` cannot be given a value',
  'syntax.assignment.do': () => 'A variable stands there. Two values are compared with `===`.',
  'syntax.negative-power': () => 'a sign before a power can be read in two ways',
  'syntax.negative-power.do': () => 'Write `-(x ** 2)` or `(-x) ** 2`.',
  'syntax.mixed-nullish': () => '`??` together with `||` or `&&` can be read in two ways',
  'syntax.mixed-nullish.do': () => 'Put round brackets around one of them.',
  'syntax.return': () => 'this `return` stands outside of every function',
  'syntax.return.do': () =>
    'Move it into a function; one `}` too many above it ends a function early.',
  'syntax.jump': (v: Values) => `${code(v.found)} stands outside of every loop`,
  'syntax.jump.do': () => 'Move it into a loop, or write `return`.',
  'syntax.else': () => 'this `else` belongs to no `if`',
  'syntax.else.do': () => '`else` follows the `}` of an `if`, with nothing between them.',
  'syntax.try': () => '`try` has neither a `catch` nor a `finally`',
  'syntax.try.do': () => 'Write `catch { … }` behind it.',
  'syntax.export': () => '`export` exports a declaration or names in braces',
  'syntax.export.do': () =>
    'Write `export const x = …`, `export function f() { … }` or `export { x }`.',
  'syntax.export-default': () => '`export default` takes a value and no declaration of a variable',
  'syntax.export-default.do': () =>
    'Write `export const x = …`, or `export default` and the value alone.',
  'syntax.export-unknown': (v: Values) =>
    `${code(v.found)} is exported, but nothing here has that name`,
  'syntax.export-unknown.do': () => 'Export a name that the file declares.',
  'syntax.import': (v: Values) => `\`from\` is missing before ${found(v)}`,
  'syntax.import.do': () => "Write `import { name } from './file'`.",
  'syntax.member-word': (v: Values) => `a member of a class is written without ${code(v.after)}`,
  'syntax.member-word.do': (v: Values) => `Remove ${code(v.after)}.`,
  'syntax.member-comma': () => 'the members of a class are not separated by commas',
  'syntax.member-comma.do': () => 'Write each on a line of its own.',
  'syntax.loop': () => 'the head of a `for` has three parts with `;` between them',
  'syntax.loop.do': () => 'Write `for (let i = 0; i < n; i++)`.',
  'syntax.throw-line': () => 'what is thrown must stand on the line of `throw`',
  'syntax.throw-line.do': () => 'Join the two lines.',
  'syntax.too-deep': () => 'it is nested too deeply',
  'syntax.too-deep.do': () => 'Use variables or a loop.',
  'syntax.ends': (v: Values) =>
    `the file ends behind ${code(v.after)}, where something must follow`,
  'syntax.ends.do': () => 'Write what is missing, or remove what was begun.',
  'syntax.follows': (v: Values) => `${found(v)} cannot follow ${code(v.after)} here`,
  'syntax.follows.do': () =>
    'Something is missing between the two: an operator, a comma, a bracket or a new line.',
  'syntax.unexpected': (v: Values) => `${found(v)} cannot stand here`,
  'syntax.unexpected.do': () => 'Remove it, or write what is missing before it.',
  'syntax.other': (v: Values) => `${v.message}`,
  'syntax.other.do': () => 'Correct the syntax at this place.',
}))

/** Code in a sentence: between backticks. */
function code(text: Values[string] | undefined): string {
  return `\`${text}\``
}

/** What was found; where nothing was, the file's end. */
function found(v: Values): string {
  return v.found === '' ? 'the end of the file' : code(v.found)
}
