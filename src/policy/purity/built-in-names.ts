const GATES = [
  '__proto__,__defineGetter__,__defineSetter__,__lookupGetter__,__lookupSetter__,constructor',
  'prototype,apply,arguments,bind,call,caller,callee,toString,valueOf,toLocaleString,toJSON,buffer',
  // It tells who called.
  'stack',
]

/** Names through which a program comes upon what outlives a call, or is called behind its back. */
export const GATE_NAMES: ReadonlySet<string> = new Set(GATES.join().split(','))

const NAMES = [
  ...GATES,
  'hasOwnProperty,isPrototypeOf,propertyIsEnumerable,length',
  // Arrays, typed arrays and their iterators
  'at,concat,copyWithin,entries,every,fill,filter,find,findIndex,findLast,findLastIndex,flat',
  'flatMap,forEach,includes,indexOf,join,keys,lastIndexOf,map,pop,push,reduce,reduceRight,reverse',
  'shift,slice,some,sort,splice,subarray,toReversed,toSorted,toSpliced,unshift,values,with',
  'byteLength,byteOffset,BYTES_PER_ELEMENT,next,return,throw,drop,take,toArray',
  // Maps and sets
  'add,clear,delete,difference,get,has,intersection,isDisjointFrom,isSubsetOf,isSupersetOf,set',
  'symmetricDifference,union,getOrInsert,getOrInsertComputed',
  // Strings, numbers, symbols
  'anchor,big,blink,bold,charAt,charCodeAt,codePointAt,endsWith,fixed,fontcolor,fontsize,isWellFormed',
  'italics,link,localeCompare,match,matchAll,normalize,padEnd,padStart,repeat,replace,replaceAll',
  'search,small,split,startsWith,strike,sub,substr,substring,sup,toLocaleLowerCase',
  'toLocaleUpperCase,toLowerCase,toUpperCase,toWellFormed,trim,trimEnd,trimLeft,trimRight,trimStart',
  'toExponential,toFixed,toPrecision',
]

/** Names that are found on what every program has in common, whatever the object. */
export const BUILT_IN_NAMES: ReadonlySet<string> = new Set(NAMES.join().split(','))

const MATH_FUNCTIONS = [
  'abs,acos,acosh,asin,asinh,atan,atan2,atanh,cbrt,ceil,clz32,cos,cosh,exp,expm1,f16round,floor',
  'fround,hypot,imul,log,log10,log1p,log2,max,min,pow,round,sign,sin,sinh,sqrt,tan,tanh,trunc',
]

/** Members of `Math` that give a number, and nothing but it. */
export const MATH_FUNCTIONS_OF_NUMBERS: ReadonlySet<string> = new Set(
  MATH_FUNCTIONS.join().split(','),
)

export const CONSTANTS: { readonly [holder: string]: RegExp } = {
  Math: /^(E|LN10|LN2|LOG10E|LOG2E|PI|SQRT1_2|SQRT2)$/,
  Number:
    /^(EPSILON|MAX_SAFE_INTEGER|MIN_SAFE_INTEGER|MAX_VALUE|MIN_VALUE|NaN|NEGATIVE_INFINITY|POSITIVE_INFINITY)$/,
}

/** Functions of a global object that give no object. */
export const PLAIN_FUNCTIONS: ReadonlyMap<string, RegExp> = new Map([
  ['Number', /^(isFinite|isInteger|isNaN|isSafeInteger|parseFloat|parseInt)$/],
  ['Object', /^is$/],
  ['Array', /^isArray$/],
])

/** Global functions that give no object, by name. */
export const PLAIN_GLOBALS = /^(Number|Boolean|BigInt|isNaN|isFinite|parseFloat|parseInt)$/
export const ARRAYS = /^(Array|(Float(16|32|64)|(Int|Uint)(8|16|32)|Uint8Clamped)Array)$/
export const ERRORS = /^(Error|EvalError|RangeError|ReferenceError|SyntaxError|TypeError|URIError)$/
