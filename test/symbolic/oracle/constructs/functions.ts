import type { Constructs } from '../writer.ts'

/** Functions and what they are called with. */
export const FUNCTIONS: Constructs = {
  helpers: {
    floor: 60,
    write: (w) => {
      const g = w.name('g')
      w.module.push(
        w.pick(
          `const ${g} = (t: any) => (t > 0 ? t : ${w.constant()} * t);`,
          `function ${g}(t: any) { if (t > 1) return t - 1; return t * ${w.constant()}; }`,
          `const ${g} = (t: any) => { let s = 0; for (const k of [1, 2]) s += k * t; return s; };`,
          `const ${g} = Math.tanh;`,
          `const { exp: ${g} } = Math;`,
        ),
      )
      return `y ${w.pick('=', '+=')} ${g}(${w.number(1)}) ${w.pick('', `* ${g}(y)`)};`
    },
  },
  'closures of a call': {
    floor: 70,
    write: (w) => {
      const n = w.name('n')
      return w.pick(
        `let ${n} = 0; const inc${n} = () => { ${n} += ${w.leaf()}; return ${n}; }; y += inc${n}() + inc${n}();`,
        `const make${n} = (k: any) => (t: any) => k * t; y = make${n}(${w.leaf()})(y);`,
        `const ${n} = (() => { let calls = 0; return (t: any) => { calls++; return calls % 2 ? t : -t; }; })(); y = ${n}(y) + ${n}(${w.leaf()}) * 2;`,
        `let ${n} = y; const set${n} = (t: any) => { ${n} = t; }; if (${w.condition(0)}) set${n}(1); y += ${n};`,
      )
    },
  },
  recursion: {
    floor: 65,
    write: (w) => {
      const p = w.name('p')
      w.module.push(
        w.pick(
          `const ${p} = (t: any, n: number): any => (n === 0 ? 1 : t * ${p}(t, n - 1));`,
          `function ${p}(t: any, n: number): any { return n <= 0 ? t : ${p}o(t, n - 1) + 1; } function ${p}o(t: any, n: number): any { return n <= 0 ? 2 : ${p}(t, n - 1) * 0.5; }`,
        ),
      )
      return `y += ${p}(${w.leaf()}, ${w.pick('3', '2', '5')});`
    },
  },
  'arguments and this': {
    floor: 65,
    write: (w) => {
      const g = w.name('g')
      return w.pick(
        `function ${g}(_a?: any, _b?: any) { return arguments.length * y; } y += (${g} as any)(1, ${w.leaf()});`,
        `function ${g}() { let s = 0; for (const a of arguments as any) s += a; return s; } y += (${g} as any)(1, ${w.leaf()});`,
        `function ${g}() { return Math.max(...(arguments as any)); } y = (${g} as any)(y, ${w.leaf()}, 1);`,
        `const ${g} = { k: ${w.leaf()}, m(t: any) { return this.k * t; } }; y = ${g}.m(y);`,
        `const ${g}: any = { k: 2, m() { return [1, 2].map((v) => v * this.k).reduce((p, q) => p + q); } }; y += ${g}.m();`,
        `function ${g}(this: any, t: any) { return this.k + t; } y = ${g}.call({ k: ${w.leaf()} }, y) + (${g} as any).apply({ k: 1 }, [2]) + ${g}.bind({ k: 3 })(y);`,
        `function ${g}(this: any) { return this === undefined ? 1 : 2; } y += ${g}.call(undefined);`,
        `const ${g}: any = { m() { return this; } }; const loose = ${g}.m; y += (loose as any)() === undefined ? 1 : 2;`,
      )
    },
  },
  generators: {
    floor: 45,
    write: (w) => {
      const g = w.name('g')
      return `function* ${g}(t: any): any { ${w.pick(
        `yield t; yield ${w.leaf()}; return 3;`,
        'for (let i = 0; i < 3; i++) { t += i; yield t; }',
        `let n = 0; while (true) { n += t; if (n > 1e9) return; yield n; }`,
        `const got = yield t; yield got;`,
      )} }
${w.pick(
  `const it${g} = ${g}(${w.leaf()}); y += it${g}.next().value; y += it${g}.next(${w.leaf()}).value ?? 1;`,
  `const [p${g}, q${g}] = ${g}(${w.leaf()}); y += p${g} - (q${g} ?? 0);`,
  `for (const v of ${g}(1)) { y += v; if (v > 2) break; ${w.pick('', 'break;')} }`,
)}`
    },
  },
  'higher-order functions': {
    floor: 65,
    write: (w) => {
      const g = w.name('g')
      return w.pick(
        `y += [1, 2, 3].map((k, i) => k * ${w.leaf()} + i).reduce((p, q) => p + q, 0);`,
        `const ${g} = [Math.abs, (t: any) => t + 1, Math.tanh]; y = ${g}.reduce((v, h) => h(v), y);`,
        `y += [x, 1, ${w.leaf()}].filter((v) => v > 0).length;`,
        `y += [x, y].some((v) => v > 1) ? 1 : 2;`,
        `y += [x, 2].every((v: any) => v) ? ${w.leaf()} : 0;`,
        `y += [3, x, 1].find((v) => v < 2) ?? 5;`,
        `const ${g} = (...fs: any[]) => (t: any) => fs.reduceRight((v, h) => h(v), t); y = ${g}(Math.cbrt, (t: any) => t * 2)(y);`,
        `y += ['1', '2'].map(Number).reduce((p, q) => p + q) * ${w.leaf()};`,
        `y += [1, 2, 3].findIndex((v) => v > ${w.leaf()});`,
      )
    },
  },
}
