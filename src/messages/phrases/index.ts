import type { Phrases } from '../phrase-book.ts'
import { batch } from './batch.ts'
import { checks } from './checks.ts'
import { cli } from './cli.ts'
import { commander } from './commander.ts'
import { course } from './course.ts'
import { engine } from './engine.ts'
import { forms } from './forms.ts'
import { formula } from './formula.ts'
import { gradebook } from './gradebook.ts'
import { gradebookPage } from './gradebook-page.ts'
import { library } from './library.ts'
import { lint } from './lint.ts'
import { machine } from './machine.ts'
import { mistakes } from './mistakes.ts'
import { pack } from './pack.ts'
import { reference } from './reference.ts'
import { reporters } from './reporters.ts'
import { reports } from './reports.ts'
import { submission } from './submission.ts'
import { tensorflow } from './tensorflow.ts'

/** Everything that the code says in English outside of the catalogue, room by room. */
export const phrases: readonly Phrases[] = [
  batch,
  checks,
  cli,
  commander,
  course,
  engine,
  forms,
  formula,
  gradebook,
  gradebookPage,
  library,
  lint,
  machine,
  mistakes,
  pack,
  reference,
  reporters,
  reports,
  submission,
  tensorflow,
]
