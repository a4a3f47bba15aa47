import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { packageRoot } from '../../src/package-root.ts'
import { emptyFolder } from '../workspace/workspaces.ts'
import { needingTerminal, openTerminal, type TerminalSession } from './terminal-session.ts'

const solutions = join(packageRoot(), 'solutions')

/** What a newcomer did and saw, in order: kept as a golden file, and the README's pictures. */
class Recording {
  readonly #parts: string[] = []

  did(what: string): void {
    this.#parts.push(`>>> ${what}`)
  }

  saw(screen: string): void {
    const lines = withoutLaterExercises(screen).trim().split('\n')
    this.#parts.push(lines.map((line) => `    ${line.trimEnd()}`.trimEnd()).join('\n'))
  }

  text(): string {
    return `${this.#parts.join('\n\n')}\n`
  }
}

/** A new exercise changes nothing here: those after ex4 are left out, and not counted. */
function withoutLaterExercises(screen: string): string {
  return (
    screen
      .replace(/(?:^ {2}· (?!ex[1-4] ).*\n)+/gm, '  …\n')
      // Which backend grades depends on what the machine has; the verdicts do not.
      .replace(/tfjs-node (?=\d)/g, 'tfjs ')
      .replace(/of \d+ exercises/, 'of … exercises')
      .replace(/Created \d+ files/, 'Created … files')
  )
}

async function runOnce(argv: readonly string[], cwd: string, recording: Recording): Promise<void> {
  recording.did(['mlp-check', ...argv].join(' '))
  const terminal = openTerminal(argv, { cwd })
  expect(await terminal.ended).toBe(0)
  recording.saw(terminal.screen())
}

needingTerminal().describe('the first use', () => {
  it('goes from nothing to three passed exercises, with two wrong attempts', async () => {
    const recording = new Recording()
    const root = await emptyFolder()
    await runOnce(['init'], root, recording)
    await runOnce([], root, recording)
    recording.did('mlp-check watch')
    const terminal = openTerminal(['watch'], { cwd: root })
    recording.saw(await terminal.until(/q quit/))
    const save = saver({ root, terminal, recording })
    await save('ex01-tanh', 'mistakes/forum-numerator.ts', /not yet[\s\S]*q quit/)
    recording.did('h')
    terminal.type('h')
    recording.saw(lastPart(await terminal.until(/hint 1 of 3[\s\S]*q quit/), /ex1, hint/))
    await save('ex01-tanh', 'solution.ts', /ex1 has passed[\s\S]*q quit/)
    await press('n', /ex02-prelu.ts[\s\S]*q quit/, { terminal, recording })
    await save('ex02-prelu', 'mistakes/slope-lost.ts', /not yet[\s\S]*q quit/)
    await save('ex02-prelu', 'solution.ts', /ex2 has passed[\s\S]*q quit/)
    await press('n', /ex03-composition.ts[\s\S]*q quit/, { terminal, recording })
    await save('ex03-composition', 'solution.ts', /ex3 has passed[\s\S]*q quit/)
    recording.did('q')
    terminal.type('q')
    expect(await terminal.ended).toBe(0)
    await runOnce([], root, recording)
    await expect(recording.text()).toMatchFileSnapshot('golden/first-use.txt')
  })
})

interface Desk {
  readonly root: string
  readonly terminal: TerminalSession
  readonly recording: Recording
}

function saver({ root, terminal, recording }: Desk) {
  return async (folder: string, from: string, outcome: RegExp) => {
    const text = await readFile(join(solutions, folder, from), 'utf8')
    recording.did(`saved src/${folder}.ts:\n\n${text.trim().replace(/^(?=.)/gm, '        ')}`)
    await writeFile(join(root, 'src', `${folder}.ts`), text)
    recording.saw(await terminal.until(outcome))
  }
}

async function press(key: string, outcome: RegExp, { terminal, recording }: Omit<Desk, 'root'>) {
  recording.did(key)
  terminal.type(key)
  recording.saw(await terminal.until(outcome))
}

/** What was added to a screen that is otherwise the same. */
function lastPart(screen: string, start: RegExp): string {
  return screen.slice(screen.search(start))
}
