import type { Constructs } from '../writer.ts'

/** Effects where two branches may be looked at together. */
export const EFFECTS: Constructs = {
  'effects in a conditional': {
    floor: 65,
    write: (w) => {
      const n = w.name('n')
      return `let ${n} = 0, m${n} = 0; ${w.pick(
        `y += ${w.condition(0)} ? (${n} = ${w.leaf()}, ${n} + 1) : (m${n}++, m${n});`,
        `y += ${w.condition(0)} ? ++${n} : --m${n};`,
        `const inc = (t: any) => { ${n}++; return t; }, dec = (t: any) => { m${n}--; return t; }; y = ${w.condition(0)} ? inc(y) : dec(1);`,
        `(${w.condition(0)} ? [1] : [1, 2]).forEach(() => { ${n}++; });`,
        `const o: any = { k: 1 }; y = ${w.condition(0)} ? (o.k = 5) : (o.k += 2); ${n} = o.k;`,
        `const a: any[] = []; y += ${w.condition(0)} ? a.push(1) : a.push(1, 2); ${n} = a.length;`,
      )} y += ${n} * 2 + m${n};`
    },
  },
  'effects behind && and ||': {
    floor: 60,
    write: (w) => {
      const n = w.name('n')
      return `let ${n}: any = 0; ${w.pick(
        `${w.condition(0)} && (${n} = ${w.leaf()});`,
        `${w.condition(0)} || (${n} += 1);`,
        `y += ((${w.condition(0)} && ++${n} > 0) || ${n}-- > 5) ? 1 : 2;`,
        `const b = ${w.condition(0)} && (${n}++, ${w.condition(0)}); y += b ? 1 : 0;`,
        `y = ((${w.condition(0)}) && ${w.leaf()}) || ${w.leaf()} as any;`,
        `${n} = null; ${n} ?? (${n} = ${w.leaf()});`,
      )} y += +${n};`
    },
  },
  'logical assignment': {
    floor: 65,
    write: (w) => {
      const n = w.name('n')
      return `let ${n}: any = ${w.pick(w.leaf(), 'null', 'undefined', '0')}; const o${n}: any = { k: ${w.leaf()} }; ${n} ${w.pick('??=', '||=', '&&=')} ${w.number(1)}; o${n}.k ${w.pick('??=', '||=', '&&=')} ${n}; o${n}.j ??= 2; y += +${n} + o${n}.k * o${n}.j;`
    },
  },
  'commas and updates': {
    floor: 70,
    write: (w) => {
      const n = w.name('n')
      return `let ${n} = ${w.leaf()}; y += (${n}++, ${n} + 1) + ${n}++ + ++${n} - ${n}--; y = (${n} *= 2, ${n} -= ${w.leaf()}, y + ${n}); void ${n};`
    },
  },
  'a shadowed Math': {
    floor: 65,
    write: (w) => {
      const n = w.name('n')
      return `{ let ${n} = 0; const Math = { tanh: (t: any) => { ${n} += 1; return t; }, abs: (t: any) => t * 2 }; y = ${w.condition(0)} ? Math.tanh(y) : Math.abs(y); y += ${n}; }`
    },
  },
  'patched globals': {
    floor: 60,
    write: (w) => {
      w.module.push(
        w.pick(
          `const real = Math.atan; Math.atan = (t: any) => (t > 0.5 ? 5 : real(t));`,
          `Object.defineProperty(Math, 'atan', { value: (t: any) => t });`,
          `(globalThis as any).Math = { ...Object.fromEntries(Object.getOwnPropertyNames(Math).map((k) => [k, (Math as any)[k]])), atan: (t: any) => t * 3 };`,
          `(Array.prototype as any).map = function () { return [42]; };`,
          `(Object.prototype as any).extra = 5;`,
          `(Number.prototype as any).double = function (this: any) { return this * 2; };`,
          `(Array.prototype as any)[Symbol.iterator] = function* () { yield 7; };`,
          `(globalThis as any).isFinite = () => false;`,
        ),
      )
      return `y += Math.atan(y) + ([1, 2].map((v) => v * 2)[0] ?? 0) + (({} as any).extra ?? 1); for (const v of [1, 2]) y += v; y += isFinite(1) ? 1 : 2; if ((1 as any).double) y = (y as any).double();`
    },
  },
  'patches inside of a call': {
    floor: 0,
    write: (w) =>
      `if (${w.condition(0)}) ${w.pick(
        '(Math as any).atan = (t: any) => t;',
        '(globalThis as any).flag = 1;',
        '(Array.prototype as any).extra = 1;',
      )} y += Math.atan(y) + ((globalThis as any).flag ?? 0) + (([] as any).extra ?? 0);`,
  },
  'effects hidden in branches': {
    floor: 60,
    write: (w) => {
      const n = w.name('n')
      const effect = w.pick(
        `(() => { ${n} += 1; return ${w.leaf()}; })()`,
        `([${n}, y] = [y, ${n}], ${n})`,
        `o${n}.v`,
        `o${n}.list.push(${w.leaf()})`,
        `(o${n}.list[0]++, 2)`,
        `m${n}.set('k', 5).size`,
        `g${n}.next().value`,
        `((delete o${n}.gone), 1)`,
        `(() => { try { ${n}++; return 1; } finally { ${n} += 2; } })()`,
        `(() => { try { throw ${w.leaf()}; } catch (e: any) { ${n} = e; return 1; } })()`,
        `(() => { for (const v of it${n}) return v; return 9; })()`,
        `new (class { constructor() { ${n} += 3; } k = 2; })().k`,
        `[1, 2].map((v) => (${n} += v))[1]!`,
        `(${n} ||= 4)`,
        `(o${n}.n ??= 6)`,
        `tag${n}(${w.leaf()})`,
      )
      return `let ${n}: any = 0; const o${n}: any = { n: 0, gone: 1, list: [1], get v() { this.n++; return this.n; } }; const m${n} = new Map<any, any>([['k', 1]]); const it${n} = [1, 2, 3].values(); function* gen${n}(): any { ${n} += 1; yield 5; ${n} += 1; yield 6; } const g${n} = gen${n}(); function tag${n}(t: any) { ${n} += t; return t; }
${w.pick(
  `y += ${w.condition(0)} ? ${effect} : ${w.pick('3', effect)};`,
  `y += ((${w.condition(0)}) && ((${effect}) > 1)) ? 1 : 2;`,
  `y += ((${w.condition(0)}) || ((${effect}) > 1)) ? 1 : 2;`,
  `const b${n} = (${w.condition(0)}) && (${w.condition(0)}) && ${effect}; y += b${n} ? 1 : 0;`,
)}
y += +${n} * 2 + o${n}.n + o${n}.list.length * 3 + (o${n}.list[0] ?? 0) + ('gone' in o${n} ? 1 : 0) + m${n}.get('k') + (it${n}.next().value ?? 0);`
    },
  },
  'many branches': {
    floor: 0,
    write: (w) => {
      const g = w.name('g')
      w.module.push(
        w.pick(
          `function ${g}(t: any): any { if (t > 0) return t; return ${w.constant()} * t; }`,
          `function ${g}(t: any): any { let r = t; if (t > 1) r = 1; else if (t < -1) r = -1; return r; }`,
          `let n${g} = 0; function ${g}(t: any): any { if (t > 0) { return t; } ${w.pick('', `n${g} = 0;`)} return 0; }`,
          `function ${g}(t: any): any { const a: any[] = []; if (t > 0) a.push(t); return a.length > 0 ? a[0] : 0; }`,
          `function ${g}(t: any): any { if (t > 3) throw new Error('far'); return t < 0 ? 0 : t; }`,
        ),
      )
      return w.pick(
        `for (let i = -6; i < 6; i++) y += ${g}(x - i) / (1 + i * i);`,
        `y = ${g}(${g}(y) + ${g}(x - 1)) * ${g}(x + 1);`,
        `for (const k of [1, 2, 3, 4, 5, 6, 7, 8]) { const r = ${g}(x * k - 1); if (r > 1) y += r; }`,
      )
    },
  },
}
