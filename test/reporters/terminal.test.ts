import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { displayWidth } from '../../src/messages/display-width.ts'
import { packageRoot } from '../../src/package-root.ts'
import type { RunReport } from '../../src/report/report.ts'
import { plainOptions } from '../../src/reporters/define-reporter.ts'
import { reporter } from '../../src/reporters/terminal.ts'

const folder = join(packageRoot(), 'test/fixtures/failing-reports')
const names = readdirSync(folder).filter((name) => name.endsWith('.json'))

/** A command to copy, a path to click on. */
const UNBROKEN = /^ *(mlp-check |\S+\.ts(:\d+:\d+)?$)/

function load(name: string): RunReport {
  return JSON.parse(readFileSync(join(folder, name), 'utf8'))
}

function rendered(report: RunReport, width: number, changes = {}): string {
  return reporter.render(report, { ...plainOptions, width, ...changes })
}

describe('the terminal report of a failure', () => {
  it('is kept for at least forty of them', () => {
    expect(names.length).toBeGreaterThanOrEqual(40)
  })

  it.each(names)('reads well at 60, 80 and 120 columns: %s', async (name) => {
    const report = load(name)
    const parts = [60, 80, 120].map((width) => {
      const ruler = `${'='.repeat(width - ` ${width}`.length)} ${width}`
      return `${ruler}\n${rendered(report, width)}`
    })
    const golden = join('golden-terminal', name.replace('.json', '.txt'))
    await expect(parts.join('\n')).toMatchFileSnapshot(golden)
  })

  it.each(names)('is no wider than the window, commands and paths to copy aside: %s', (name) => {
    for (const width of [60, 80, 120]) {
      const lines = rendered(load(name), width).split('\n')
      const wide = lines.filter((line) => displayWidth(line) > width && !UNBROKEN.test(line))
      expect(wide).toEqual([])
    }
  })

  it.each(names)('says the same in colours: %s', (name) => {
    const plain = rendered(load(name), 80)
    for (const color of [1, 2, 3]) {
      const colored = rendered(load(name), 80, { color })
      expect(colored).toContain('\u001b[')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control sequences.
      const stripped = colored.replace(/\u001b\[[0-9;]*m/g, '')
      expect(stripped.replace(/ +$/gm, '')).toBe(plain.replace(/ +$/gm, ''))
    }
  })

  it.each(names)('puts no heading over nothing, whoever is at fault: %s', (name) => {
    const report = load(name)
    const errored = report.submissions.map((one) => ({
      ...one,
      checks: one.checks.map((check) => ({
        ...check,
        ...(check.status === 'failed' && { status: 'errored' as const, evidence: [] }),
      })),
    }))
    for (const submissions of [report.submissions, errored]) {
      const [, ...sections] = rendered({ ...report, submissions }, 80).split(/^──.*\n/m)
      const beginnings = sections.map((text) => /^.+$/m.exec(text)?.[0] ?? '')
      expect(beginnings.filter((line) => /^(?:\(|[✓✗!-] |$)/.test(line))).toEqual([])
    }
  })

  it('says before any verdict by whose exercises it was judged, in every language', () => {
    const report = load('ex1-forum-numerator.json')
    const pack = {
      source: 'mlp-check.json: \u001b[31mmine',
      sha256: 'a1b2c3d4e5f6'.padEnd(64, '0'),
    }
    const [, , , second] = rendered({ ...report, pack }, 120).split('\n')
    expect(second).toBe(
      '! judged by other exercises than the built-in ones: mlp-check.json: ␛[31mmine (sha256 a1b2c3d4e5f6)',
    )
    expect(rendered({ ...report, pack }, 120, { locale: 'zh-CN' })).toContain('不是内置练习')
    const { pack: _, ...silent } = report
    expect(rendered(silent, 120)).toContain('! the record does not say by whose exercises')
    expect(rendered(report, 120)).not.toContain('exercises')
  })

  it.each(names)('tells one failure in full, and of each other one line: %s', (name) => {
    const report = load(name)
    const text = rendered(report, 80, { all: false })
    const told = report.submissions.flatMap(({ checks }) =>
      checks.filter(({ status }) => status === 'failed' || status === 'errored'),
    )
    const titles = text.match(/^── .+ ─+$/gm) ?? []
    expect(titles.filter((line) => !line.startsWith('── types '))).toHaveLength(
      told.length > 0 ? 1 : 0,
    )
    // What gives no points may share a line, and its kind is named there.
    for (const { title, kind } of told.filter(({ maxScore }) => maxScore > 0)) {
      expect(text, kind).toContain(title)
    }
    const last = (title: string) => title.replace(/^.*: /, '')
    for (const { title } of told) expect(text).toContain(last(title))
    if (told.length > 1) expect(text).toContain('--all tells')
    expect(text.split('\n').length).toBeLessThanOrEqual(64)
  })

  it.each(['ex1-forum-numerator', 'ex2-max-form'])(
    'is short in both languages: %s',
    async (name) => {
      const parts = ['en', 'zh-CN'].map((locale) =>
        rendered(load(`${name}.json`), 80, { locale, all: false }),
      )
      await expect(parts.join('\n')).toMatchFileSnapshot(`golden-terminal/short/${name}.txt`)
    },
  )

  it('speaks Chinese', async () => {
    const report = load('ex1-forum-numerator.json')
    const text = rendered(report, 80, { locale: 'zh-CN' })
    await expect(text).toMatchFileSnapshot('golden-terminal/zh-cn.txt')
  })

  it.each(names)('keeps the reference’s formula to itself, which is the answer: %s', (name) => {
    const { submissions } = load(name)
    const proofs = submissions.flatMap(({ checks }) =>
      checks.flatMap(({ evidence }) => evidence.filter((item) => item.kind === 'proof')),
    )
    const lines = rendered(load(name), 120).split('\n')
    for (const { reference, formula } of proofs) {
      if (reference === formula || reference === undefined) continue
      expect(lines.filter((line) => line.trim().endsWith(`  ${reference}`))).toEqual([])
    }
  })

  it('says at a wrong derivative that it is the right one of a wrong function', () => {
    const text = rendered(load('ex1-right-derivative-of-wrong.json'), 80)
    const section = text.slice(text.indexOf('── dtanh: derivative'))
    expect(section).toContain('the right derivative of your tanh')
  })
})
