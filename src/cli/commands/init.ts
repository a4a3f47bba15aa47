import { relative, resolve } from 'node:path'
import { UsageError } from '../../errors.ts'
import { speaker } from '../../messages/render.ts'
import { withSlashes } from '../../paths/shown.ts'
import { choosePack } from '../../trust/chosen-packs.ts'
import type { CiSystem } from '../../workspace/ci.ts'
import { type InitResult, planWorkspace, writeWorkspace } from '../../workspace/init.ts'
import type { CommandModule } from '../command.ts'
import { ExitCode } from '../exit-code.ts'
import { chosenPack } from '../packs.ts'
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
  const files = await planWorkspace(pack, {
    ci: options.ci as CiSystem | undefined,
    exercises: own && withSlashes(relative(root, own)),
  })
  const result = await writeWorkspace(root, files, options.force === true)
  if (own !== undefined) await choosePack(own, surroundings.env)
  const speak = speaker(localeIn(options, surroundings))
  const folder = words[0] ?? '.'
  const lines = [...summary(result, folder, speak), '', speak('init.next')]
  const steps = [...(folder === '.' ? [] : [`cd ${folder}`]), 'mlp-check']
  for (const line of [...lines, ...steps.map((step) => `  ${step}`)]) {
    surroundings.stdout.write(`${line}\n`)
  }
  return ExitCode.passed
}

type Speak = ReturnType<typeof speaker>

function summary(result: InitResult, folder: string, speak: Speak): string[] {
  const kinds = [
    ['src/', speak('init.starters')],
    ['statements/', speak('init.statements')],
    ['mlp-check.json', speak('init.config')],
    ['.github/workflows/mlp-check.yml', speak('init.workflow')],
    ['.gitlab-ci.yml', speak('init.workflow')],
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
