import type { Condition, Expr } from './formula/expr.ts'
import type { Json, Message, Objection, SourcePlace } from './report/report.ts'

/**
 * What the rest of the checker sees of a submission: data in, data out. Whatever happens inside,
 * these calls resolve; they reject only for our own bugs.
 */
export interface Session {
  /**
   * Parses, applies the policy, evaluates the module. Called once, first. What `ahead` lists is
   * evaluated along with it, in that order, and kept until `evaluate` is asked for the same columns.
   */
  load(
    source: SubmissionSource,
    wanted: readonly WantedFunction[],
    ahead?: readonly EvaluationRequest[],
  ): Promise<LoadResult>
  /** Evaluates scalar functions at points; requests are answered in order. */
  evaluate(request: EvaluationRequest): Promise<EvaluationResult>
  /** Calls a function with structured data, once for each list of arguments. */
  call(request: CallRequest): Promise<CallsResult>
  /** Runs steps over values that stay inside: for functions that return objects with methods. */
  program(request: ProgramRequest): Promise<ProgramResult>
  /** Holds a function's source, and the record of what it did so far, against an exercise's rules. */
  inspect(request: InspectionRequest): Promise<InspectionResult>
  /** What a function's source says of its failure; what explains most comes first. */
  observe(request: ObservationRequest): Promise<readonly Observation[]>
  /**
   * The fingerprints of texts that were loaded, whose parse is at hand; null for any other, and where
   * whoever had it is no more.
   */
  fingerprints(texts: readonly string[]): Promise<readonly (readonly number[] | null)[]>
  /** Value and gradients of TensorFlow.js through a function of tensors, called with `tf` first. */
  differentiate(request: DifferentiationRequest): Promise<readonly DifferentiationResult[]>
  /** What a function did in all that was asked of it so far. */
  record(functionName: string): RunRecord
  /** Counts what single calls or programs take, each in a program of which nothing was asked before. */
  work(request: WorkRequest): Promise<WorkResult>
  /** What a function prints as it is asked one thing, in a program of which nothing was asked before. */
  output(request: OutputRequest): Promise<Output>
  /** Ends the session; the worker may serve another submission. */
  close(): Promise<void>
}

/**
 * What the engine noted while one function was judged, and how much came of it. Each function runs
 * in a program of its own, so that this is nobody else's doing.
 */
export interface RunRecord {
  /** Functions of Math that were called while the file was loaded; `eval` where text became code. */
  readonly loading: readonly string[]
  /** The same while the function ran. */
  readonly running: readonly string[]
  /** Points and calls that it was asked for, and how many gave a finite number or data. */
  readonly asked: number
  readonly answers: number
}

/** The text of a submission and of the siblings it may import. */
export interface SubmissionSource {
  /** As shown to the user. */
  readonly file: string
  readonly text: string
  /** Relative imports inside the submission's folder, by the path as it is imported from the entry's folder. */
  readonly siblings: { readonly [path: string]: string }
}

export interface WantedFunction {
  readonly name: string
  readonly arguments: readonly string[]
  /** Whether a formula is wanted from symbolic execution. */
  readonly symbolic: boolean
  /** Whether it returns a boolean: its formula is 1 where that is true, and 0 elsewhere. */
  readonly saysYesOrNo?: true
}

export type LoadResult =
  | {
      readonly kind: 'loaded'
      readonly functions: { readonly [name: string]: LoadedFunction | MissingFunction }
      readonly output: string
      /** The siblings that it names in its code, for values or for types, by their paths. */
      readonly files: readonly string[]
      /** The numbers that stand in the program, and what its constant parts come to. */
      readonly numbers: readonly number[]
    }
  | Fault

export interface LoadedFunction {
  readonly kind: 'function'
  /** Number of declared parameters before the first default or rest. */
  readonly arity: number
  readonly place: SourcePlace | undefined
  readonly formula: DerivedFormula
}

/** A function as one formula of its arguments, or the reason and the place why not. */
export type DerivedFormula =
  | {
      readonly kind: 'formula'
      readonly expr: Expr
      /** What the formula takes for granted; a proof about it holds no further than that. */
      readonly assumes: readonly FormulaAssumption[]
    }
  | NotFollowed

/** What stopped symbolic execution. */
export interface NotFollowed {
  readonly kind: 'undecided'
  readonly why: Message
  /** From 1, in the submission or in the file beside it that is named. */
  readonly line?: number
  readonly file?: string
  /** Conditions on the arguments that were met before it was given up. */
  readonly met?: readonly Condition[]
}

export type FormulaAssumption =
  /** The program asks whether something that it computed overflowed; in exact numbers nothing does. */
  | 'finite'
  /** The program rounds to float32, which the formula leaves out. */
  | 'float32-rounding'

export interface MissingFunction {
  readonly kind: 'missing'
  /** Exported names that look like it; one that is asked for itself only where there is no other. */
  readonly near: readonly string[]
  /** Exported names that nobody asks for. */
  readonly spare: readonly string[]
  /** What stands under that name, where it is not a function. */
  readonly found: string | undefined
}

/** What a submission did to itself. */
export interface Fault {
  readonly kind: 'fault'
  readonly cause: 'does-not-parse' | 'forbidden' | 'crashed' | 'did-not-finish' | 'out-of-memory'
  /** One sentence, untrusted parts already made printable and cut. */
  readonly message: string
  readonly place?: SourcePlace
  /** What to do next. */
  readonly advice?: string
  /** The message as data, for other languages; the advice's id has `.do` behind it. */
  readonly says?: Message
  /** What the source says of it, where it ended as it was loaded. */
  readonly observed?: Observation
}

/** Whether it ended by what would end the next question too, such as the time or the memory that it may use. */
export function usedUp(result: CallResult | ProgramResult | undefined): boolean {
  return result?.kind === 'fault' && result.cause !== 'crashed'
}

export interface EvaluationRequest {
  readonly function: string
  /** One column per argument, all of one length. */
  readonly columns: readonly Float64Array[]
}

export interface EvaluationResult {
  /** One value per point; NaN where `faults` has the point. */
  readonly values: Float64Array
  /** Points at which the function threw or returned no number, by index; the first few, in order. */
  readonly faults: readonly PointFault[]
  readonly faultCount: number
  /** Set where the evaluation ended before the last point; `values` is NaN from there on. */
  readonly ended?: Fault
  /** The point that ended it, where that point took all that one may: not where all took it together. */
  readonly endedAt?: number
  /** Set where a second evaluation, in a fresh program and in another order, gave another value. */
  readonly unstable?: Instability
}

export interface Instability {
  readonly index: number
  readonly first: number
  readonly second: number
  /** The position of the only argument that was another one in the call before, where that is enough. */
  readonly changed?: number
}

export interface PointFault {
  readonly index: number
  readonly kind: 'threw' | 'not-a-number'
  /** The error's message, or what was returned, such as `undefined` or `"0.5" (a string)`. */
  readonly message: string
  readonly place?: SourcePlace
}

export interface CallRequest {
  readonly function: string
  /** Lists of arguments: one call after the other. */
  readonly calls: readonly (readonly Json[])[]
  /** The name of a property that every answer must have; the first without it is the last call. */
  readonly property?: string
  /** In a program of which nothing was asked before. */
  readonly alone?: true
}

export interface CallsResult {
  /** Of each call, up to the first that ended more than itself. */
  readonly results: readonly CallResult[]
  /** Set where an answer depends on the calls before it. */
  readonly memory?: Memory
}

export type CallResult =
  | {
      readonly kind: 'returned'
      readonly value: Json
      /** Why the value does not have the property that was asked for. */
      readonly objection?: Objection
      /** The position of the first argument that was no longer the same after the call. */
      readonly rewrote?: number
    }
  | NotData
  | Fault

/** One call that has two answers: the function keeps something from call to call. */
export interface Memory {
  readonly arguments: readonly Json[]
  /** The answer where nothing was called before, and the one after other calls. */
  readonly alone: Json
  readonly later: Json
  /** The position of the only argument that was another one in the call before, where that is enough. */
  readonly changed?: number
  /** Set where it takes the same objects, with other data in them, to see it. */
  readonly sameObjects?: true
}

/** A result that no data describes: a function, undefined, a bigint, something endless. */
export interface NotData {
  readonly kind: 'not-data'
  /** Where in the result, such as `[1][0]` or `W1[0][2]`; empty for the result itself. */
  readonly where: string
  /** What stands there, such as `undefined` or `a Promise`. */
  readonly found: string
}

export interface ProgramRequest {
  /** Whose program it is: the steps may call others too. */
  readonly function: string
  readonly steps: readonly ProgramStep[]
  /** In a program of which nothing was asked before, once. */
  readonly alone?: true
}

/** One step; its result may be kept inside under a name (`as`), or comes out as data. */
export type ProgramStep =
  | {
      readonly do: 'call'
      readonly function: string
      readonly arguments: readonly ProgramArgument[]
      readonly as?: string
    }
  | {
      readonly do: 'method'
      readonly of: string
      readonly name: string
      readonly arguments: readonly ProgramArgument[]
      readonly as?: string
    }
  | { readonly do: 'read'; readonly of: string; readonly name: string; readonly as?: string }

/** Data, or a value kept under a name. */
type ProgramArgument = { readonly data: Json } | { readonly kept: string }

export type ProgramResult =
  | {
      readonly kind: 'returned'
      /** One for each step; null where the result was kept or was undefined. */
      readonly values: readonly Json[]
      readonly unstable?: readonly Json[]
    }
  | (NotData & { readonly step: number })
  | (Fault & { readonly step: number })

export interface WorkRequest {
  readonly function: string
  readonly runs: readonly WorkRun[]
}

/** One list of arguments, or the steps of one program. */
export type WorkRun =
  | { readonly arguments: readonly Json[] }
  | { readonly steps: readonly ProgramStep[] }

/** Of each run, up to the first that did not come to its end, its loop turns and calls. */
export interface WorkResult {
  readonly turns: readonly number[]
  readonly ended?: Fault
}

export interface OutputRequest {
  readonly function: string
  readonly run: OutputRun
}

/** One list of arguments, the steps of one program, or a function of tensors with what follows `tf`. */
export type OutputRun = WorkRun | { readonly tensors: TensorArguments }

/** What was printed; untrusted text. */
export interface Output {
  readonly text: string
  /** How many lines more there were. */
  readonly dropped: number
}

export interface InspectionRequest {
  readonly function: string
  readonly rules: readonly PolicyRule[]
  /** Every function that the exercise judges; where a rule demands one of them, it stays closed. */
  readonly judged?: readonly string[]
}

/** What an exercise forbids or demands of a function and of everything that it uses. */
export type PolicyRule =
  /** No function or constant of Math; or none of `deny`; or none but `allow`. */
  | {
      readonly rule: 'no-math'
      readonly deny?: readonly string[]
      readonly allow?: readonly string[]
    }
  /** None of these functions of the file itself, under whatever alias. */
  | { readonly rule: 'no-use'; readonly names: readonly string[] }
  /** At least one of these, of Math or of the file itself. */
  | { readonly rule: 'must-use'; readonly names: readonly string[] }
  /** No function applied to its own result, directly or through variables. */
  | { readonly rule: 'no-nesting' }
  | { readonly rule: 'no-recursion' }
  /** No loop statements, and no array methods that loop; `lookups` allows those that carry nothing on. */
  | { readonly rule: 'no-loops'; readonly lookups?: boolean }
  /** None of these operators, such as `**`. */
  | { readonly rule: 'no-operators'; readonly operators: readonly string[] }

/** A call whose argument holds the result of an earlier call of the same function. */
export interface Nesting {
  /** What the function is called by there. */
  readonly name: string
  readonly file: string
  readonly offset: number | undefined
}

/** What was seen while a function was followed; `followed` is false where that came to no end. */
export interface NestingTrace {
  readonly nestings: readonly Nesting[]
  readonly followed: boolean
}

export interface PolicyFinding {
  readonly rule: PolicyRule['rule']
  /** One sentence, such as `Math.tanh is not allowed here`. */
  readonly message: string
  readonly place?: SourcePlace
}

export type InspectionResult =
  | { readonly kind: 'inspected'; readonly findings: readonly PolicyFinding[] }
  | Fault

/** A failure that the source may explain. */
export interface ObservationRequest {
  /** Empty where the file itself ended as it was loaded. */
  readonly function: string
  readonly arguments: readonly string[]
  /** Those of them on which the right answer does not depend. */
  readonly needless?: readonly string[]
  /** Those of the arguments that are tensors. */
  readonly tensors: readonly string[]
  /** Every function that the exercise judges. */
  readonly judged: readonly string[]
  /** What came of it: no such function, nothing, no number, an error, or a wrong answer, if only far out. */
  readonly gave: 'missing' | 'undefined' | 'no-number' | 'error' | 'wrong' | 'far-out'
  /**
   * The arguments of the call that is shown. Where they are data, a suspicion is tried: one whose
   * repair changes nothing at this call is not the reason, and not told; of any other one it is told
   * what the repair gives.
   */
  readonly call?: readonly Json[]
}

/** A pattern in the source that explains a failure, and where it stands. */
export interface Observation {
  readonly id: string
  /** The sentence; the remedy's id has `.do` behind it. */
  readonly says: Message
  readonly place: SourcePlace
  /** Set where the pattern is often right: a known mistake explains more. */
  readonly suspicion: boolean
  /** What the call that is shown gives once this is written as the remedy says, where that was tried. */
  readonly repaired?: CallResult
}

/** A tensor as plain data; values in row-major order. */
export interface TensorValue {
  readonly shape: readonly number[]
  readonly values: Float32Array
}

export interface DifferentiationRequest {
  readonly function: string
  /** One call after the other, up to the first that gives no gradient. */
  readonly calls: readonly TensorArguments[]
  /** In a program of which nothing was asked before. */
  readonly alone?: true
}

/** What follows `tf`: tensors, in which the gradients are taken, and plain data. */
export type TensorArguments = readonly (
  | { readonly tensor: TensorValue }
  | { readonly data: Json }
)[]

export type DifferentiationResult =
  | {
      readonly kind: 'differentiated'
      readonly value: TensorValue
      /** Of the sum over the result, one for each tensor; undefined where none reaches it. */
      readonly gradients: readonly (TensorValue | undefined)[]
      /** For each tensor without a gradient, what cut it off, and where. */
      readonly broken: readonly {
        readonly input: number
        readonly message: string
        readonly place?: SourcePlace
      }[]
    }
  | NotData
  | Fault
