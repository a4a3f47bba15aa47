import { describe, expect, it } from 'vitest'
import { outdated, readManifest, strangersIn } from '../../src/site/site-folder.ts'

const version = 'v-0123456789abcdef'
const earlier = { files: [`${version}/page.js`, 'index.html', 'sw.js', 'embed.js'] }

describe('the folder of a site', () => {
  it('may be empty, or hold what a host wants beside a site', () => {
    expect(strangersIn([], undefined)).toEqual([])
    expect(strangersIn(['.git', '.nojekyll', 'CNAME'], undefined)).toEqual([])
  })

  it('may hold an earlier site, and what a run that was ended has left of one', () => {
    const names = ['site.json', 'index.html', 'sw.js', 'embed.js', version, 'v-fedcba9876543210']
    expect(strangersIn(names, earlier)).toEqual([])
    expect(outdated(names, '0123456789abcdef')).toEqual(['v-fedcba9876543210'])
  })

  it('holds nothing of anybody else', () => {
    expect(strangersIn(['index.html'], undefined)).toEqual(['index.html'])
    expect(strangersIn(['index.html', 'thesis.tex', 'v-2'], earlier)).toEqual(['thesis.tex', 'v-2'])
  })

  it('is known by its manifest alone', () => {
    expect(readManifest('{"site":"mlp-check","files":["index.html",7]}')).toEqual({
      files: ['index.html'],
    })
    for (const other of ['', 'null', '{}', '{"site":"other","files":[]}', '{"site":"mlp-check"}']) {
      expect(readManifest(other)).toBeUndefined()
    }
  })
})
