import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { emptyFolder } from '../workspace/workspaces.ts'
import { runCli } from './run-cli.ts'

/** How one text arrives from editors and systems. */
const FORMS = {
  'with line feeds': (text: string) => Buffer.from(text),
  'with carriage returns and line feeds': (text: string) => Buffer.from(crlf(text)),
  'with a byte-order mark': (text: string) => Buffer.from(`\ufeff${text}`),
  'in UTF-16': (text: string) => Buffer.from(`\ufeff${crlf(text)}`, 'utf16le'),
  'in UTF-16, big end first': (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
}

const ANSWERS = {
  wrong: `// größer
export const tanh = (x: number) => Math.tanh(x)
export function dtanh(x: number) {
  return 1 - tanh(x)
}
`,
  throwing: `export const tanh = Math.tanh
export const dtanh = (x: number) => {
  if (x > 1) {
    throw new Error(\`too
large\`)
  }
  return 1 - Math.tanh(x) ** 2
}
`,
  broken: `export const tanh = Math.tanh
/* a comment
   of two lines */ export const dtanh = (x: number => x
`,
}

function crlf(text: string): string {
  return text.replaceAll('\n', '\r\n')
}

describe.each(Object.entries(ANSWERS))('the report of a %s answer', (_, text) => {
  it('is the same however the file was saved', async () => {
    const reports: unknown[] = []
    for (const form of Object.values(FORMS)) {
      const cwd = await emptyFolder()
      await writeFile(join(cwd, 'ex1.ts'), form(text))
      const { stdout } = await runCli(['ex1', '--reporter', 'json', '--no-cache'], { cwd })
      const { submissions } = JSON.parse(stdout)
      const [{ sha256: _hash, durationMs: _time, ...rest }] = submissions
      reports.push(rest)
    }
    for (const report of reports) expect(report).toEqual(reports[0])
  })
})

describe('a file beside the answers', () => {
  it.each(Object.entries(FORMS))('is read %s', async (_, form) => {
    const cwd = await emptyFolder()
    await writeFile(join(cwd, 'mlp-check.json'), form('{\n "language": "zh-CN"\n}\n'))
    await writeFile(join(cwd, 'pairs.json'), form('[{ "a": "x + x",\n "b": "2 * x" }]'))
    await writeFile(join(cwd, 'course.yaml'), form('# größer\ncourse: d2l\n'))
    const { stdout } = await runCli(['prove', '--file', 'pairs.json'], { cwd })
    expect(stdout).toBe('1  equal\n')
    await writeFile(join(cwd, 'ex1.ts'), ANSWERS.wrong)
    const { stdout: chinese } = await runCli(['ex1'], { cwd })
    expect(chinese).toContain('应为')
  })
})
