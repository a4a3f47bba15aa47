import { type Drawing, sampleAnswer } from '../drawing/sample-answer.ts'
import { comparisonPlot } from '../plot/comparison.ts'
import type { Plot } from '../plot/plot.ts'
import { plotWords } from '../reporters/plot-words.ts'
import type { Fault } from '../session.ts'

/** The student's functions over their references, as a picture. */
export async function drawAnswer(
  drawing: Drawing,
  tools: Parameters<typeof sampleAnswer>[1],
): Promise<Plot | Fault> {
  const comparison = await sampleAnswer(drawing, tools)
  return 'kind' in comparison ? comparison : comparisonPlot(comparison, plotWords(tools.speak))
}
