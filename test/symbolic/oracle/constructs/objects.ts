import type { Constructs } from '../writer.ts'

export const OBJECTS: Constructs = {
  'object literals': {
    floor: 65,
    write: (w) => {
      const o = w.name('o')
      return w.pick(
        `const ${o}: any = { a: ${w.leaf()}, ['b' + 1]: 2, c: { d: ${w.leaf()} } }; ${o}.c.d += 1; y += ${o}.a + ${o}.b1 * ${o}.c.d + (${o}.z ?? 1);`,
        `const ${o}: any = { ...{ a: 1, b: 2 }, b: ${w.leaf()} }; const { a, ...r${o} } = ${o}; y += a + r${o}.b + Object.keys(r${o}).length;`,
        `const ${o}: any = { a: { g: undefined } }; y += (${o}.a?.g?.(1) ?? ${w.leaf()}) + (${o}.q?.z.w ?? 1) + (${o}?.a ? 1 : 0);`,
        `const ${o}: any = { a: 1 }; delete ${o}.a; y += 'a' in ${o} ? 1 : ${w.leaf()};`,
        `const ${o}: any = { f(t: any) { return t + 1; }, g: (t: any) => t * 2 }; y = ${o}.f(${o}.g(y));`,
        `const ${o}: any = { __proto__: { p: ${w.leaf()} }, q: 1 }; y += ${o}.p + ${o}.q;`,
        `const ${o}: any = {}; y += ${o}.toString ? 1 : 2; y += ${o}.nothing === undefined ? 1 : 2;`,
      )
    },
  },
  'getters and setters': {
    floor: 70,
    write: (w) => {
      const o = w.name('o')
      return `const ${o}: any = { n: 0, get v() { ${w.pick('this.n++;', '')} return this.n + ${w.leaf()}; }, set v(t: any) { this.n = t; } }; ${w.pick(`${o}.v = ${w.leaf()};`, `${o}.v += 1;`, '')} y += ${o}.v * 2 + ${o}.v;`
    },
  },
  'keys, values and entries': {
    floor: 65,
    write: (w) => {
      const o = w.name('o')
      return `const ${o}: any = { a: 1, b: ${w.leaf()}, 2: 3 }; ${w.pick(
        `y += Object.keys(${o}).length;`,
        `for (const v of Object.values(${o})) y += v as any;`,
        `for (const [k, v] of Object.entries(${o})) y += k === 'b' ? (v as any) : 1;`,
        `y += Object.entries(${o}).map(([, v]: any) => v * 2).reduce((p, q) => p + q, 0);`,
        `y += (Object.fromEntries(Object.entries(${o}).map(([k, v]: any) => [k + '_', v])) as any).a_;`,
        `y += (Object.assign({}, ${o}, { a: ${w.leaf()} }) as any).a;`,
        `y += Object.hasOwn(${o}, 'a') ? 1 : 2;`,
      )}`
    },
  },
  'frozen objects': {
    floor: 55,
    write: (w) => {
      const o = w.name('o')
      return `const ${o}: any = Object.freeze({ k: ${w.leaf()}, a: [1] }); ${w.pick(
        `if (${w.condition(0)}) ${o}.k = 1;`,
        `try { ${o}.k = 2; y += 1; } catch { y -= 1; }`,
        `${o}.a.push(2);`,
        `y += Object.isFrozen(${o}) ? 1 : 2;`,
        '',
      )} y += ${o}.k + ${o}.a.length;`
    },
  },
  'maps and sets': {
    floor: 35,
    write: (w) => {
      const m = w.name('m')
      return w.pick(
        `const ${m} = new Map<any, any>([['a', 1], ['b', ${w.leaf()}]]); ${m}.set('c', 2); y += ${m}.get('b') * ${m}.size; for (const [k, v] of ${m}) y += k === 'a' ? v : 0;`,
        `const ${m} = new Set([1, 2, 2]); ${m}.add(5); y += ${m}.size + (${m}.has(2) ? ${w.leaf()} : 0); for (const v of ${m}) y += v;`,
        `const ${m} = new Map<any, any>([[true, ${w.leaf()}], [false, 2]]); y += ${m}.get(${w.condition(0)});`,
        `const ${m} = new Set<any>([x]); y += ${m}.has(x) ? 1 : 2;`,
        `const ${m} = new Map<any, any>(); ${m}.set(x, 1); y += ${m}.get(x);`,
        `const ${m} = new Map([[1, 'a']]); ${m}.forEach((v, k) => { y += k + v.length; });`,
      )
    },
  },
}
