import type { Constructs } from '../writer.ts'

/** Loops, switches, labels, errors. */
export const CONTROL: Constructs = {
  'if and else': {
    floor: 60,
    write: (w) =>
      `if (${w.condition()}) { ${w.block()} } else ${w.pick(`{ ${w.block()} }`, `if (${w.condition()}) { ${w.block()} }`)}`,
  },
  'early returns': { floor: 70, write: (w) => `if (${w.condition()}) return ${w.number()};` },
  'counted loops': {
    floor: 65,
    write: (w) => {
      const i = w.name('i')
      return w.pick(
        `for (let ${i} = 0; ${i} < ${w.pick('3', '1', '4')}; ${i}++) { ${w.pick('', `if (${i} === 1) continue;`)} ${w.block()} y += ${i}; }`,
        `let ${i} = 3; while (${i}-- > 0) { ${w.block()} if (${w.condition(0)}) break; }`,
        `let ${i} = 0; do { ${w.block()} ${i} += 1; } while (${i} < 2);`,
        `for (var ${i} = 0, ${i}n = 3; ${i} < ${i}n; ++${i}) y = y * 0.5 + ${i}; y += ${i};`,
        `for (let ${i} = 1; ; ${i} *= 2) { if (${i} > 4) break; y += ${w.leaf()} / ${i}; }`,
      )
    },
  },
  'loop variables in closures': {
    floor: 65,
    write: (w) => {
      const [fs, i] = [w.name('fs'), w.name('i')]
      return `const ${fs}: any[] = []; for (${w.pick('let', 'var')} ${i} = 0; ${i} < 3; ${i}++) { ${fs}.push(() => ${i}${w.pick('', '++')}); ${w.pick('', `${i} += 0;`)} } y += ${fs}[0]() + ${fs}[1]() * 2;`
    },
  },
  'for of': {
    floor: 70,
    write: (w) => {
      const k = w.name('k')
      return w.pick(
        `for (const ${k} of [1, ${w.leaf()}, 2]) { y += ${k}; ${w.pick('', `if (${w.condition(0)}) break;`)} }`,
        `for (var ${k} of [1, 2]) y += ${k}; y *= ${k};`,
        `let ${k}: any; for (${k} of [${w.leaf()}, 3]) { y -= ${k}; } y += ${k};`,
        `for (const [${k}, c] of [[0, 1], [1, ${w.leaf()}]] as any) y += c * ${k};`,
        `for (const [${k}, c] of ['a', 'bb'].entries()) y += c.length * ${k};`,
        `for (const ${k} of 'ab') y += ${k} === 'a' ? ${w.leaf()} : 1;`,
        `const ${k}: any = [0, 0]; for (${k}[1] of [1, ${w.leaf()}]) y += ${k}[1]; y += ${k}[1];`,
      )
    },
  },
  'for in': {
    floor: 65,
    write: (w) => {
      const [o, k] = [w.name('o'), w.name('k')]
      return `const ${o}: any = { a: ${w.leaf()}, b: 2 }; for (const ${k} in ${o}) { y += ${o}[${k}]; ${w.pick('', `if (${k} === 'a') delete ${o}.b;`)} }`
    },
  },
  'loops on the input': {
    floor: 45,
    write: (w) => {
      const i = w.name('i')
      return w.pick(
        `let ${i} = x; while (${i} > 1) ${i} /= 2; y += ${i};`,
        `for (let ${i} = 0; ${i} < 3 && x > ${i}; ${i}++) y += 1;`,
        `for (let ${i} = 0; ${i} < x; ${i}++) { y += 1; if (${i} > 3) break; }`,
      )
    },
  },
  switches: {
    floor: 65,
    write: (w) =>
      w.pick(
        `switch (Math.sign(${w.leaf()})) { case 1: ${w.block()} break; case 0: y = 2; case -1: y += 1; break; default: y -= 1 }`,
        `switch (true) { case ${w.condition(0)}: y = ${w.number()}; break; case ${w.condition(0)}: y += 1; default: y *= 2 }`,
        `switch (2 as number) { default: y += 5; case 1: y += 1; case 2: y += ${w.leaf()}; break; case 3: y = 0 }`,
        `switch (typeof y) { case 'number': y += 1; break; case 'boolean': y = 2 }`,
        `switch (${w.condition(0)}) { case true: y += ${w.leaf()}; break; case false: y -= 1 }`,
      ),
  },
  labels: {
    floor: 70,
    write: (w) => {
      const l = w.name('l')
      return w.pick(
        `${l}: for (let i = 0; i < 3; i++) { for (let j = 0; j < 3; j++) { if (i * j === 2) break ${l}; if (j > i) continue ${l}; y += ${w.leaf()}; } }`,
        `${l}: { if (${w.condition(0)}) break ${l}; y += ${w.number(1)}; }`,
        `${l}: switch (1 as number) { case 1: if (${w.condition(0)}) break ${l}; y += 1 }`,
        `${l}: for (const k of [1, 2, 3]) { switch (k) { case 2: continue ${l}; default: y += k } }`,
      )
    },
  },
  'try and throw': {
    floor: 45,
    write: (w) =>
      w.pick(
        `try { if (${w.condition(0)}) throw ${w.leaf()}; y += 1; } catch (e: any) { y = e; }`,
        `try { if (${w.condition(0)}) throw new RangeError('no'); ${w.block()} } catch (e: any) { y += e instanceof RangeError ? 1 : 2; } finally { y += 3; }`,
        `if (${w.condition(0)}) throw new Error('out of range');`,
        `y += (() => { try { return ${w.leaf()}; } finally { ${w.pick('y = 1;', 'return 5;', '')} } })();`,
        `try { (undefined as any).p; } catch ({ message }: any) { y += message.length > 0 ? 1 : 0; }`,
        `try { (null as any)(); y = 9; } catch { y -= 1; }`,
        `try { try { throw ${w.number(1)}; } finally { y += 1; } } catch (e: any) { y += e; }`,
        `class Own extends Error { constructor(readonly code: any) { super('own'); this.name = 'Own'; } } try { if (${w.condition(0)}) throw new Own(${w.leaf()}); } catch (e: any) { y += e.code + e.name.length; }`,
      ),
  },
  guards: {
    floor: 70,
    write: (w) =>
      w.pick(
        `if (Number.isNaN(x)) return ${w.pick('NaN', '0', 'x')};`,
        `if (x !== x) return 7;`,
        `if (!Number.isFinite(x)) throw new TypeError('finite numbers only');`,
        `if (typeof x !== 'number') throw new TypeError();`,
        `if (!isFinite(y)) y = 1;`,
        `if (isNaN(y)) return ${w.leaf()};`,
        `y = y === Infinity ? 1 : y; y = y === -Infinity ? -1 : y;`,
        `y = Math.min(y, Number.MAX_VALUE);`,
        `if (x == null) return 0; y = x ?? 3;`,
        `if (Object.is(y, NaN)) y = 2;`,
      ),
  },
}
