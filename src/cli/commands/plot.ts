import { resolve } from 'node:path'
import { createServices } from '../../grading/create-services.ts'
import type { Locale } from '../../messages/catalogue.ts'
import { wrapped } from '../../messages/line-breaks.ts'
import { speaker } from '../../messages/render.ts'
import { findSubmission } from '../../node/find-submission.ts'
import { referencesHere } from '../../node/references.ts'
import { openSession } from '../../node/sandbox.ts'
import type { ColorDepth } from '../../plot/ink.ts'
import type { Plot } from '../../plot/plot.ts'
import { renderTerminal } from '../../plot/terminal.ts'
import { translated } from '../../reporters/check-words.ts'
import type { Fault } from '../../session.ts'
import { writeFileWhole } from '../../whole-file.ts'
import { unbegunIn } from '../../workspace/files.ts'
import { askedExercise, looksLikeFile } from '../asked-exercise.ts'
import { colorLevel } from '../color.ts'
import type { CommandModule, Invocation, Surroundings } from '../command.ts'
import { drawAnswer } from '../draw.ts'
import { ExitCode } from '../exit-code.ts'
import { referenceOptionsOf } from '../grading-options.ts'
import { chosenPackToRead } from '../packs.ts'
import { plotRequest, plottedFunctions } from '../plot-options.ts'
import { answerPlace, localeIn } from '../workspaces.ts'

/** The student's functions over their references: in the terminal, or as a file. */
export const run: CommandModule['run'] = async ({ words, options }, surroundings) => {
  const pack = await chosenPackToRead(options, surroundings)
  const exercise = pack.load(await askedExercise(words[0], pack, surroundings))
  const request = plotRequest(exercise, options)
  const functions = plottedFunctions(exercise, options.function)
  const file = words[1] ?? words.find(looksLikeFile)
  const { root, pattern } = answerPlace(surroundings)
  const query = file === undefined ? { cwd: root, pattern } : { cwd: surroundings.cwd, root, file }
  const found = findSubmission({ exercise, exercises: pack.entries, ...query })
  if (found.kind === 'fault') return faulty(found, surroundings, localeIn(options, surroundings))
  const speak = speaker(localeIn(options, surroundings))
  const services = createServices(
    referencesHere(referenceOptionsOf({ backend: 'tfjs' }, surroundings)),
  )
  const session = openSession()
  const { source } = found
  const unbegun = await unbegunIn(source.text, exercise, pack)
  const drawing = { exercise, source, functions, request, unbegun }
  const plot = await drawAnswer(drawing, { session, services, speak }).finally(() =>
    session.close(),
  )
  if ('kind' in plot) return faulty(plot, surroundings, localeIn(options, surroundings))
  for (const line of await show(plot, { options, surroundings, speak })) {
    surroundings.stdout.write(`${line}\n`, 'text')
  }
  return ExitCode.passed
}

interface Showing {
  readonly options: Invocation['options']
  readonly surroundings: Surroundings
  readonly speak: ReturnType<typeof speaker>
}

/** Files that were written are named; without any, the terminal shows the plot. */
async function show(plot: Plot, { options, surroundings, speak }: Showing): Promise<string[]> {
  const { cwd, stdout } = surroundings
  const written = [
    ...(await writePage(svgPage, plot, { file: options.svg, cwd })),
    ...(await writePage(htmlPage, plot, { file: options.html, cwd })),
  ]
  if (written.length > 0) return written.map((file) => speak('plot.written', { file }))
  const width = Math.min(stdout.columns, 120)
  const colors = DEPTHS[colorLevel(options.color, surroundings, stdout)]
  return [
    renderTerminal(plot, { width, height: terminalHeight(plot), colors }),
    '',
    ...wrapped(plot.description, width),
  ]
}

type Page = (
  plot: Plot,
  size: { readonly width: number; readonly height: number },
) => Promise<string>

const svgPage: Page = async (plot, size) =>
  (await import('../../plot/svg.ts')).renderSvg(plot, { ...size, theme: 'auto' })

const htmlPage: Page = async (plot, size) =>
  (await import('../../plot/html.ts')).renderHtml(plot, size)

async function writePage(
  page: Page,
  plot: Plot,
  target: { readonly file: unknown; readonly cwd: string },
): Promise<string[]> {
  if (typeof target.file !== 'string') return []
  const text = await page(plot, { width: 720, height: 60 + plot.panels.length * 170 })
  await writeFileWhole(resolve(target.cwd, target.file), text)
  return [target.file]
}

const DEPTHS: readonly [ColorDepth, ColorDepth, ColorDepth, ColorDepth] = [0, 16, 256, '16m']

/** Nine lines of dots for a function, four for its error. */
export function terminalHeight(plot: Plot): number {
  const weights = plot.panels.reduce((sum, { weight }) => sum + weight, 0)
  return Math.ceil(3 + plot.panels.length * 3 + weights * 4.5)
}

function faulty(
  { message, advice, says }: Pick<Fault, 'message' | 'advice' | 'says'>,
  { stderr }: Surroundings,
  locale: Locale,
): number {
  const remedy = says && { ...says, id: `${says.id}.do` }
  const below = advice ? `  ${translated(remedy, advice, { locale })}\n` : ''
  stderr.write(`mlp-check: ${translated(says, message, { locale })}\n${below}`)
  return ExitCode.submission
}
