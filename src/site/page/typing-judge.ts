/** How long somebody has to rest before what was typed is judged. */
const REST = 300

export interface Judging<Verdict> {
  readonly judge: (source: string, signal: AbortSignal) => Promise<Verdict>
  readonly onStart: () => void
  /** The signal stays good for whatever else is asked about this text. */
  readonly onVerdict: (verdict: Verdict, source: string, signal: AbortSignal) => void
  readonly onFault: (error: unknown) => void
}

export interface TypingJudge {
  /** Judges once nobody has typed for a while; whatever is being judged is given up. */
  readonly typed: (source: string) => void
  readonly now: (source: string) => Promise<void>
  readonly stop: () => void
}

/** Judges what is typed: at most one run at a time, and only the last one has a word. */
export function typingJudge<Verdict>(judging: Judging<Verdict>): TypingJudge {
  let timer: ReturnType<typeof setTimeout> | undefined
  let running = new AbortController()

  const stop = () => {
    clearTimeout(timer)
    running.abort()
  }
  const now = async (source: string) => {
    stop()
    running = new AbortController()
    const { signal } = running
    judging.onStart()
    try {
      const verdict = await judging.judge(source, signal)
      if (!signal.aborted) judging.onVerdict(verdict, source, signal)
    } catch (error) {
      if (!signal.aborted) judging.onFault(error)
    }
  }
  return {
    stop,
    now,
    typed: (source) => {
      stop()
      timer = setTimeout(() => void now(source), REST)
    },
  }
}
