import { main } from '../../src/cli/main.ts'

export interface Ran {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs the command in this process, as in a pipe of 80 columns. */
export async function runCli(
  argv: readonly string[],
  { cwd, env = {}, columns = 80 }: { cwd: string; env?: Record<string, string>; columns?: number },
): Promise<Ran> {
  const written = { stdout: '', stderr: '' }
  const output = (name: 'stdout' | 'stderr') => ({
    write: (text: string) => {
      written[name] += text
    },
    isTTY: false,
    columns,
  })
  const code = await main(argv, {
    cwd,
    env,
    stdout: output('stdout'),
    stderr: output('stderr'),
  })
  return { code, ...written }
}
