import type { CompileContext, HtmlExtension } from 'micromark-util-types'
import { latexLine, latexLines } from './latex.ts'

/** Formulas as the same Unicode that a terminal shows: the page needs no fonts and no script. */
export const mathHtml: HtmlExtension = {
  enter: {
    mathFlow() {
      this.lineEndingIfNeeded()
    },
    mathFlowFenceMeta() {
      this.buffer()
    },
    mathText() {
      this.buffer()
    },
  },
  exit: {
    mathFlow() {
      const lines = latexLines(this.resume().trim(), Infinity).join('\n')
      this.setData('mathFlowOpen')
      element(this, 'pre', `${lines}\n`)
    },
    mathFlowFence() {
      // After the first fence comes the formula.
      if (!this.getData('mathFlowOpen')) {
        this.setData('mathFlowOpen', true)
        this.buffer()
        this.setData('slurpOneLineEnding', true)
      }
    },
    mathFlowFenceMeta() {
      this.resume()
    },
    mathFlowValue(token) {
      this.raw(this.sliceSerialize(token))
    },
    mathText() {
      element(this, 'code', latexLine(this.resume()))
    },
    mathTextData(token) {
      this.raw(this.sliceSerialize(token))
    },
  },
}

function element(context: CompileContext, name: string, text: string): void {
  context.tag(`<${name}>`)
  context.raw(context.encode(text))
  context.tag(`</${name}>`)
}
