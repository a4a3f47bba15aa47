import type { Constructs } from '../writer.ts'

/** Classes, made in the module or in the call. */
export const CLASSES: Constructs = {
  instances: {
    floor: 70,
    write: (w) => {
      const C = w.name('C')
      const text = w.pick(
        `class ${C} { k: any; constructor(k: any) { this.k = k; } m(t: any) { return this.k * t; } }`,
        `class ${C} { k = 3; #p: any; constructor(p: any) { this.#p = p; } m(t: any) { return this.k * t + this.#p; } }`,
        `class ${C} { constructor(private readonly k: any) {} m(t: any) { return this.k + t; } }`,
        `class ${C} { k: any; constructor(k: any) { this.k = k; } m = (t: any) => t > 0 ? t : this.k * t; }`,
        `class ${C} { #n = 0; constructor(k: any) { this.#n = k; } m(t: any) { this.#n += t; this.#n++; return this.#n; } }`,
      )
      if (w.choices.chance(2)) w.module.push(text)
      return `${w.module.includes(text) ? '' : text} const o${C}: any = new ${C}(${w.leaf()}); y += o${C}.m(${w.leaf()}) + o${C}.m(2);`
    },
  },
  'instances of the module': {
    floor: 25,
    write: (w) => {
      const C = w.name('C')
      w.module.push(
        `class ${C} { k: any; calls = 0; constructor(k: any) { this.k = k; } m(t: any) { ${w.pick('', '', 'this.calls++;', 'this.k += 0;')} return this.k * t; } get twice() { return 2 * this.k; } }`,
        `const o${C} = new ${C}(${w.constant()});`,
      )
      return `y = o${C}.m(y) + o${C}.twice;`
    },
  },
  accessors: {
    floor: 70,
    write: (w) => {
      const C = w.name('C')
      return `class ${C} { v: any = ${w.leaf()}; reads = 0; get p() { ${w.pick('', 'this.reads++;')} return this.v + this.reads; } set p(t: any) { this.v = t * 2; } static get s() { return ${w.leaf()}; } }
const o${C} = new ${C}(); ${w.pick(`o${C}.p = ${w.leaf()};`, `o${C}.p += ${w.leaf()};`, '')} y += o${C}.p + o${C}.p + ${C}.s;`
    },
  },
  inheritance: {
    floor: 65,
    write: (w) => {
      const C = w.name('C')
      const text = `class ${C} { k: any; constructor(k: any) { this.k = k; } m(t: any) { return this.k * t; } get d() { return 1; } static make(k: any) { return new this(k); } }
class ${C}D extends ${C} { j: any; constructor(k: any) { super(k + 1); this.j = ${w.constant()}; } ${w.pick('', 'override ')}m(t: any) { return super.m(t) + this.j; } ${w.pick('', `override get d() { return super.d + 1; }`)} }`
      if (w.choices.chance(2)) w.module.push(text)
      return `${w.module.includes(text) ? '' : text} const o${C}: any = ${w.pick(`new ${C}D(${w.leaf()})`, `${C}D.make(2)`)}; y = o${C}.m(y) + o${C}.d + (o${C} instanceof ${C} ? 1 : 0);`
    },
  },
  'static members': {
    floor: 50,
    write: (w) => {
      const C = w.name('C')
      w.module.push(
        w.pick(
          `class ${C} { static k = 2; static m(t: any) { return this.k * t; } }`,
          `class ${C} { static #k = 3; static m(t: any) { return ${C}.#k + t; } }`,
          `class ${C} { static k: any; static { this.k = ${w.constant()}; } static m(t: any) { return this.k * t; } }`,
          `class ${C} { static calls = 0; static m(t: any) { ${C}.calls++; return t; } }`,
          `class ${C} { static k = [1, 2]; static m(t: any) { return t > 0 ? t * this.k[0]! : t * this.k[1]!; } }`,
        ),
      )
      return `y = ${C}.m(y);`
    },
  },
  'computed keys with effects': {
    floor: 70,
    write: (w) => {
      const C = w.name('C')
      w.module.push(
        `let n${C} = 0; function e${C}(): string { n${C}++; ${w.pick('', 'Math.atan = (t: any) => t * 2;')} return 'k'; }`,
        `class ${C} { [e${C}()]() { return 1; } static [e${C}() + 's'] = 4; }`,
      )
      return `y += n${C} + Math.atan(y) + (${C} as any).ks + (new ${C}() as any).k();`
    },
  },
  'dual numbers': {
    floor: 70,
    write: (w) => {
      const D = w.name('D')
      w.module.push(
        `class ${D} { constructor(readonly v: any, readonly d: any) {} mul(o: ${D}) { return new ${D}(this.v * o.v, this.v * o.d + this.d * o.v); } add(o: ${D}) { return new ${D}(this.v + o.v, this.d + o.d); } tanh() { const t = Math.tanh(this.v); return new ${D}(t, this.d * (1 - t * t)); } }`,
      )
      return `{ const d = new ${D}(${w.leaf()}, 1); y += d.mul(d).add(d.tanh()).${w.pick('v', 'd')}; }`
    },
  },
  enums: {
    floor: 70,
    write: (w) => {
      const E = w.name('E')
      w.module.push(
        w.pick(
          `enum ${E} { A, B = 5, C }`,
          `enum ${E} { A = 'a' as any, B = 2, C = B * 2 }`,
          `let s${E} = 1; function e${E}() { s${E} += 1; ${w.pick('', 'Math.atan = (t: any) => t + 1;')} return 3; } enum ${E} { A = e${E}(), B = 1, C = s${E} }`,
          `namespace ${E} { export const A = 1; export const B = 2, C = 3; }`,
        ),
      )
      return `y += ${E}.C * ${w.leaf()} + (${w.condition(0)} ? ${E}.B : ${E}.C) + Math.atan(1);`
    },
  },
  'functions as classes': {
    floor: 20,
    write: (w) => {
      const F = w.name('F')
      const text = `function ${F}(this: any, k: any) { this.k = k; } ${F}.prototype.m = function (t: any) { return this.k * t; };`
      if (w.choices.chance(2)) w.module.push(text)
      return `${w.module.includes(text) ? '' : text} { const o = new (${F} as any)(${w.leaf()}); o.k += 1; y += o.m(2) + (o instanceof (${F} as any) ? 1 : 0); }`
    },
  },
  'classes made by classes': {
    floor: 50,
    write: (w) => {
      const C = w.name('C')
      w.module.push(
        `class ${C} { static #only: any; k = 1; static get only() { return (${C}.#only ??= new ${C}()); } }`,
        `const mixin${C} = (Base: any) => class extends Base { extra = 2; m(t: any) { return (super.m?.(t) ?? t) + this.extra; } };`,
        `class Plain${C} { v: any; constructor(v: any = 1) { this.v = v; } m(t: any) { return t * this.v; } }`,
        `const Mixed${C} = mixin${C}(Plain${C});`,
      )
      return w.pick(
        `y += ${C}.only.k;`,
        `y += new (mixin${C}(Plain${C}))(${w.leaf()}).m(y);`,
        `{ const o = new Mixed${C}(${w.leaf()}); o.extra = y; o.v = 2; y += o.m(1); }`,
        `{ class Many extends Array<any> { total() { return this.reduce((p, q) => p + q, 0); } } const m = new Many(); m.push(${w.leaf()}, 2); y += m.total() + m.length; }`,
        `{ class Pair extends Map<any, any> { both() { return this.get('a') + this.get('b'); } } const m = new Pair([['a', ${w.leaf()}], ['b', 2]]); y += m.both(); }`,
      )
    },
  },
}
