import { expect, it } from 'vitest'
import { chinese } from '../../src/messages/chinese.ts'
import { sourceFiles } from '../import-graph.ts'
import { NOT_TOLD, saidInSources } from './said.ts'

/** Programs, SQL, style sheets, and headings that sheets have. */
const CODE =
  /[{;]\s|^\s*(select|create|npm|export|const|throw|not ok)|^(last access|sis login id)|mlp-check lint|function reference|import \*/

const said = saidInSources().filter(({ text }) => !CODE.test(text))

it('finds what the sources say', () => {
  expect(said.length).toBeGreaterThan(900)
})

it.each(NOT_TOLD)('leaves out nothing that is not there: $files', ({ files }) => {
  expect(sourceFiles().filter((file) => files.test(file))).not.toEqual([])
})

it('is said in Chinese as well, all of it', () => {
  const unsaid = said.filter(({ text }) => !isKnown(text))
  const places = unsaid.map(({ file, line, text }) => `${file}:${line}: ${JSON.stringify(text)}`)
  expect(places, HOW).toEqual([])
})

const HOW = `These sentences are said in English alone. Either take each from the catalogue (src/messages, by say or speak), or write its Chinese into the file of src/messages/phrases that is named like its room, under the English with {1}, {2}, … for its gaps.`

/** By itself, or as a part of a longer sentence that joins several. */
function isKnown(text: string): boolean {
  const bare = text.trim()
  if (chinese.translate(bare) !== bare) return true
  const english = bare.replace(/<[^>]*>/g, '\n').split('\n')
  return english.every(
    (part) =>
      !/[a-z]{2,} [a-z]{2,}/.test(part) || /\p{Script=Han}/u.test(chinese.translate(part.trim())),
  )
}
