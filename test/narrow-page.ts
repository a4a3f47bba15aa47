import type { Page } from 'playwright-core'

/**
 * What of a page does not fit its window, as `element: text`: whatever ends beyond the right edge and
 * is in nothing that scrolls, a label that leaves its picture, and a word of a table that its column
 * is too narrow for. What the page hides from the eye, left of the window, is no fault.
 */
export function misfitsOf(view: Page): Promise<string[]> {
  return view.evaluate(`(${inPage})()`)
}

// Read as text: it runs in the browser, of which this program knows no types.
const inPage = `() => {
  const misfits = []
  const tell = (element, why) =>
    misfits.push(why + ' ' + element.tagName + ': ' + element.textContent.trim().slice(0, 40))
  const scrolls = (element) =>
    element !== null && (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement))
  for (const element of document.querySelectorAll('body *')) {
    const { right, width } = element.getBoundingClientRect()
    if (width > 0 && right > innerWidth + 0.5 && !scrolls(element.parentElement)) tell(element, 'beyond')
  }
  for (const label of document.querySelectorAll('svg text')) {
    const edge = label.ownerSVGElement.getBoundingClientRect().right
    if (label.getBoundingClientRect().right > edge + 0.5) tell(label, 'out of its picture')
  }
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
    if (text.parentElement.closest('th, td') === null) continue
    for (const { 0: word, index } of text.data.matchAll(/(?<![^\\s(])[a-z]{2,12}(?![^\\s.,:;)])/gi)) {
      const range = document.createRange()
      range.setStart(text, index)
      range.setEnd(text, index + word.length)
      const tops = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)))
      if (tops.size > 1) tell(text.parentElement, 'broken')
    }
  }
  return misfits
}`
