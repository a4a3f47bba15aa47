/**
 * chalk without its own look at the terminal: every level is asked for (src/cli/color.ts), and to look
 * loads Node's terminals and sockets in every run.
 */
export function plainChalk() {
  const id = '\0plain-chalk'
  return {
    name: 'plain-chalk',
    resolveId: (asked) => (asked === '#supports-color' ? id : null),
    load: (asked) => (asked === id ? 'export default { stdout: false, stderr: false }' : null),
  }
}
