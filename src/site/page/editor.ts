import {
  autocompletion,
  type Completion,
  type CompletionContext,
  closeBrackets,
  closeBracketsKeymap,
  completeFromList,
  completionKeymap,
  ifIn,
  ifNotIn,
} from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands'
import { javascript, typescriptLanguage } from '@codemirror/lang-javascript'
import { bracketMatching, indentOnInput, syntaxHighlighting } from '@codemirror/language'
import { type Diagnostic, lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint'
import { EditorState } from '@codemirror/state'
import { drawSelection, EditorView, keymap, lineNumbers } from '@codemirror/view'
import type { ExerciseText } from '../course-data.ts'
import { HIGHLIGHTS, THEME } from './editor-theme.ts'

/** A place that the report speaks of. Lines and columns count from 1. */
export interface EditorMark {
  readonly line: number
  readonly column: number
  readonly endColumn?: number
  readonly severity: 'error' | 'warning'
  readonly message: string
}

export interface Editor {
  readonly element: HTMLElement
  readonly text: () => string
  readonly replace: (text: string) => void
  readonly mark: (marks: readonly EditorMark[]) => void
  readonly goTo: (line: number, column: number) => void
  readonly close: () => void
}

export interface EditorInput {
  readonly text: string
  readonly label: string
  readonly functions: ExerciseText['functions']
  readonly onChange: (text: string) => void
}

/**
 * The editor stands in a shadow root: there its styles are sheets that the page's policy knows, and
 * need no `unsafe-inline`.
 */
export function openEditor({ text, label, functions, onChange }: EditorInput): Editor {
  const element = document.createElement('div')
  element.className = 'editor'
  const root = element.attachShadow({ mode: 'open' })
  const listener = EditorView.updateListener.of((update) => {
    if (update.docChanged) onChange(update.state.doc.toString())
  })
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(),
        lintGutter(),
        history(),
        drawSelection(),
        indentOnInput(),
        bracketMatching(),
        closeBrackets(),
        EditorView.lineWrapping,
        autocompletion({ icons: false }),
        javascript({ typescript: true }),
        typescriptLanguage.data.of({ autocomplete: completions(functions) }),
        syntaxHighlighting(HIGHLIGHTS),
        THEME,
        EditorView.contentAttributes.of({
          'aria-label': label,
          'aria-describedby': 'editor-keys',
          autocapitalize: 'off',
        }),
        keymap.of([
          ...closeBracketsKeymap,
          ...defaultKeymap,
          ...historyKeymap,
          ...completionKeymap,
          ...lintKeymap,
          indentWithTab,
        ]),
        listener,
      ],
    }),
  })
  return {
    element,
    text: () => view.state.doc.toString(),
    replace: (whole) =>
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: whole } }),
    mark: (marks) =>
      view.dispatch(
        setDiagnostics(
          view.state,
          marks.flatMap((mark) => diagnosticOf(mark, view.state)),
        ),
      ),
    goTo: (line, column) => {
      const anchor = offsetOf(view.state, line, column)
      view.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor) })
      view.focus()
    },
    close: () => view.destroy(),
  }
}

function diagnosticOf(mark: EditorMark, state: EditorState): Diagnostic[] {
  const { line, column, endColumn = column + 1, severity, message } = mark
  if (line > state.doc.lines) return []
  const [from, to] = [offsetOf(state, line, column), offsetOf(state, line, endColumn)]
  return [{ from, to: Math.max(from, to), severity, message }]
}

/** Within the text, whatever the report says. */
function offsetOf(state: EditorState, line: number, column: number): number {
  const { from, to } = state.doc.line(Math.min(Math.max(1, line), state.doc.lines))
  return Math.min(to, from + Math.max(0, column - 1))
}

const NOWHERE = ['String', 'LineComment', 'BlockComment', 'TemplateString']

/** The exercise's own names everywhere, and the members of Math behind its dot. */
function completions(functions: ExerciseText['functions']) {
  const own = functions.map(
    ({ name, signature, summary }): Completion => ({
      label: name,
      type: 'function',
      detail: signature,
      info: summary,
    }),
  )
  const names = [...own, { label: 'Math', type: 'namespace' }, { label: 'Number.NaN' }]
  const byName = ifNotIn(NOWHERE, completeFromList(names))
  const inMath = ifIn(['MemberExpression', '.'], completeFromList(MATH))
  return (context: CompletionContext) =>
    context.matchBefore(/Math\.\w*$/) ? inMath(context) : byName(context)
}

const MATH: readonly Completion[] = Object.getOwnPropertyNames(Math).map((label) => ({ label }))
