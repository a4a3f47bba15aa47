import type { RunReport } from '../../report/report.ts'

/** Whether this is one exercise within somebody else's page: embed.ts asks for that. */
export function isEmbedded(): boolean {
  return new URLSearchParams(location.search).has('embed')
}

/** The page around makes as much room as is needed. */
export function tellSize(): void {
  const size = new ResizeObserver(() => {
    const { scrollHeight: height } = document.documentElement
    window.parent.postMessage({ mlpCheck: 'size', height }, '*')
  })
  size.observe(document.body)
}

/** The page around hears how it went, and nothing of the answer. */
export function tellVerdict({ submissions: [submission] }: RunReport): void {
  if (!isEmbedded() || submission === undefined) return
  const { exercise, status, score, maxScore } = submission
  window.parent.postMessage({ mlpCheck: 'verdict', exercise, status, score, maxScore }, '*')
}
