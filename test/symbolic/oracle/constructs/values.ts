import type { Constructs } from '../writer.ts'

/** Kinds of values, and numbers at the edge. */
export const VALUES: Constructs = {
  'numbers at the edge': {
    floor: 70,
    write: (w) =>
      w.pick(
        'y += 1 / -0 > 0 ? 1 : 2;',
        'y = 1 / (0 * y) > 0 ? 1 : 2;',
        `y += Object.is(-0, 0) ? 1 : 2;`,
        'y += NaN === NaN ? 1 : 0;',
        'y = y < Infinity ? y : 0;',
        'y = Math.sqrt(y) >= 0 ? 1 : 2;',
        'y = !(Math.log(y) < 1) ? 3 : 4;',
        'y += Math.max() > 0 ? 1 : Math.min(); y = isFinite(y) ? y : 1;',
        'y = Math.max(y, NaN, 1);',
        'y = Math.min(y, Infinity) + Math.max(-Infinity, y);',
        'y += (2 ** 31 | 0) / 1e9 + (1 << 33) + (5 % 3) + (-5 % 3);',
        'y += 9007199254740993 - 9007199254740992;',
        'y += 0.1 + 0.2 === 0.3 ? 1 : 2;',
        'y += (1e308 * 10 === Infinity ? 1 : 2) + 1e-400;',
        'y = y * (0.1 + 0.2 - 0.3) * 1e16;',
        'y += Math.round(-2.5) + Math.trunc(-1.5) + Math.floor(0.7) + Math.fround(0.1);',
        'y += Math.exp(-Infinity) + Number.EPSILON;',
        'y = Math.hypot(y, 3) + Math.pow(y, 2) + Math.sign(-0);',
        'y = Math.hypot(y, 0) + Math.hypot(-0, 0) + Math.hypot(3, 4);',
        'y = Math.hypot(y, -Infinity) > 1 ? y : Math.atan2(2, 1);',
        'y = Math.atan2(y, 2) + Math.atan2(-0, -1);',
        'y *= Math.sqrt(2 / Math.PI) * 0.044715 + 1 / 3 + Math.LN2;',
        'for (let t = 0; t < 1; t += 0.1) y += 1;',
        'y = (y + 1e16) - 1e16;',
      ),
  },
  'rounding of the input': {
    floor: 0,
    write: (w) =>
      `y += ${w.pick('x | 0', '~~x', 'x % 2', 'Math.fround(x)', 'Math.clz32(x)', '+x.toFixed(2)', 'x >>> 0')};`,
  },
  'rounding to whole numbers': {
    floor: 55,
    write: (w) =>
      w.pick(
        'y += Math.trunc(x);',
        'y += Math.floor(x) * 2 - Math.ceil(x);',
        'y = Math.round(y * 2) / 2;',
        'y += x - Math.floor(x) > 0.5 ? 1 : Math.round(-x);',
        'const whole = Math.floor(x + 0.5) === Math.round(x) ? 1 : 0; y *= whole;',
        'y = Math.max(Math.trunc(x / 2), Math.ceil(y));',
        'y += Math.floor(+(x > 0) / 2 + 1);',
      ),
  },
  coercions: {
    floor: 55,
    write: (w) =>
      w.pick(
        `y = ('2' as any) * y;`,
        `y = y - ('1' as any) + +'3';`,
        `y += +true + (null as any) + ('' as any) * 1;`,
        `y += (y as any) == '1' ? 1 : 2;`,
        `y += ((x > 0) as any) + ((x > 1) as any) * 2;`,
        `y += ((x > 0) as any) < ((x > 1) as any) ? 1 : 2;`,
        `y += (x > 0) === (x > 1) ? 1 : 2;`,
        `y += ((x > 0) as any) == 1 ? 1 : 2;`,
        `y += \`\${1 + 1}a\`.length + String(12).length + [1, 2].join('-').length;`,
        `y += Number('0x10') + parseInt('12px') + parseFloat('1.5e1x') + Number('');`,
        `y += ('a' < 'b' ? 1 : 2) + ('b' + 1 === 'b1' ? 1 : 2) + (1 + '2' as any) * 1;`,
        `y += (undefined as any) + 1 > 0 ? 1 : 2;`,
        `y += ([2] as any) * 3;`,
        `y += ('' + x).length;`,
        `y += JSON.parse('[1, 2]')[1] + JSON.stringify({ a: 1 }).length;`,
        `y += Boolean(y) ? 1 : 2; y += !!y as any;`,
      ),
  },
  'typeof and instanceof': {
    floor: 60,
    write: (w) =>
      w.pick(
        `y += typeof x === 'number' ? 1 : 2;`,
        `y += typeof (x > 0) === 'boolean' ? 1 : 2;`,
        `y += typeof nowhere === 'undefined' ? 1 : 2; declare const nowhere: any;`.replace(
          / declare.*/,
          '',
        ),
        `y += [] instanceof Array ? 1 : 2; y += (x as any) instanceof Number ? 1 : 2;`,
        `y += typeof Math.tanh === 'function' && typeof null === 'object' ? 1 : 2;`,
        `y += Array.isArray([x]) ? 1 : 2; y += Array.isArray(x) ? 1 : 2;`,
        `y += Number.isInteger(2) && !Number.isInteger(2.5) ? 1 : 2;`,
      ),
  },
  'truth of numbers': {
    floor: 65,
    write: (w) =>
      w.pick(
        'y = y || 5;',
        'y = y && 2;',
        'if (y) y += 1; else y = 3;',
        'y = !y ? 1 : 2;',
        'y = (x || y) as any;',
        'while (y) { y = 0; }',
        'y = x ? (y ? 1 : 2) : 3;',
      ),
  },
  'bigints and symbols': {
    floor: 30,
    write: (w) =>
      w.pick(
        'y += Number(2n) + Number(2n ** 3n);',
        `{ const s = Symbol('s'); const o: any = { [s]: 2 }; y += o[s]; }`,
        'y += 1n < 2 ? 1 : 2;',
        `y += Number.isInteger(x) ? 1 : 2;`,
      ),
  },
  'just outside': {
    floor: 10,
    write: (w) =>
      w.pick(
        'y += Math.random() * 0;',
        `y += /a/.test('a') ? 1 : 2;`,
        'y += ((s: any) => s.length)`ab`;',
        `y += new Function('return 1')();`,
        `y += eval('1');`,
        `y += (f as any).toString().length > 0 ? 1 : 2;`,
        `y += f.length + f.name.length;`,
        `y += new Proxy({ a: 1 } as any, {}).a;`,
        `y += new Error('e').message.length;`,
        `y += (new Error('e') as any).stack.length > 0 ? 1 : 2;`,
        `y += Reflect.ownKeys({ a: 1 }).length;`,
        `y += 'abc'.replace('b', 'xx').length + 'a-b'.split('-').length + 'x'.padEnd(3).length;`,
        `y += structuredCloneOrNot(y); function structuredCloneOrNot(t: any) { return typeof (globalThis as any).structuredClone === 'function' ? t : t; }`,
        `console.log(y); y += 1;`,
        `{ const o: any = { valueOf() { return 3; } }; y += o * 2; }`,
        `y += (async () => 1)() instanceof Promise ? 1 : 2;`,
      ),
  },
}
