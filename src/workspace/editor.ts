import type { Locale } from '../messages/catalogue.ts'
import { translate } from '../messages/languages.ts'
import { PROBLEM_PATTERN } from '../text/problem-matcher.ts'
import type { PlannedFile } from './planned-file.ts'

/**
 * Tasks of Visual Studio Code and what follows it. `mlp-check watch --reporter gcc` goes on for as
 * long as the folder is open; the two background patterns are the marks around what each save says.
 */
export function editorTasks(locale: Locale): PlannedFile {
  const task = {
    label: 'mlp-check',
    detail: translate('Judge what you save, and show what is wrong beside its line', locale),
    type: 'shell',
    command: 'mlp-check',
    args: ['watch', '--reporter', 'gcc'],
    isBackground: true,
    group: { kind: 'build', isDefault: true },
    presentation: { reveal: 'silent', panel: 'dedicated' },
    problemMatcher: {
      owner: 'mlp-check',
      source: 'mlp-check',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: a variable of the editor
      fileLocation: ['autoDetect', '${workspaceFolder}'],
      pattern: PROBLEM_PATTERN,
      background: {
        activeOnStart: true,
        beginsPattern: '^mlp-check > ',
        endsPattern: '^mlp-check < ',
      },
    },
  }
  const text = `${JSON.stringify({ version: '2.0.0', tasks: [task] }, null, 2)}\n`
  return { path: '.vscode/tasks.json', text }
}
