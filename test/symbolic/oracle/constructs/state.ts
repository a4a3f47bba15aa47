import type { Constructs } from '../writer.ts'

/** What is kept from one call to the next. */
export const STATE: Constructs = {
  counters: {
    floor: 0,
    write: (w) => {
      const n = w.name('n')
      w.module.push(
        w.pick(
          `let ${n} = 0; const tick${n} = () => ++${n};`,
          `const tick${n} = (() => { let ${n} = 0; return () => (${n} += 1); })();`,
          `const o${n} = { ${n}: 0 }; const tick${n} = () => o${n}.${n}++;`,
          `class T${n} { static ${n} = 0; } const tick${n} = () => (T${n}.${n} += 1);`,
          `const a${n}: any[] = []; const tick${n} = () => a${n}.push(1);`,
          `const m${n} = new Map<any, any>(); const tick${n} = () => { m${n}.set(m${n}.size, 1); return m${n}.size; };`,
        ),
      )
      return w.pick(
        `y += tick${n}();`,
        `if (tick${n}() > 50) y += 1;`,
        `tick${n}();`,
        `y = tick${n}() % 2 ? y : -y;`,
      )
    },
  },
  'the last answer': {
    floor: 0,
    write: (w) => {
      const s = w.name('s')
      w.module.push(`let ${s}: any${w.pick('', ' = 0')}; let seen${s} = false;`)
      return w.pick(
        `if (seen${s}) return ${s}; seen${s} = true; ${s} = y;`,
        `${s} ??= y; y += ${s};`,
        `${s} = y; y += ${s};`,
        `const before = ${s}; ${s} = x; y += before === x ? 1 : 0;`,
      )
    },
  },
  'a table filled when needed': {
    floor: 70,
    write: (w) => {
      const t = w.name('t')
      w.module.push(
        w.pick(
          `const ${t}: any = {}; const fact${t} = (n: number): number => (${t}[n] ??= n < 2 ? 1 : n * fact${t}(n - 1));`,
          `const ${t} = new Map<number, number>(); const fact${t} = (n: number): number => { const known = ${t}.get(n); if (known !== undefined) return known; const made = n < 2 ? 1 : n * fact${t}(n - 1); ${t}.set(n, made); return made; };`,
          `let ${t}: any; const fact${t} = (n: number): number => { ${t} ??= [1, 1, 2, 6, 24, 120]; return ${t}[n]; };`,
          `const ${t}: any = {}; const fact${t} = (n: number): number => { if (!(n in ${t})) ${t}[n] = n * 2; return ${t}[n]; };`,
        ),
      )
      return `y += x / fact${t}(4)${w.pick('', ` + fact${t}(3)`)};`
    },
  },
  'a table by the input': {
    floor: 0,
    write: (w) => {
      const t = w.name('t')
      w.module.push(`const ${t}: any = {}; const known${t} = new Map<any, any>();`)
      return w.pick(
        `y = ${t}[x] ??= y;`,
        `if (!known${t}.has(x)) known${t}.set(x, y); y = known${t}.get(x);`,
        `y = ${t}[x > 0 ? 'a' : 'b'] ??= y;`,
        `y += ${t}[x > 0 ? 'a' : 'b'] ??= 3;`,
      )
    },
  },
  'iterators of the module': {
    floor: 0,
    write: (w) => {
      const i = w.name('i')
      w.module.push(
        `function* g${i}() { let n = 0; while (true) yield n++; }`,
        `const ${i}: any = ${w.pick('[1, 2, 3].values()', `g${i}()`, `new Set([1, 2]).values()`, `'abc'[Symbol.iterator]()`, 'new Map([[1, 2]]).entries()')};`,
      )
      return w.pick(
        `y += ${i}.next().done ? 1 : 2;`,
        `for (const v of ${i}) { y += 1; break; }`,
        `const [p${i}] = ${i}; y += p${i} === undefined ? 1 : 2;`,
        `y += ((...r: any[]) => r.length)(${i}.next().value);`,
      )
    },
  },
  'objects of the module': {
    floor: 20,
    write: (w) => {
      const o = w.name('o')
      w.module.push(
        `const ${o}: any = { k: 2, a: [1, 2], get twice() { return this.k * 2; } }; let v${o} = ${w.constant()};`,
      )
      return w.pick(
        `y += ${o}.k * ${o}.a.length + ${o}.twice + v${o};`,
        `const copy${o} = { ...${o} }; copy${o}.k = y; y += copy${o}.k + ${o}.k;`,
        `const copy${o} = [...${o}.a]; copy${o}.push(y); y += copy${o}.length;`,
        `if (${w.condition(0)}) ${o}.k = 3; y += ${o}.k;`,
        `${o}.a.sort(); y += ${o}.a[0];`,
        `y += ${w.condition(0)} ? (v${o} = 4) : v${o};`,
        `const inner${o} = ${o}.a.slice(); inner${o}[0] = y; y += ${o}.a[0] + inner${o}[0];`,
        `delete ${o}.zzz; y += ${o}.k;`,
        `const found${o} = [${o}].find((one) => one.k === 2); if (found${o}) found${o}.k = 2; y += ${o}.k;`,
      )
    },
  },
  'ways to an object of the module': {
    floor: 0,
    write: (w) => {
      const o = w.name('o')
      w.module.push(
        `const ${o}: any = { k: 1, inner: { k: 2 } }; const all${o}: any[] = [${o}, ${o}.inner];`,
      )
      const way = w.pick(
        `all${o}.at(${w.pick('0', '-1')})`,
        `[...all${o}].pop()`,
        `all${o}.slice().shift()`,
        `new Map([[1, ${o}]]).get(1)`,
        `Object.values({ a: ${o} })[0]`,
        `Object.entries({ a: ${o} })[0]![1]`,
        `[[${o}]].flat()[0]`,
        `[${o}].concat([])[0]`,
        `Array.from([${o}])[0]`,
        `[${o}].map((one) => one)[0]`,
        `all${o}.reduce((_p: any, q: any) => q)`,
        `Object.assign(${o}, {})`,
        `Object.freeze(all${o})[0]`,
        `({ ...${o} }).inner`,
        `(({ inner }: any) => inner)(${o})`,
        `((...r: any[]) => r[0])(${o})`,
        `[1].fill(${o} as never)[0]`,
        `new (class { held = ${o}; })().held`,
        `(x > 0 ? ${o} : ${o}.inner)`,
        `(${o} || 1)`,
      )
      return `{ const alias: any = ${way}; ${w.pick('', 'alias.k += 1;', 'alias.k = 7;', 'alias.k++;', '[alias.k] = [3];', 'delete alias.k;', `if (${w.condition(0)}) alias.k = 2;`)} y += ${o}.k * 2 + (${o}.inner.k ?? 5); }`
    },
  },
  'iterators of the program': {
    floor: 65,
    write: (w) => {
      const C = w.name('C')
      const at = w.pick('module', 'call')
      const text = `class ${C} { constructor(readonly n: number) {} [Symbol.iterator]() { let i = 0; const n = this.n; return { next: () => ({ done: i >= n, value: i++ }) }; } }
const shared${C} = { i: 0, [Symbol.iterator]() { return this; }, next() { return this.i < 3 ? { done: false, value: this.i++ } : { done: true, value: undefined }; } };`
      if (at === 'module') w.module.push(text)
      return `${at === 'module' ? '' : text} ${w.pick(
        `for (const v of new ${C}(3)) y += v;`,
        `y += [...new ${C}(2)].length;`,
        `const [p${C}, q${C}] = new ${C}(3); y += (p${C} as any) + (q${C} as any);`,
        `for (const v of shared${C} as any) { y += v; if (v > 0) break; }`,
        `y += Math.max(...(new ${C}(4) as any));`,
        `y += new Set(new ${C}(3) as any).size;`,
      )}`
    },
  },
}
