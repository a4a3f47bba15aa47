import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { globSync } from 'tinyglobby'
import { describe, expect, it } from 'vitest'
import { commands } from '../../src/cli/commands/index.ts'
import { packageRoot } from '../../src/package-root.ts'
import { callsIn, faultsOf, optionsOf } from './commands.ts'
import { deadEnd, readPage } from './page.ts'

const root = packageRoot()
const paths = globSync(['*.md', 'docs/**/*.md', '.github/**/*.md', 'exercises/*/README.md'], {
  cwd: root,
  dot: true,
}).sort()
const pages = paths.map(readPage)

/** Ids, folders and bare names of the shipped exercises, as `mlp-check list` knows them. */
const exercises = readdirSync(join(root, 'exercises')).flatMap((folder) => {
  const [, number, name = folder] = /^ex0*(\d+)-(.+)$/.exec(folder) ?? []
  return number === undefined ? [folder] : [folder, name, `ex${number}`, number]
})

/** Options of other programs that sentences name by themselves, each with its program. */
const OF_OTHERS: Readonly<Record<string, string>> = {
  '--ignore-scripts': 'npm',
  '--exact': 'npm',
}

const allOptions = new Set(Object.keys(commands).flatMap((name) => [...optionsOf(name)]))

describe.each(pages.map((page) => [page.path, page] as const))('%s', (_, page) => {
  it('links to what is there', () => {
    const dead = page.links.flatMap((link) => {
      const why = deadEnd(page, link)
      return why === undefined ? [] : [`${link}: ${why}`]
    })
    expect(dead).toEqual([])
  })

  it('names commands and options that exist', () => {
    const calls = [...page.blocks, ...page.spans].flatMap(callsIn)
    const faults = calls.flatMap((words) =>
      faultsOf(words, exercises).map((fault) => `mlp-check ${words.join(' ')}: ${fault}`),
    )
    expect(faults).toEqual([])
  })

  it('names options that some command has', () => {
    const named = page.spans.flatMap((span) => /^--[a-z][a-z-]*/.exec(span)?.[0] ?? [])
    expect(named.filter((name) => !allOptions.has(name) && !OF_OTHERS[name])).toEqual([])
  })

  it('starts scripts and files that are there', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    const code = [...page.blocks, ...page.spans].join('\n')
    const npm = [...code.matchAll(/\bnpm (?:run ([\w-]+)|(test|start)\b)/g)].map(
      ([, own, usual]) => own ?? usual ?? '',
    )
    expect(npm.filter((name) => !Object.hasOwn(scripts, name))).toEqual([])
    const files = [...code.matchAll(/\bnode ((?:scripts|bench|bin)\/[\w./-]+)/g)].map(
      ([, file = '']) => file,
    )
    expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([])
  })
})

describe('the reader of pages', () => {
  it('really looks', () => {
    const calls = pages.flatMap(({ blocks, spans }) => [...blocks, ...spans].flatMap(callsIn))
    expect(calls.length).toBeGreaterThan(40)
    expect(pages.flatMap(({ links }) => links).length).toBeGreaterThan(100)
  })

  it('finds calls, and what is wrong with them', () => {
    const code = 'cd x && mlp-check ex1 \\\n  --onyl f | tee out\nnpx mlp-check chekc ex1 # --no'
    expect(callsIn(code)).toEqual([
      ['ex1', '--onyl', 'f'],
      ['chekc', 'ex1'],
    ])
    expect(callsIn('$ mlp-check ex1\nmlp-check judges answers')).toEqual([['ex1']])
    expect(faultsOf(['ex1', '--onyl', 'f'], exercises)).toEqual(['there is no --onyl'])
    expect(faultsOf(['chekc', 'ex1'], exercises)).toEqual([
      'there is no command and no exercise chekc',
    ])
  })

  it('sees a link that leads nowhere', () => {
    const page = readPage('README.md')
    expect(deadEnd(page, 'docs/none.md')).toBe('docs/none.md is not there')
    expect(deadEnd(page, 'docs/security.md#none')).toBe('docs/security.md has no heading #none')
    expect(deadEnd(page, '#for-students')).toBeUndefined()
  })
})
