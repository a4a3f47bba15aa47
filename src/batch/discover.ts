import { mkdtempSync, statSync } from 'node:fs'
import { basename, join, resolve, sep } from 'node:path'
import { UsageError } from '../errors.ts'
import { pathKey } from '../paths/path-key.ts'
import { withSlashes } from '../paths/shown.ts'
import { isWayInside } from './archive-names.ts'
import { type Candidate, chooseHanded } from './choose-handed.ts'
import { commitDates } from './commits.ts'
import { isArchive, meantName, withoutArchive } from './file-kinds.ts'
import { type Aside, withoutGivenOut } from './given-out.ts'
import { openHandedArchive } from './handed-archive.ts'
import { type Ignored, type Inventory, type RecognisedInput, whoIs } from './inventory.ts'
import { layouts } from './layouts/index.ts'
import type { Layout } from './layouts/layout.ts'
import { topFolders } from './layouts/layout.ts'
import { type LayoutName, layoutNames } from './layouts/names.ts'
import type { Named } from './match-exercise.ts'
import { shownInside, unpack } from './unpack.ts'
import { type SkippedInput, unreadBy } from './unread.ts'
import { isLeftBehind, type Tree, walk } from './walk.ts'

export interface DiscoveryRequest {
  /** Folders and zip archives, as the user named them. */
  readonly inputs: readonly string[]
  readonly cwd: string
  readonly layout: LayoutName | undefined
  /** Every exercise that a file may be named for. */
  readonly known: readonly Named[]
  /** The ids of those that are judged. */
  readonly wanted: readonly string[]
  /** The absolute path that results go to: it may lie inside an input. */
  readonly results?: string
  /** A private folder that archives are unpacked into. */
  readonly room: string
}

/** Finds who handed in what. @throws UsageError where an input is no folder or fits no layout */
export async function discover(request: DiscoveryRequest): Promise<Inventory> {
  const inputs: RecognisedInput[] = []
  const candidates: Candidate[] = []
  const ignored: Ignored[] = []
  const asides: Aside[] = []
  refuseOverlaps(request)
  for (const input of request.inputs) {
    const opened = await openInput(input, request)
    const inputName = withoutArchive(basename(resolve(request.cwd, input)))
    inputs.push(opened.recognised)
    const place = await opened.layout.open(opened.tree)
    for (const one of opened.skipped) {
      const unread = unreadBy(one, place, { inputName, input }, request)
      if ('stray' in unread) candidates.push(unread.stray)
      else asides.push(unread.aside)
    }
    const committedAt = commitOf(opened.tree, request.room)
    for (const file of opened.tree.files) {
      const found = { path: opened.tree.pathOf(file), shown: shownIn(opened.shown, file) }
      const placement = { ...place(file), ...committedAt(file), inputName, input }
      if (placement.kind === 'of-nobody') {
        const { reason, student } = placement
        ignored.push({ file: found.shown, reason, ...(student && { student }) })
      } else {
        const name = meantName(placement.name)
        const ownFolder = file.endsWith(`/${placement.name}`)
        const candidate = { ...placement, name, file: found, ownFolder }
        const inside = isArchive(name) ? await openHandedArchive(candidate, request) : undefined
        candidates.push(...(inside?.candidates ?? [candidate]))
        ignored.push(...(inside?.ignored ?? []))
      }
    }
  }
  const chosen = chooseHanded(candidates, request)
  asides.push(...chosen.strays)
  const senders = [...chosen.handed, ...asides.map((one) => one.ignored)].flatMap(
    ({ student }) => student ?? [],
  )
  ignored.push(...chosen.ignored, ...withoutGivenOut(asides, new Set(senders.map(whoIs))))
  return { inputs, handed: chosen.handed, ignored, files: chosen.handed.length + ignored.length }
}

/** Of a file in a cloned repository, what the commit that is checked out says of its time. */
function commitOf({ pathOf, repositories }: Tree, room: string) {
  const folders = repositories.map(pathOf)
  const dates =
    folders.length === 0
      ? new Map<string, string>()
      : commitDates(folders, mkdtempSync(join(room, 'commits-')))
  return (file: string): { readonly committedAt?: string } => {
    if (dates.size === 0) return {}
    for (let end = file.lastIndexOf('/'); end > 0; end = file.lastIndexOf('/', end - 1)) {
      const committedAt = dates.get(pathOf(file.slice(0, end)))
      if (committedAt !== undefined) return { committedAt }
    }
    return {}
  }
}

function shownIn(folder: string, file = ''): string {
  return withSlashes(join(folder, file))
}

/** A file that is found twice would be counted twice. */
function refuseOverlaps({ inputs, cwd }: DiscoveryRequest): void {
  const paths = inputs.map((input) => pathKey(join(resolve(cwd, input), sep)))
  for (const [index, path] of paths.entries()) {
    const around = paths.findIndex((other, place) => place !== index && path.startsWith(other))
    if (around < 0) continue
    throw new UsageError(
      path === paths[around]
        ? `${inputs[index]} is named twice`
        : `${inputs[index]} lies in ${inputs[around]}`,
      'name each input once',
    )
  }
}

interface OpenedInput {
  readonly recognised: RecognisedInput
  readonly layout: Layout
  readonly tree: Tree
  /** The input as it was named, with the folder in it that was entered. */
  readonly shown: string
  readonly skipped: readonly SkippedInput[]
}

async function openInput(input: string, request: DiscoveryRequest): Promise<OpenedInput> {
  const { cwd, layout, results } = request
  const path = resolve(cwd, input)
  const stat = statSync(path, { throwIfNoEntry: false })
  const unpacked =
    stat?.isFile() && isArchive(input) ? await unpack(path, request.room, 'class') : undefined
  if (!stat?.isDirectory() && unpacked === undefined) {
    throw new UsageError(
      `${input} is no folder and no archive (.zip, .tar, .tgz)`,
      'name the folder that the submissions are in',
    )
  }
  const root = unpacked?.folder ?? path
  const whole = walk(root, { results, names: unpacked?.names })
  const entered = enteredFolder(whole)
  const tree = enter(whole, entered)
  const insideOf = (file: string) => (entered === '' ? file : pathInside(entered, file))
  const refused = (unpacked?.refused ?? []).map((one): SkippedInput => {
    const ignored = shownInside(shownIn(input), one)
    const inside = isWayInside(one.file) ? insideOf(one.file) : undefined
    return { ignored, sent: !isLeftBehind(one.file), path: '', inside, isFolder: false }
  })
  const skipped = tree.skipped.map(({ file, reason, sent, isFolder }): SkippedInput => {
    const ignored = { file: shownIn(input, file), reason }
    const inside = insideOf(file)
    return { ignored, sent, path: whole.pathOf(file), inside, isFolder: isFolder === true }
  })
  const opened = { tree, shown: shownIn(input, entered), skipped: [...refused, ...skipped] }
  if (layout !== undefined) {
    const recognised = { input, layout, why: 'as --layout says' }
    return { ...opened, layout: layouts[layout], recognised }
  }
  for (const name of layoutNames) {
    const why = layouts[name].recognise(tree)
    if (why === undefined) continue
    return { ...opened, layout: layouts[name], recognised: { input, layout: name, why } }
  }
  throw new UsageError(`there is no submission in ${input}`, 'it holds no file that could be one')
}

/** A download is often one folder in a folder: it is entered where it names its own layout. */
function enteredFolder(tree: Tree): string {
  const [only, ...others] = topFolders(tree.files)
  if (only === undefined || others.length > 0) return ''
  if (tree.files.some((file) => !file.startsWith(`${only}/`))) return ''
  const inner = enter(tree, only)
  const exports: Layout[] = [layouts.gradescope, layouts.moodle, layouts.canvas, layouts.blackboard]
  return exports.some((layout) => layout.recognise(inner) && !layout.recognise(tree)) ? only : ''
}

function pathInside(folder: string, path: string): string | undefined {
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined
}

function enter(tree: Tree, folder: string): Tree {
  if (folder === '') return tree
  const inside = (paths: readonly string[]) =>
    paths.flatMap((path) => pathInside(folder, path) ?? [])
  return {
    pathOf: (path) => tree.pathOf(`${folder}/${path}`),
    files: inside(tree.files),
    repositories: inside(tree.repositories),
    skipped: tree.skipped,
  }
}
