import { readFileSync, writeFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../../src/package-root.ts'
import { floorsOf } from '../graph.ts'
import { roomGraph } from '../rooms.ts'
import { roomsDrawing } from './rooms-drawing.ts'

const file = join(packageRoot(), 'docs/architecture.md')
const page = readFileSync(file, 'utf8')
const DRAWING = /(?<=<!-- rooms: drawn from the imports -->\n)[\s\S]*?(?=<!-- \/rooms -->)/

describe('docs/architecture.md', () => {
  it('draws the rooms as the imports have them', () => {
    const drawing = roomsDrawing(roomGraph())
    if (process.env.DRAW_ROOMS) writeFileSync(file, page.replace(DRAWING, drawing))
    else {
      const how = 'redraw it: DRAW_ROOMS=1 npx vitest run test/docs/architecture.test.ts'
      expect(DRAWING.exec(page)?.[0], how).toBe(drawing)
    }
  })

  it('has one sentence for each room, from the ground up', () => {
    const floors = floorsOf(roomGraph())
    const rows = [...page.matchAll(/^\| `([\w-]+)` \| (.+) \|$/gm)].map(([, room = '']) => room)
    expect([...rows].sort()).toEqual([...floors.keys()].sort())
    expect(rows.map((room) => floors.get(room))).toEqual(
      rows.map((room) => floors.get(room) ?? 0).sort((a, b) => a - b),
    )
  })

  const steps = [...page.matchAll(/`([\w]+)`(?: \(|, )\[([\w./-]+)\]\(([^)]+)\)/g)]

  it('names the functions on the way of a submission', () => {
    expect(steps.length).toBeGreaterThan(35)
  })

  it.each(steps.map(([, name = '', , path = '']) => [name, posix.join('docs', path)]))(
    '%s is in %s',
    (name, path) => {
      const text = readFileSync(join(packageRoot(), path), 'utf8')
      expect(text).toMatch(new RegExp(`\\b(?:function|class|const) ${name}\\b`))
    },
  )

  it('names each link by the end of its path', () => {
    for (const [, , shown = '', path = ''] of steps) expect(path.endsWith(`/${shown}`)).toBe(true)
  })
})
