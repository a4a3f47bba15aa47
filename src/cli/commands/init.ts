import { join, relative, resolve } from 'node:path'
import { UsageError } from '../../errors.ts'
import { speaker } from '../../messages/render.ts'
import type { Pack } from '../../pack/pack.ts'
import { withSlashes } from '../../paths/shown.ts'
import { isEmpty, parseWork, type Work } from '../../progress/saved-work.ts'
import { readText } from '../../read-text.ts'
import { cleanLine } from '../../text/clean-text.ts'
import { shellWord } from '../../text/shell-word.ts'
import { choosePack } from '../../trust/chosen-packs.ts'
import { type CiSystem, ciFile } from '../../workspace/ci.ts'
import { type InitResult, planWorkspace, writeWorkspace } from '../../workspace/init.ts'
import { refuseLinks } from '../../workspace/own-files.ts'
import type { PlannedFile } from '../../workspace/planned-file.ts'
import type { CommandModule, Surroundings } from '../command.ts'
import { ExitCode } from '../exit-code.ts'
import { chosenPack } from '../packs.ts'
import { gitRoot } from '../repository-root.ts'
import { localeIn } from '../workspaces.ts'

/** Makes a workspace, leaving whatever is there as it is, and says what to do next. */
export const run: CommandModule['run'] = async ({ words, options }, surroundings) => {
  const root = resolve(surroundings.cwd, words[0] ?? '.')
  const pack = await chosenPack(surroundings)
  const { pack: choice } = surroundings.trust
  if (choice.from === 'option' && choice.more !== undefined) {
    throw new UsageError('a workspace follows one pack', 'name one --exercises')
  }
  const own = choice.from === 'option' ? resolve(surroundings.cwd, choice.folder) : undefined
  const work =
    typeof options.work === 'string' ? await readWork(options.work, surroundings) : undefined
  const exercises = own && withSlashes(relative(root, own))
  const locale = localeIn(options, surroundings)
  const files = await planWorkspace(pack, { work, exercises, locale })
  const ci =
    options.ci === undefined ? undefined : workflowFor(root, options.ci as CiSystem, exercises)
  if (ci !== undefined) refuseLinks(ci.root, ci.file.path)
  const result = await writeWorkspace(root, files, options.force === true)
  const more = ci && (await writeWorkspace(ci.root, [ci.file], options.force === true))
  if (own !== undefined) await choosePack(own, surroundings.env)
  const speak = speaker(locale)
  const folder = words[0] ?? '.'
  const lines = [
    ...summary(result, folder, speak),
    ...(ci && more ? workflowLines(ci, more, speak) : []),
    ...(work === undefined ? [] : leftOut(work, pack, speak)),
    '',
    speak('init.next'),
  ]
  const steps = [...(folder === '.' ? [] : [`cd ${shellWord(folder)}`]), 'mlp-check']
  for (const line of [...lines, ...steps.map((step) => `  ${step}`)]) {
    surroundings.stdout.write(`${line}\n`)
  }
  return ExitCode.passed
}

async function readWork(file: string, { cwd }: Surroundings): Promise<Work> {
  const text = await readText(resolve(cwd, file)).catch((error: Error) => {
    throw new UsageError(`${file} cannot be read: ${error.message}`)
  })
  const work = parseWork(text)
  if (!isEmpty(work)) return work
  throw new UsageError(
    `${file} holds no work that a page has saved`,
    'on the page: Your work, Save to a file',
  )
}

/** Answers to exercises that this pack does not have. */
function leftOut(work: Work, pack: Pack, speak: Speak): string[] {
  const known = new Set(pack.entries.map(({ id }) => id))
  const others = Object.keys(work.answers).filter((id) => !known.has(id))
  if (others.length === 0) return []
  return [
    speak('init.work-left-out', { count: others.length, ids: cleanLine(keptText(others), 200) }),
  ]
}

type Speak = ReturnType<typeof speaker>

interface Workflow {
  /** The root of the repository, or of the workspace where no repository lies around it. */
  readonly root: string
  readonly file: PlannedFile
  readonly inRepository: boolean
}

/** Platforms read their file at the root of a repository, wherever in it the answers lie. */
function workflowFor(root: string, system: CiSystem, exercises: string | undefined): Workflow {
  const repository = gitRoot(root)
  const top = repository ?? root
  const folder = withSlashes(relative(top, root))
  return {
    root: top,
    file: ciFile(system, exercises, folder),
    inRepository: repository !== undefined,
  }
}

function workflowLines({ root, file, inRepository }: Workflow, { kept }: InitResult, speak: Speak) {
  const path = join(root, file.path)
  const said =
    kept.length > 0
      ? speak('init.kept', { count: 1, files: path })
      : `${path}  ${speak('init.workflow')}`
  return [`  ${said}`, ...(inRepository ? [] : [`  ${speak('init.move', { path: file.path })}`])]
}

function summary(result: InitResult, folder: string, speak: Speak): string[] {
  const kinds = [
    ['src/', speak('init.starters')],
    ['statements/', speak('init.statements')],
    ['mlp-check.json', speak('init.config')],
    ['.vscode/', speak('init.editor')],
  ] as const
  const rows = kinds.filter(([start]) => result.written.some((path) => path.startsWith(start)))
  const width = Math.max(0, ...rows.map(([start]) => start.length))
  const lines = rows.map(([start, what]) => `  ${start.padEnd(width)}  ${what}`)
  const { kept, written } = result
  return [
    ...(written.length > 0
      ? [speak('init.created', { count: written.length, folder }), ...lines]
      : []),
    ...(kept.length > 0 ? [speak('init.kept', { count: kept.length, files: keptText(kept) })] : []),
  ]
}

/** All of them where they are few. */
function keptText(kept: readonly string[]): string {
  return kept.length <= 4 ? kept.join(', ') : `${kept.slice(0, 3).join(', ')}, …`
}
