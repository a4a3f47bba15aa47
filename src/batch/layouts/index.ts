import { blackboard } from './blackboard.ts'
import { canvas } from './canvas.ts'
import { flat } from './flat.ts'
import { folders } from './folders.ts'
import { gradescope } from './gradescope.ts'
import type { Layout } from './layout.ts'
import { moodle } from './moodle.ts'
import type { LayoutName } from './names.ts'
import { repositories } from './repositories.ts'
import { sections } from './sections.ts'

/** The registry, by the names that `--layout` takes. */
export const layouts: Readonly<Record<LayoutName, Layout>> = {
  gradescope,
  moodle,
  canvas,
  blackboard,
  repositories,
  sections,
  flat,
  folders,
}
