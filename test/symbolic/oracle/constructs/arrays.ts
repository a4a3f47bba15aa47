import type { Constructs } from '../writer.ts'

export const ARRAYS: Constructs = {
  'members out of range': {
    floor: 65,
    write: (w) => {
      const a = w.name('a')
      return `const ${a}: any = [1, ${w.leaf()}, 3]; for (let i = 0; i < 3; i++) { ${w.pick(
        `y += ${a}[i - 1] ?? ${w.leaf()};`,
        `y += ${a}[i + 1] || 0;`,
        `if (${a}[i - 1] !== undefined) y += 1;`,
        `if (${a}[i - 1]) y += ${a}[i];`,
        `y += ${a}[i - 1];`,
      )} } y += ${a}['1'] + (${a}['01'] === undefined ? 1 : 2) + (${a}[-1] ?? 4);`
    },
  },
  'changes of arrays': {
    floor: 65,
    write: (w) => {
      const a = w.name('a')
      return `const ${a}: any[] = [${w.leaf()}, 2]; ${w.pick(
        `${a}.push(${w.leaf()}, 4); y += ${a}.length;`,
        `${a}[3] = 1; y += ${a}.length;`,
        `${a}.length = 1;`,
        `${a}.unshift(${w.leaf()}); ${a}.pop();`,
        `${a}.splice(0, 1, ${w.leaf()}, 7);`,
        `${a}.reverse();`,
        `${a}[0] += 1; ${a}[1]++; --${a}[0];`,
        `[${a}[0], ${a}[1]] = [${a}[1], ${a}[0]];`,
        `delete ${a}[0];`,
        `${a}.forEach((v) => { if (${a}.length < 5) ${a}.push(v); });`,
        `${a}.fill(${w.leaf()});`,
      )} for (const v of ${a}) y += v ?? 1;`
    },
  },
  'holes and lengths': {
    floor: 65,
    write: (w) => {
      const a = w.name('a')
      return `const ${a}: any = ${w.pick(`[1, , ${w.leaf()}]`, 'new Array(3)', 'Array(2)', '[, 1]')}; y += ${w.pick(
        `${a}.length`,
        `(${a}[1] ?? 5)`,
        `${a}.map(() => 1).length`,
        `${a}.filter(() => true).length`,
        `(1 in ${a} ? 1 : 2)`,
        `${a}.reduce((p: any, q: any) => p + q, 0)`,
        `[...${a}].map((v) => v ?? 2).reduce((p, q) => p + q, 0)`,
        `(${a}.forEach(() => { y += 1; }), 0)`,
      )};`
    },
  },
  'array destructuring': {
    floor: 70,
    write: (w) => {
      const a = w.name('a')
      return w.pick(
        `const [${a}, b${a} = ${w.leaf()}, ...c${a}] = [${w.leaf()}, undefined, 3, 4] as any; y += ${a} + b${a} + c${a}.length;`,
        `let [${a}, b${a}] = [y, ${w.leaf()}]; [${a}, b${a}] = [b${a}, ${a}]; y = ${a} - b${a};`,
        `const { p: [${a}, { q: b${a} = 2 }] } = { p: [${w.leaf()}, {}] } as any; y += ${a} * b${a};`,
        `const ${a} = ([p, q = p]: any) => p * q; y += ${a}([${w.leaf()}]);`,
        `const [, ${a} = 3] = [1] as any; y += ${a};`,
        `const [${a}] = new Set([${w.constant()}, 2]); y += ${a} as any;`,
      )
    },
  },
  'fixed arrays': {
    floor: 60,
    write: (w) => {
      const a = w.name('a')
      w.module.push(
        `const ${a} = ${w.pick('[1, 2, 3]', 'Object.freeze([1, 0.5])', 'Array.from({ length: 4 }, (_, i) => i / 2)', 'new Array(3).fill(0.5)', '[3, 1, 2].sort((p, q) => p - q)', '[0.5, 2] as const')};`,
      )
      return w.pick(
        `y += ${a}.reduce((s: any, k: any) => s + k * ${w.leaf()}, 0);`,
        `for (let i = ${a}.length - 1; i >= 0; i--) y = y * 0.5 + ${a}[i]!;`,
        `for (const [i, c] of ${a}.entries()) y += c * i;`,
        `y += ${a}.slice(-1)[0]! + ${a}.concat([1] as any).length + ${a}.indexOf(2 as never);`,
        `y += Math.max(...${a}, ${w.leaf()});`,
        `y += ${a}.at(-1)! + ${a}.includes(1 as never) as any;`,
        `y += [...${a}].reverse()[0]! + ${a}.map((k: any) => k * y).length;`,
        `y += ${a}.flatMap((k: any) => [k, k]).join('').length;`,
      )
    },
  },
  'sorting and searching the input': {
    floor: 55,
    write: (w) =>
      w.pick(
        `y = [y, ${w.leaf()}, 1].sort((p, q) => p - q)[${w.pick('0', '1', '2')}]!;`,
        `y += [1, 2, x].includes(2) ? 1 : 0;`,
        `y += [1, x].indexOf(x);`,
        `y += [1, 2].includes(x) ? 3 : 4;`,
        `y = [y, 2].toSorted((p: any, q: any) => q - p)[0];`,
        `y += [x, 3].lastIndexOf(3);`,
        `y = [3, y].sort()[0]!;`,
      ),
  },
  'a choice as an index': {
    floor: 70,
    write: (w) =>
      w.pick(
        `y = [${w.leaf()}, ${w.leaf()}][+(${w.condition(0)})]!;`,
        `y = [(t: any) => t, (t: any) => t * 2][Number(${w.condition(0)})]!(y);`,
        `y = ({ true: ${w.leaf()}, false: 2 } as any)[String(${w.condition(0)})];`,
        `y = ({ k0: 1, k1: ${w.leaf()} } as any)[\`k\${+(${w.condition(0)})}\`];`,
        `y = [-1, 0, 1][Math.sign(x) + 1] ?? ${w.leaf()};`,
        `y += [1, 2, 4][(x > 0 ? 1 : 0) + (x > 1 ? 1 : 0)]!;`,
        `y += ({ pos: 1, neg: 2 } as any)[x > 0 ? 'pos' : 'neg'];`,
        `y += ((x > 0) as any & 1) + ((x > 1) as any | 0) + ~~(x > 2 ? 1.5 : 2.5);`,
      ),
  },
  'typed arrays': {
    floor: 20,
    write: (w) =>
      w.pick(
        `{ const t = new Float64Array([1, 2, 3]); for (const v of t) y += v * ${w.leaf()}; y += t.length; }`,
        `{ const t = new Float64Array(2); t[0] = x; y += t[0]!; }`,
        `{ const t = Float32Array.of(0.1); y += t[0]!; }`,
      ),
  },
}
