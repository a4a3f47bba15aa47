import { main } from '../../src/cli/main.ts'

/** The command line, as the shell sees it. */
export async function mlpCheck(cwd: string, ...argv: string[]) {
  let stdout = ''
  let stderr = ''
  const output = (write: (text: string) => void) => ({ write, isTTY: false, columns: 80 })
  const code = await main(argv, {
    cwd,
    env: { ...process.env, NO_COLOR: '1' },
    stdout: output((text) => {
      stdout += text
    }),
    stderr: output((text) => {
      stderr += text
    }),
  })
  return { code, stdout, stderr }
}
