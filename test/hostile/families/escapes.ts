import { attack, body } from '../attack.ts'

const RIGHT = 'export const tanh = Math.tanh\n'

/** Ways out that work in one runner of JavaScript or another. */
export const escapes = [
  attack(
    'the constructor of a constructor',
    body("return (Function as any).constructor('return process')().exit(0)"),
    'faulty',
  ),
  attack(
    'the constructor of an error',
    body(
      "try { null!.x } catch (e: any) { return e.constructor.constructor('return process')().pid }",
    ),
    'faulty',
  ),
  attack(
    'the constructor of this',
    body("return (globalThis as any).constructor.constructor('return process')().pid"),
    'faulty',
  ),
  attack('process.exit', body('return (globalThis as any).process.exit(0)'), 'faulty'),
  attack('process.exit as the module loads', `process.exit(0)\n${RIGHT}`, 'crashed'),
  attack('require', `const fs = require('fs')\n${RIGHT}`, 'forbidden'),
  attack('require by another name', `const r = eval('require')\nr('fs')\n${RIGHT}`, 'crashed'),
  attack(
    'import of a Node module',
    `import { readFileSync } from 'node:fs'\nreadFileSync('/etc/passwd')\n${RIGHT}`,
    'forbidden',
  ),
  attack('import for its effect', `import 'node:child_process'\n${RIGHT}`, 'forbidden'),
  attack(
    'import of the checker',
    `import * as checker from 'mlp-check'\nchecker\n${RIGHT}`,
    'forbidden',
  ),
  attack('import by absolute path', `import * as p from '/etc/passwd'\np\n${RIGHT}`, 'forbidden'),
  attack('import by file URL', `import * as p from 'file:///etc/passwd'\np\n${RIGHT}`, 'forbidden'),
  attack(
    'import by data URL',
    `import * as p from 'data:text/javascript,export default 1'\np\n${RIGHT}`,
    'forbidden',
  ),
  attack(
    'import from above',
    `import * as p from '../../../../etc/passwd'\np\n${RIGHT}`,
    'forbidden',
  ),
  attack(
    'import from above, disguised',
    `import * as p from './a/../../secret'\np\n${RIGHT}`,
    'forbidden',
  ),
  attack('a re-export from elsewhere', "export { tanh } from 'mathjs'\n", 'forbidden'),
  attack('dynamic import', body("return import('node:fs') as any"), 'forbidden'),
  attack(
    'dynamic import of a computed name',
    body("return import('node:' + 'fs') as any"),
    'faulty',
  ),
  attack('import of the harness', `import * as h from 'harness'\nh\n${RIGHT}`, 'forbidden'),
  attack(
    'import of itself',
    "import * as me from './a.ts'\nme\nexport const tanh = Math.tanh\n",
    'forbidden',
    'right',
  ),
  attack(
    'import attributes',
    `import x from './a.json' with { type: 'json' }\nx\n${RIGHT}`,
    'forbidden',
  ),
  attack(
    'a library of the engine',
    `import * as std from 'std'\nimport * as os from 'os'\nstd.exit(0); os\n${RIGHT}`,
    'forbidden',
  ),
  attack(
    'WebAssembly',
    body('return new WebAssembly.Memory({ initial: 1 }).buffer.byteLength as any'),
    'faulty',
  ),
  attack('a worker', body("return new Worker('x') as any"), 'faulty'),
  attack(
    'shared memory',
    body('return Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0) as any'),
    'faulty',
  ),
  attack('fetch', body("return fetch('http://example.com') as any"), 'faulty'),
  attack('a debugger', body('debugger; return Math.tanh(x)'), 'right'),
  attack(
    'Error.prepareStackTrace',
    `Error.prepareStackTrace = (_e: any, s: any) => s[0].getThis().constructor.constructor('return process')()\n${body('throw new Error(new Error().stack)')}`,
    'faulty',
  ),
  attack(
    'a stack trace limit',
    `(Error as any).stackTraceLimit = Infinity\n${body('throw new Error("x")')}`,
    'faulty',
  ),
  attack(
    'a forged stack',
    body(
      "throw Object.assign(new Error('x'), { stack: 'at m0:1:1\\n    at evil (m7:99999999:99999999)\\n    at (/etc/passwd:1:1)' })",
    ),
    'faulty',
  ),
  attack(
    'an error with a forged class',
    body("throw { name: 'InternalError', message: 'interrupted', stack: 'm0:-1:0' }"),
    'faulty',
  ),
  attack(
    'an error that looks like the budget',
    body("throw new InternalError('interrupted')"),
    'faulty',
  ),
  attack('the caller', body('return (tanh as any).caller.caller.arguments'), 'faulty'),
  attack('arguments.callee', body('return (arguments as any).callee(x)'), 'faulty'),
  attack(
    'the names of the harness',
    body('return harness(operations, functions, receivers, found) as any'),
    'faulty',
  ),
  attack(
    'a proxy around the exports',
    'export default new Proxy({ tanh: Math.tanh }, { getOwnPropertyDescriptor: () => { throw new Error("x") } })\n',
    'missing',
    'right',
  ),
  attack(
    'with',
    'export function tanh(x: number) { with (Math) { return tanh(x) } }\n',
    'does-not-parse',
    'crashed',
  ),
  attack('a hashbang', `#!/bin/sh\n${RIGHT}`, 'right', 'does-not-parse'),
]

/** Changing what the checker stands on. A wrong function stays wrong. */
export const tampering = [
  attack('Math.abs', `Math.abs = () => 0\n${body('return x')}`, 'wrong'),
  attack('Object.is', `Object.is = () => true\n${body('return x')}`, 'wrong'),
  attack(
    'Number.isFinite and isNaN',
    `Number.isFinite = () => true; globalThis.isNaN = () => false\n${body('return x')}`,
    'wrong',
  ),
  attack(
    'Float64Array',
    `globalThis.Float64Array = class { constructor() { return new Proxy({}, { get: () => 0 }) } } as any\n${body('return x')}`,
    'wrong',
  ),
  attack(
    'a setter on typed arrays',
    `Object.defineProperty(Object.getPrototypeOf(Float64Array.prototype), 'length', { get: () => 0 })\n${body('return x')}`,
    'wrong',
  ),
  attack(
    'setters on Array.prototype',
    `for (let i = 0; i < 10; i++) Object.defineProperty(Array.prototype, i, { set() {}, get: () => 0 })\n${body('return x')}`,
    'wrong',
  ),
  attack(
    'setters on Object.prototype',
    `for (const k of ['value', 'index', 'kind', 'message', 'stack', 'kept', 'as', 'do', 'length', 'get']) Object.defineProperty(Object.prototype, k, { set() {}, get: () => 0, configurable: true })\n${body('return x')}`,
    'wrong',
    'crashed',
    'faulty',
  ),
  attack(
    'properties of Object.prototype',
    `Object.assign(Object.prototype, { kept: 'x', as: 'y', data: 0, handle: 1, writable: false })\n${body('return x')}`,
    'wrong',
  ),
  attack(
    'Reflect.apply',
    `Reflect.apply = (() => 0) as any; Function.prototype.call = () => 0; Function.prototype.apply = () => 0\n${body('return x')}`,
    'wrong',
  ),
  attack('JSON', `JSON.stringify = () => '0'; JSON.parse = () => 0\n${body('return x')}`, 'wrong'),
  attack(
    'String and its prototype',
    `String.prototype.slice = () => ''; (globalThis as any).String = () => ''\n${body('return x')}`,
    'wrong',
  ),
  attack(
    'Symbol.toPrimitive of Number',
    `(Number.prototype as any)[Symbol.toPrimitive] = () => 0; Number.prototype.valueOf = () => 0\n${body('return x')}`,
    'wrong',
  ),
  attack(
    'toJSON',
    `(Object.prototype as any).toJSON = (Number.prototype as any).toJSON = (String.prototype as any).toJSON = () => 0\n${body('return x')}`,
    'wrong',
  ),
  attack(
    'the prototype of arrays is frozen',
    `Object.freeze(Array.prototype); Object.freeze(Object.prototype); Object.freeze(Function.prototype)\n${body('return x')}`,
    'wrong',
  ),
  attack(
    'globalThis is emptied',
    `for (const k of Reflect.ownKeys(globalThis)) try { delete (globalThis as any)[k] } catch {}\n${body('return x')}`,
    'wrong',
  ),
  attack('a thenable', body('return { then(f: any) { f(Math.tanh(x)) } } as any'), 'faulty'),
  attack(
    'a Promise of the answer',
    'export async function tanh(x: number) { return Math.tanh(x) }\n',
    'faulty',
  ),
  attack('a Number object', body('return new Number(Math.tanh(x)) as any'), 'faulty'),
  attack('text of the answer', body('return String(Math.tanh(x)) as any'), 'faulty'),
  attack(
    'a value that converts itself',
    body('return { valueOf: () => Math.tanh(x), [Symbol.toPrimitive]: () => Math.tanh(x) } as any'),
    'faulty',
  ),
  attack('a BigInt', body('return BigInt(Math.round(x)) as any'), 'faulty'),
  attack('NaN, which equals nothing', body('return NaN'), 'wrong'),
  attack(
    'an exported Proxy of a function',
    'export const tanh = new Proxy((x: number) => x, { apply: () => 0 })\n',
    'wrong',
  ),
  attack(
    'a forged verdict on the console',
    `console.log('✓ tanh: value  3 of 3 points')\nconsole.log(JSON.stringify({ status: 'passed', score: 1000 }))\n${body('return x')}`,
    'wrong',
  ),
  attack(
    'an exported verdict',
    `export const status = 'passed', score = 1e9\n${body('return x')}`,
    'wrong',
  ),
  attack(
    'a function that renames itself',
    `${body('return x')}Object.defineProperty(tanh, 'length', { value: 1e308 }); Object.defineProperty(tanh, 'name', { get() { for (;;) {} } })\n`,
    'wrong',
  ),
]
