const GLOBALS = [
  'globalThis,Infinity,NaN,undefined,eval,isFinite,isNaN,parseFloat,parseInt',
  'decodeURI,decodeURIComponent,encodeURI,encodeURIComponent,escape,unescape',
  'AggregateError,Array,ArrayBuffer,BigInt,BigInt64Array,BigUint64Array,Boolean,DataView,Error',
  'EvalError,Float16Array,Float32Array,Float64Array,Function,Int8Array,Int16Array,Int32Array',
  'Iterator,JSON,Map,Math,Number,Object,Promise,Proxy,RangeError,ReferenceError,Reflect,RegExp',
  'Set,String,Symbol,SyntaxError,TypeError,URIError,Uint8Array,Uint8ClampedArray,Uint16Array',
  'Uint32Array,WeakMap,WeakSet,console,structuredClone',
]

/**
 * The names that every program in the sandbox has: ECMAScript's, but for clocks and shared memory,
 * and what the sandbox adds. The machine that reads a submission, Node or a browser, has others.
 */
export const GUEST_GLOBALS: ReadonlySet<string> = new Set(GLOBALS.join().split(','))
