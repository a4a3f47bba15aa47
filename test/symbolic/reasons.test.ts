import { expect, it } from 'vitest'
import { REASONS } from '../../src/symbolic/runtime/reasons.ts'
import { catalogues } from '../catalogues.ts'

it.each(Object.entries(catalogues))('says every reason in %s', (_, sentences) => {
  const said = Object.keys(sentences).filter((id) => id.startsWith('not-followed.'))
  const places = ['not-followed.at-line', 'not-followed.in-file']
  expect(said.sort()).toEqual(
    [...REASONS.map((reason) => `not-followed.${reason}`), ...places].sort(),
  )
})
