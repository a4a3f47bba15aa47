import type { Constructs } from '../writer.ts'

/** Where names are declared, and from when on they have a value. */
export const SCOPES: Constructs = {
  'block scopes': {
    floor: 65,
    write: (w) => {
      const a = w.name('a')
      return `let ${a} = ${w.number()};
{ let ${a} = ${w.number()}; ${a} += 1; y += ${a}; { const ${a} = 2; y *= ${a}; } }
y -= ${a};`
    },
  },
  'var in a branch': {
    floor: 70,
    write: (w) => {
      const v = w.name('v')
      return `if (${w.condition()}) { var ${v}: any = ${w.number()}; } ${w.pick(
        `y += ${v} ?? ${w.constant()};`,
        `y = ${v} === undefined ? y : ${v};`,
        `y = typeof ${v} === 'number' ? y - ${v} : y;`,
        `y += ${v};`,
      )}`
    },
  },
  'hoisted functions': {
    floor: 65,
    write: (w) => {
      const g = w.name('g')
      return w.pick(
        `y = ${g}(y); function ${g}(t: any) { return t + ${w.leaf()}; }`,
        `y = ${g}(y); function ${g}(t: any): any { return 1; } y += ${g}(2); function ${g}(t: any): any { return t * ${w.leaf()}; }`,
        `var ${g}: any; y += typeof ${g} === 'function' ? 1 : 2; ${g} = (t: any) => t * 2; y = ${g}(y);`,
        `{ y += ${g}(y); function ${g}(t: any) { return t / 2; } }`,
        `if (${w.condition()}) { function ${g}(t: any) { return t * 3; } y = ${g}(y); }`,
      )
    },
  },
  'functions in switch cases': {
    floor: 65,
    write: (w) => {
      const g = w.name('g')
      return `switch (${w.pick('1', '2', 'Math.sign(x)')} as number) {
case 1: y += ${g}(y); break;
case 2: function ${g}(t: any) { return t * ${w.leaf()}; } y -= ${g}(1); break;
default: y = ${g}(${w.leaf()}); }`
    },
  },
  'let in a later case': {
    floor: 45,
    write: (w) => {
      const a = w.name('a')
      return `switch (${w.pick('+(x > 0)', '2', 'Math.sign(x)')} as number) {
case 0: y += 1; break;
case 1: let ${a}: any = ${w.number()}; y += ${a}; ${w.pick('break;', '')}
default: ${w.pick(`${a} = 3; y += ${a};`, 'y *= 2;')} }`
    },
  },
  'default parameters': {
    floor: 65,
    write: (w) => {
      const [g, k] = [w.name('g'), w.name('k')]
      return `const ${k} = ${w.leaf()};
const ${g} = ${w.pick(
        `function (a: any, b = a + ${k}) { var ${k}: any = 5; return a * b + ${k}; }`,
        `function (a: any, h = () => ${k}) { var ${k}: any = 5; return a + h() + ${k}; }`,
        `(a: any, b = (a = a + 1)) => a * b`,
        `(a: any, { p = a, q = p + ${k} }: any = {}) => a + p * q`,
        `(a: any, b = ((c: any) => c + a)(2)) => { a = 4; return a + b; }`,
        `(a: any, ...rest: any[]) => a + rest.length`,
      )};
y = ${g}(${w.leaf()}${w.pick('', ', undefined')});`
    },
  },
  'names too early': {
    floor: 60,
    write: (w) => {
      const a = w.name('a')
      return w.pick(
        `if (${w.condition()}) { y += ${a}; } let ${a} = 1; y += ${a};`,
        `{ const g = () => ${a}; let ${a} = ${w.number()}; y += g(); }`,
        `try { y += ${a}; } catch { y -= 1; } const ${a} = 2; y += ${a};`,
      )
    },
  },
}
