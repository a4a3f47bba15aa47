import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadPack } from '../../src/pack/load.ts'
import { builtInPack } from '../../src/pack/pack.ts'
import { authorsWords, withWords } from '../../src/pack/translate.ts'
import { packageRoot } from '../../src/package-root.ts'
import type { RunReport } from '../../src/report/report.ts'
import { plainOptions } from '../../src/reporters/define-reporter.ts'
import { loadReporter } from '../../src/reporters/index.ts'
import { PROGRAM_LINES, SCREENS, screensBelow } from '../cli/screens.ts'
import { declaredIn, latinWordsIn, namesOf, spacingFaultsIn, wordsIn } from './latin-words.ts'

const root = mkdtempSync(join(tmpdir(), 'mlp-check-chinese-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const { screen, prepare } = screensBelow(root)
beforeAll(prepare)

const pack = builtInPack()
const exercises = pack.entries.map(pack.load)
const more = await loadPack(join(packageRoot(), 'packs/d2l-more'))
const names = new Set([
  ...namesOf([...exercises, ...more]),
  ...pack.entries.flatMap((entry) => declaredIn(textOf(join(pack.folderOf(entry), 'starter.ts')))),
])

const folder = join(packageRoot(), 'test/fixtures/failing-reports')

/** Wide enough that no word is broken. */
const WIDE = 400

describe('in Chinese, no word is English and blanks are where they belong', () => {
  it.each(SCREENS)('on the screen of: %s %j %j %j %j %j', async (...command) => {
    const text = await screen(command as never, WIDE, 'zh-CN')
    expect(text).not.toBe('')
    expect(faultsIn(text, command.flatMap(wordsIn)), HOW).toEqual([])
  })

  it('in what a batch leaves', async () => {
    const argv = ['batch', 'class', '--exercise', 'ex1', '--out', 'wednesday', '--workers', '1']
    await screen(['.', ...argv], WIDE, 'zh-CN')
    const pages = ['gradebook.html', 'students/ann.html', 'students/bob.html']
    const texts = pages.map((page) => proseOf.html(textOf(join(root, 'wednesday', page))))
    expect(
      texts.flatMap((text) => faultsIn(text, ['ann', 'bob', 'class'])),
      HOW,
    ).toEqual([])
  })

  describe.each(['terminal', 'markdown', 'html'] as const)('in the %s report', (name) => {
    it.each(records())('%s', async (file) => {
      const reporter = await loadReporter(name)
      const options = { ...plainOptions, width: WIDE, locale: 'zh-CN' }
      const record = spokenRecord(file)
      const text = reporter.render(record, options)
      const own = record.submissions.flatMap((one) => declaredIn(textOf(one.file)))
      expect(faultsIn(proseOf[name](text), own), HOW).toEqual([])
    })
  })
})

const HOW = `Write the Chinese into src/messages: where the catalogue says it, into zh-cn*.ts; where the code says it in English, into the file of src/messages/phrases that is named like its room. A name that the code gives is collected in test/messages/latin-words.ts, and a name that is the same everywhere stands there with its reason.`

/** Each fault with its line, so that it is found in the screen. */
function faultsIn(text: string, own: readonly string[]): readonly string[] {
  const known = new Set([...names, ...own])
  return text
    .split('\n')
    .filter((line) => !PROGRAM_LINES.has(line) && !isFrame(line))
    .flatMap((line) => [
      ...latinWordsIn(line, known).map((word) => `${word}: ${line.trim()}`),
      ...spacingFaultsIn(line).map((fault) => `${fault}: ${line.trim()}`),
    ])
}

function textOf(file: string): string {
  return readFileSync(resolve(packageRoot(), file), 'utf8')
}

/** A line of the reader's own program, and what is marked in it. */
function isFrame(line: string): boolean {
  return /^\s*(\d+)? *│/.test(line)
}

function records(): readonly string[] {
  return readdirSync(folder).filter((name) => name.endsWith('.json'))
}

/** A kept record is in English; what authors wrote in it is given its translation. */
function spokenRecord(name: string): RunReport {
  const words = exercises.flatMap((exercise) => authorsWords(exercise, 'zh-CN'))
  return withWords(JSON.parse(textOf(join(folder, name))) as RunReport, words)
}

/** What of a format is read by people. */
const proseOf = {
  terminal: (text: string) => text,
  markdown: (text: string) =>
    plain(text.replace(/^( *)(```+).*\n[\s\S]*?^\1\2$/gm, '')).replace(/\\([^\w\s])/g, '$1'),
  html: (text: string) => {
    const labels = [...text.matchAll(/(?:aria-label|alt|title)="([^"]*)"/g)]
    return plain([text, ...labels.map(([, label]) => label)].join('\n'))
  },
}

/** Of a page, or of a text with elements in it, what is neither code nor an element. */
function plain(html: string): string {
  return html
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/g, '')
    .replace(/<(pre|code)\b[\s\S]*?<\/\1>/g, '``')
    .replace(/<\/?(?:span|b|i|em|strong|a|tspan)\b[^>]*>/g, '')
    .replace(/<[^>]*>/g, '\n')
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&(\w+);/g, (entity, name) => ENTITIES[name] ?? entity)
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }
