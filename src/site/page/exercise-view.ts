import { SIGNS } from '../../messages/signs.ts'
import { answerOf } from '../../progress/saved-work.ts'
import { decodeScalar, type RunReport } from '../../report/report.ts'
import { inLanguage } from '../../reporters/in-language.ts'
import type { ExerciseText } from '../course-data.ts'
import { actionsView } from './actions-view.ts'
import { button, el } from './dom.ts'
import { openEditor } from './editor.ts'
import { marksOf } from './editor-marks.ts'
import { tellVerdict } from './embedded.ts'
import { hintsView } from './hints-view.ts'
import { replaceKeepingOpen } from './keep-open.ts'
import { linkedNotice } from './linked-notice.ts'
import { nextLink } from './next-link.ts'
import { plotView } from './plot-view.ts'
import { proofsView } from './proofs-view.ts'
import { questionView } from './question-view.ts'
import { solutionsView } from './solutions-view.ts'
import type { Surroundings } from './surroundings.ts'
import { typingJudge } from './typing-judge.ts'
import { verdictDetails, verdictLine } from './verdict-view.ts'
import { withAnswer, withJudgement } from './work.ts'

export interface ExerciseView {
  readonly element: HTMLElement
  readonly close: () => void
}

/** One exercise: the question, the answer as it is typed, and all that can be said of it. */
export function exerciseView(
  text: ExerciseText,
  /** An answer that came with a link: shown, and kept only where somebody says so. */
  linked: string | undefined,
  surroundings: Surroundings,
): ExerciseView {
  const { speech, work, keep, grader, tell } = surroundings
  const { speak } = speech
  const { id, starter, functions } = text
  let isOwn = linked === undefined
  let last: RunReport | undefined

  const line = el('p', { class: 'line', role: 'status' })
  const busy = el('span', { class: 'busy', 'aria-hidden': 'true' })
  const [details, plots, proofs, solutions] = [el('div'), el('div'), el('div'), el('div')]
  const next = el('p', { class: 'next' })
  const verdict = el(
    'section',
    { class: 'verdict' },
    el('h2', { class: 'unseen' }, speak('page.verdict')),
    el('div', { class: 'verdict-line' }, line, busy),
    next,
    details,
  )

  const judge = typingJudge<RunReport>({
    judge: async (source, signal) =>
      grader().grade({ exercise: id, source, locale: speech.locale, signal }),
    onStart: () => {
      busy.textContent = speak(last === undefined ? 'page.loading' : 'page.judging')
    },
    onVerdict: (report, source, signal) => {
      last = report
      isJudged()
      showVerdict(report)
      void showPlot(source, parametersOf(report), signal)
    },
    onFault: (error) => {
      const problem = error instanceof Error ? error.message : String(error)
      isJudged()
      line.replaceChildren(speak('page.failed', { problem }))
    },
  })

  const editor = openEditor({
    text: linked ?? answerOf(work(), id) ?? starter,
    label: speak('page.editor', { exercise: id }),
    functions,
    onChange: (source) => {
      keepOwn(source)
      verdict.classList.add('stale')
      judgeIfBegun(source, judge.typed)
    },
  })

  function keepOwn(source: string): void {
    if (isOwn) keep(withAnswer(work(), id, source === starter ? undefined : source))
  }

  function isJudged(): void {
    busy.textContent = ''
    verdict.classList.remove('stale')
  }

  function judgeIfBegun(source: string, how: (source: string) => unknown): void {
    if (source !== starter) return void how(source)
    judge.stop()
    last = undefined
    isJudged()
    line.replaceChildren(speak('page.empty'))
    for (const part of [next, details, plots, proofs, solutions]) part.replaceChildren()
    editor.mark([])
  }

  function showVerdict(report: RunReport): void {
    const spoken = inLanguage(report, speech.locale)
    const [submission] = spoken.submissions
    if (submission === undefined) return
    if (isOwn) keep(withJudgement(work(), submission))
    line.replaceChildren(verdictLine(submission, speech))
    replaceKeepingOpen(details, verdictDetails(submission, speech, editor.goTo))
    proofs.replaceChildren(...proofsView(submission, speech))
    editor.mark(marksOf(spoken))
    tellVerdict(report)
    const passed = submission.status === 'passed'
    next.replaceChildren(...(passed ? nextLink(id, surroundings) : []))
    if (passed) void showSolutions()
    else solutions.replaceChildren()
  }

  async function showPlot(
    source: string,
    parameters: ReturnType<typeof parametersOf>,
    signal: AbortSignal,
  ): Promise<void> {
    const { locale } = speech
    const request = { exercise: id, source, locale, parameters, signal }
    const comparison = await grader()
      .sample(request)
      .catch(() => undefined)
    if (signal.aborted) return
    const room = plots.clientWidth || element.clientWidth
    const shown = comparison && [
      el('h2', {}, speak('page.plot')),
      plotView(comparison, speech, room),
    ]
    plots.replaceChildren(...(shown ?? []))
  }

  async function showSolutions(): Promise<void> {
    if (solutions.childElementCount > 0) return
    const found = await grader()
      .solutions(id)
      .catch(() => [])
    solutions.replaceChildren(...solutionsView(found, speech))
  }

  function startOver(): void {
    const before = editor.text()
    if (before === starter) return
    editor.replace(starter)
    const undo = button(speak('page.undo'), () => editor.replace(before))
    tell(speak('page.started-over'), undo)
  }

  /** From here on the text is one's own. */
  function settle(source: string): void {
    isOwn = true
    history.replaceState(null, '', `#${encodeURIComponent(id)}`)
    editor.replace(source)
    keepOwn(source)
    judgeIfBegun(source, judge.now)
  }

  const notice = linkedNotice(speech, {
    use: () => settle(editor.text()),
    leave: () => settle(answerOf(work(), id) ?? starter),
  })
  const answer = { id, source: editor.text, report: () => last, startOver }
  const element = el(
    'article',
    {},
    el(
      'h1',
      {},
      `${id}${SIGNS[speech.locale].colon}`,
      el('span', { lang: text.language }, text.title),
    ),
    el(
      'div',
      { class: 'columns' },
      el('div', {}, questionView(text, surroundings), hintsView(text, surroundings)),
      el(
        'div',
        {},
        isOwn ? undefined : notice,
        el('h2', {}, speak('page.answer')),
        editor.element,
        el('p', { id: 'editor-keys', class: 'quiet small' }, speak('page.editor-keys')),
        verdict,
        plots,
        proofs,
        solutions,
        actionsView(answer, surroundings),
      ),
    ),
  )

  judgeIfBegun(editor.text(), judge.now)
  return {
    element,
    close: () => {
      judge.stop()
      editor.close()
    },
  }
}

/** Of the first failure that was drawn for some: there the two curves part. */
function parametersOf({ submissions: [submission] }: RunReport): { [name: string]: number } {
  const evidence = submission?.checks.flatMap((check) => check.evidence) ?? []
  const curve = evidence.find((item) => item.kind === 'curve')
  const values = Object.entries(curve?.parameters ?? {})
  return Object.fromEntries(values.map(([name, value]) => [name, decodeScalar(value)]))
}
