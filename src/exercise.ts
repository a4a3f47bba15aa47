import type { Condition, Expr } from './formula/expr.ts'

/**
 * An exercise as the checker uses it: validated, its formulas parsed. Plain JSON-safe data:
 * the built-in pack is compiled to it at build time.
 */
export interface Exercise {
  /** The short id, such as `ex1` or `softplus`. */
  readonly id: string
  /** The folder's name, such as `ex01-tanh`. */
  readonly folder: string
  /** Other names that find it, such as `tanh`. */
  readonly aliases: readonly string[]
  readonly title: string
  /** Where the question comes from. */
  readonly source: string
  /** Closed interval of the variable, sampled and proved on. */
  readonly domain: readonly [low: number, high: number]
  readonly parameters: { readonly [name: string]: ParameterSpec }
  readonly functions: { readonly [name: string]: FunctionSpec }
  readonly checks: readonly CheckSpec[]
  readonly mistakes: readonly MistakeSpec[]
  /** Changes of the solution that make no difference, by lint's name for them, and why. */
  readonly equivalents: readonly { readonly mutant: string; readonly because: string }[]
  /** From a nudge to nearly the answer. */
  readonly hints: readonly string[]
  /** Its texts in other languages, by the languages' tags. */
  readonly translations?: { readonly [locale: string]: Translation }
  /** Whether right answers are shown to whoever has passed, and what each teaches, by its name. */
  readonly solutions?: {
    readonly shown: boolean
    readonly teaches: { readonly [name: string]: string }
  }
  /** The functions of its `reference.ts`, where it has one. */
  readonly references?: ReferenceScript
  /** Of the spec's text and of `reference.ts`; part of every cache key. */
  readonly sha256: string
}

/** What authors wrote for people to read, in another language: by names, ids and notes. */
export interface Translation {
  /** Names the texts that it is of, so that lint tells when they have changed. */
  readonly of?: string
  readonly title?: string
  readonly source?: string
  readonly hints?: readonly string[]
  readonly functions?: { readonly [name: string]: string }
  readonly checks?: { readonly [id: string]: string }
  /** Why a rule stands, by the ids of the checks that have one. */
  readonly because?: { readonly [id: string]: string }
  /** A list where mistakes of one note say different things, in their order. */
  readonly mistakes?: { readonly [note: string]: MistakeWords | readonly MistakeWords[] }
  /** What each solution teaches, by its name. */
  readonly teaches?: { readonly [name: string]: string }
}

export interface MistakeWords {
  readonly title: string
  readonly hint: string
}

/** A `reference.ts` without its types: the body of a function that returns what the file exports. */
export interface ReferenceScript {
  readonly script: string
  readonly names: readonly string[]
}

/** A parameter such as alpha: the values that are tried, and what a proof may assume. */
interface ParameterSpec {
  readonly values: readonly number[]
  readonly default: number
  /** What a proof may assume, such as alpha > 0. */
  readonly assume: readonly Condition[]
}

/** One exported function of the submission. */
export interface FunctionSpec {
  readonly name: string
  /** TypeScript, such as `(x: number, alpha: number) => number`. */
  readonly signature: string
  /** Argument names in order. For scalar functions the first that is no parameter is the variable. */
  readonly arguments: readonly string[]
  /** `scalar` functions are judged point by point; `structured` ones take and return data. */
  readonly shape: 'scalar' | 'structured'
  /** The truth as a formula in the arguments. */
  readonly formula?: Expr
  /** The same as the author wrote it. */
  readonly formulaText?: string
  /** Of a function of numbers that says yes or no: when it says yes. */
  readonly holds?: Condition
  /** Set where the function is a derivative of another one of this exercise. */
  readonly derivative?: { readonly of: string; readonly in: string }
  /** Points where the function or its derivative is not smooth, beyond those that the formula shows. */
  readonly kinks: readonly KinkSpec[]
  /** What to write when the function is missing, shown to the student. */
  readonly summary: string
}

export interface KinkSpec {
  /** A number, or a formula of the parameters. */
  readonly at: number | Expr
  readonly accept: KinkAcceptance<number | Expr>
}

/**
 * What passes at a kink: anything between the one-sided limits (default), one pinned value (a number,
 * or a formula of the parameters), NaN alone, or anything at all.
 */
export type KinkAcceptance<Value = number> =
  | { readonly kind: 'between'; readonly orNaN: boolean }
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'nan' | 'anything' }

export interface CheckSpec {
  readonly id: string
  /** A key of the check registry. */
  readonly kind: string
  /** Absent where the check asks about the whole file. */
  readonly function?: string
  readonly title: string
  /** Hundredths of a point. */
  readonly points: number
  /** Ids of checks that must have passed; otherwise this one is skipped. */
  readonly after: readonly string[]
  readonly partial: 'none' | 'by-parameter' | 'by-point'
  /** A warning is reported, but never makes a submission fail. */
  readonly severity: 'error' | 'warning'
  readonly visibility?: 'visible' | 'hidden' | 'after-due-date' | 'after-published'
  /** Which single points a kind of one's own judges; those that come along are known by their names. */
  readonly judges?: 'domain' | 'far-out'
  /** What the kind itself defines, validated by its own schema. */
  readonly options: { readonly [name: string]: unknown }
}

/** A wrong answer that students really give: recognised when the submission computes this formula. */
export interface MistakeSpec {
  readonly note: string
  readonly function: string
  readonly title: string
  readonly hint: string
  readonly formula?: Expr
  readonly formulaText?: string
}

/** A right answer that comes with a pack: `solution`, or `also-right/NAME`. */
export interface Solution {
  readonly name: string
  /** TypeScript. */
  readonly text: string
}
