import { dirname, join } from 'node:path'
import { createServices } from '../../grading/create-services.ts'
import { speaker } from '../../messages/render.ts'
import { candidateFiles } from '../../node/candidate-files.ts'
import { referencesHere } from '../../node/references.ts'
import { openSandbox } from '../../node/sandbox.ts'
import type { Pack, PackEntry } from '../../pack/pack.ts'
import type { Message } from '../../report/report.ts'
import type { ReporterName } from '../../reporters/index.ts'
import { firstLink } from '../../trust/links.ts'
import { watchFolders } from '../../workspace/file-watch.ts'
import type { AnswerPlace } from '../../workspace/files.ts'
import { askedExercise } from '../asked-exercise.ts'
import type { CommandModule, Surroundings } from '../command.ts'
import { ExitCode } from '../exit-code.ts'
import { gradingOptionsOf, referenceOptionsOf } from '../grading-options.ts'
import { usableCompiler } from '../judge-types.ts'
import { chosenPackToRead, packNaming } from '../packs.ts'
import { nextExercise } from '../progress-now.ts'
import { createWatch, type Watch } from '../watch.ts'
import { editorView, plainView, screenView } from '../watch-view.ts'
import { answerPlace, localeIn, requiredWorkspace, tell } from '../workspaces.ts'

/** Judges what is saved, as it is saved, until `q`. */
export const run: CommandModule['run'] = async ({ words, options }, surroundings) => {
  const workspace = requiredWorkspace(surroundings)
  const place = answerPlace(surroundings)
  // Started first and kept: every judgement after the first finds it warm.
  const sandbox = openSandbox()
  try {
    const pack = await chosenPackToRead(options, surroundings)
    const asked =
      words[0] === undefined ? undefined : await askedExercise(words[0], pack, surroundings)
    const next = asked ?? (await nextExercise(place, pack))
    const current = next ?? (pack.entries[0] as PackEntry)
    const services = createServices(referencesHere(referenceOptionsOf(options, surroundings)))
    const speak = speaker(localeIn(options, surroundings))
    const bench = {
      pack,
      services,
      options: gradingOptionsOf(options),
      cwd: workspace.root,
      place,
      workspace,
      naming: packNaming(surroundings),
      tell: (message: Message) => tell(message, surroundings, options),
      compiler: options.types === false ? undefined : await usableCompiler(surroundings),
    }
    const forEditor = options.reporter === 'gcc' || options.reporter === 'problems'
    const reporter: ReporterName = forEditor ? 'gcc' : 'terminal'
    const terminal = surroundings.stdout.isTTY && surroundings.stdin?.isTTY === true
    // An editor's task runs in a terminal too, but what reads it is the editor.
    const interactive = terminal && reporter === 'terminal'
    const view =
      reporter === 'gcc'
        ? editorView(surroundings)
        : interactive
          ? screenView(surroundings, speak('watch.keys'))
          : plainView(surroundings)
    const tools = {
      ...{ bench, services, sandbox, speak, view, interactive, options, surroundings },
      reporter,
    }
    const watch = createWatch(tools, current)
    return await untilQuit(watch, {
      folders: watchedFolders(place, pack),
      poll: options.poll === true,
      surroundings,
    })
  } finally {
    await sandbox.close()
  }
}

interface Place {
  readonly folders: readonly string[]
  readonly poll: boolean
  readonly surroundings: Surroundings
}

/** Every folder of the workspace's own that an answer may lie in. */
function watchedFolders({ root, pattern }: AnswerPlace, pack: Pack): string[] {
  const files = pack.entries.flatMap((entry) => candidateFiles(entry, pattern))
  const folders = [...new Set(files.map((file) => join(root, dirname(file))))]
  return folders.filter((folder) => firstLink(root, folder) === undefined)
}

/** Ends by a key; without keys, only with the process. */
async function untilQuit(watch: Watch, { folders, poll, surroundings }: Place): Promise<number> {
  const files = watchFolders(folders, { poll, onChange: (paths) => watch.saved(paths) })
  // Only now is it true to say that saves are judged.
  await files.ready
  await watch.start()
  const { stdin } = surroundings
  await new Promise<void>((quit) => {
    surroundings.stdout.onLost?.(quit)
    if (!stdin?.isTTY || !surroundings.stdout.isTTY) return
    const stop = stdin.listen((key) => {
      // In raw mode, Ctrl-C and Ctrl-D arrive as the characters 3 and 4.
      if (!['q', 'Q', '\u0003', '\u0004'].includes(key)) return watch.pressed(key.toLowerCase())
      stop()
      quit()
    })
  })
  files.close()
  await watch.idle()
  return ExitCode.passed
}
