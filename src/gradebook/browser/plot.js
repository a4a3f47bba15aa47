import { roundedLabel } from '../../plot/axis.ts'
import { mix, share } from '../../plot/share.ts'

import { say } from './element.js'

const SVG = 'http://www.w3.org/2000/svg'
const WIDTH = 640
const HEIGHT = 360
const EDGE = { left: 70, right: 16, top: 30, bottom: 34 }

/** The answers of one kind of failure over the reference. */
export function drawPlot({ title, variable, x, got, expected }) {
  const ys = [...got, ...expected].filter((y) => y !== null)
  const across = scale(Math.min(...x), Math.max(...x), EDGE.left, WIDTH - EDGE.right)
  const up = scale(Math.min(...ys), Math.max(...ys), HEIGHT - EDGE.bottom, EDGE.top)
  const picture = make('svg', {
    viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
    width: WIDTH,
    role: 'img',
    'aria-label': say('{1}. Solid: the answer; dashed: the reference.', title),
  })
  const path = (values, name) => make('path', { class: name, d: pathOf(x, values, across, up) })
  picture.append(
    make('path', {
      class: 'axis',
      d: `M${EDGE.left},${EDGE.top}V${HEIGHT - EDGE.bottom}H${WIDTH - EDGE.right}`,
    }),
    path(expected, 'expected'),
    path(got, 'got'),
    ...ends(across, (at) => ({ x: at, y: HEIGHT - 12, 'text-anchor': 'middle' })),
    ...ends(up, (at) => ({ x: EDGE.left - 6, y: at + 4, 'text-anchor': 'end' })),
    make('text', { x: WIDTH / 2, y: HEIGHT - 12, 'text-anchor': 'middle' }, variable),
    make('text', { x: EDGE.left, y: 18 }, say('solid: the answer; dashed: the reference')),
  )
  return picture
}

function scale(low, high, from, to) {
  const at = (value) => mix(from, to, share(value, low, high))
  return Object.assign(at, { low, high })
}

function ends(scaled, place) {
  return [scaled.low, scaled.high].map((value) =>
    make('text', place(scaled(value)), roundedLabel(value, 3)),
  )
}

/** Interrupted where there is no finite value. */
function pathOf(x, values, across, up) {
  let pen = 'M'
  return x
    .map((at, index) => {
      if (values[index] === null) {
        pen = 'M'
        return ''
      }
      const step = `${pen}${across(at).toFixed(1)},${up(values[index]).toFixed(1)}`
      pen = 'L'
      return step
    })
    .join('')
}

function make(name, attributes, text) {
  const made = document.createElementNS(SVG, name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  if (text !== undefined) made.textContent = text
  return made
}
