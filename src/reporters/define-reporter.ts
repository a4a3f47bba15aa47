import type { RunReport } from '../report/report.ts'
import { boundReport } from './bound-report.ts'
import { hideChecks, hideWhatTells, mergeHiddenChecks, withoutUndecided } from './hide-checks.ts'
import { inLanguage, knownLocale, type Say, sayIn } from './in-language.ts'
import { showAdjustments, showAdjustmentsApart } from './show-adjustments.ts'
import { showPack } from './show-pack.ts'

/** One way to show a run: a pure function from the record to text. One file each. */
export interface Reporter {
  /** Its key in the registry, and the word after `--reporter`. */
  readonly name: string
  /** What it is for, in one sentence: for `--help` and the docs. */
  readonly summary: string
  /**
   * What its text is where it is printed: text for people, data for programs, or commands to the
   * runner of a job. Data, where a reporter's file says nothing.
   */
  readonly printedAs: 'text' | 'data' | 'commands'
  /** Whom it is for: students, where a reporter's file says nothing. */
  readonly audience: Audience
  readonly render: (report: RunReport, options: RenderOptions) => string
  /** What it adds to the end of files that the environment names, such as a job's summary. */
  readonly additions?: (report: RunReport, options: RenderOptions) => readonly Addition[]
}

/** Text for the end of a file that somebody else made. */
export interface Addition {
  readonly file: string
  readonly text: string
}

/** Everything a reporter may know besides the record. It never looks around by itself. */
export interface RenderOptions {
  /** Columns of the terminal. */
  readonly width: number
  /** Levels of chalk: none, 16 colours, 256, 16 million. */
  readonly color: 0 | 1 | 2 | 3
  /** A BCP 47 tag such as `en` or `zh-CN`. */
  readonly locale: string
  /** Every failure in full; otherwise the first one, and a line for each other. */
  readonly all: boolean
  /** `strict` keeps to the Jenkins schema; `github` adds `file` and `line` to test cases. */
  readonly junitDialect: 'strict' | 'github'
  /** The folder that the report's paths are relative to, absolute. */
  readonly cwd: string
  /** The root of the repository around it, absolute, where there is one. */
  readonly repositoryRoot?: string | undefined
  /** The words that name the same exercises again on a command line, where somebody has to. */
  readonly naming?: readonly string[]
  /** The environment variables, as data. */
  readonly environment: { readonly [name: string]: string | undefined }
}

export const plainOptions: RenderOptions = {
  width: 80,
  color: 0,
  locale: 'en',
  all: true,
  junitDialect: 'strict',
  cwd: '/',
  environment: {},
}

/**
 * Whom a format is for, and so what of the record it is given.
 * `student`: no hidden checks, and no points of theirs; texts cut to size.
 * `gradebook`: all points, but hidden checks without a name, and none undecided; texts cut to size.
 * `staff`: everything; texts cut to size.
 * `machine`: the record as it is.
 */
type Audience = 'student' | 'gradebook' | 'staff' | 'machine'

const PREPARE: Readonly<Record<Audience, (report: RunReport) => RunReport>> = {
  student: (report) => rows(hideChecks(report)),
  gradebook: (report) => rows(withoutUndecided(mergeHiddenChecks(report))),
  staff: (report) => boundReport(showPack(showAdjustmentsApart(hideWhatTells(report)))),
  machine: (report) => report,
}

/** What there is to say besides the checks becomes rows among them. */
function rows(report: RunReport): RunReport {
  return boundReport(showPack(showAdjustments(report)))
}

/** What `say` is given is English, and comes back in the reader's language, as the record has. */
type Rendering<T> = (report: RunReport, options: RenderOptions, say: Say) => T

/** A reporter that sees of the record only what its audience may: students, where it says nothing. */
export function defineReporter(
  reporter: Omit<Reporter, 'audience' | 'printedAs' | 'render' | 'additions'> &
    Partial<Pick<Reporter, 'audience' | 'printedAs'>> & {
      readonly render: Rendering<string>
      readonly additions?: Rendering<readonly Addition[]>
    },
): Reporter {
  const { render, additions, audience = 'student', printedAs = 'data', ...named } = reporter
  const shown = <T>(rendering: Rendering<T>, report: RunReport, options: RenderOptions) => {
    const locale = knownLocale(options.locale)
    const prepared = PREPARE[audience](report)
    const told = audience === 'machine' ? prepared : inLanguage(prepared, locale)
    return rendering(told, options, sayIn(locale))
  }
  return {
    ...named,
    audience,
    printedAs,
    render: (report, options) => shown(render, report, options),
    ...(additions && {
      additions: (report, options) => shown(additions, report, options),
    }),
  }
}
