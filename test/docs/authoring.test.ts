import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { checkKinds } from '../../src/checks/index.ts'
import { checkSchemas } from '../../src/pack/schema.ts'
import { packageRoot } from '../../src/package-root.ts'
import { authoringTables } from './authoring-tables.ts'
import { kindExamples } from './kind-examples.ts'

const file = join(packageRoot(), 'docs/authoring.md')

/** What stands between the two comments of a table. */
const block = (name: string) =>
  new RegExp(`(?<=<!-- ${name}: generated -->\\n)[\\s\\S]*?(?=<!-- /${name} -->)`)

describe('docs/authoring.md', () => {
  it.each(Object.entries(authoringTables()))(
    'has the table %s as the code has it',
    (name, table) => {
      const page = readFileSync(file, 'utf8')
      expect(block(name).test(page), `a place for ${name}`).toBe(true)
      if (process.env.WRITE_TABLES) {
        writeFileSync(
          file,
          page.replace(block(name), () => `\n${table}\n`),
        )
      } else {
        const how = 'write it: WRITE_TABLES=1 npx vitest run test/docs/authoring.test.ts'
        expect(block(name).exec(page)?.[0], how).toBe(`\n${table}\n`)
      }
    },
  )

  it.each(Object.entries(kindExamples))(
    'has an example of %s that a spec may hold',
    (kind, { yaml }) => {
      const [check] = parse(yaml)
      expect(check.kind).toBe(kind)
      expect(checkSchemas(checkKinds)[kind]?.safeParse(check).error).toBeUndefined()
    },
  )
})

describe('docs/cookbook.md', () => {
  const page = readFileSync(join(packageRoot(), 'docs/cookbook.md'), 'utf8')
  const links = [...page.matchAll(/\]\(\.\.\/packs\/d2l-more\/exercises\/([\w-]+)\/\)/g)]

  it('walks through at least ten exercises that are there', () => {
    const names = new Set(links.map(([, name]) => name))
    expect(names.size).toBeGreaterThanOrEqual(10)
    for (const name of names) {
      const spec = readFileSync(
        join(packageRoot(), `packs/d2l-more/exercises/${name}/exercise.yaml`),
        'utf8',
      )
      expect(spec).toContain(`id: ${name}`)
    }
  })

  it('quotes what stands in them', () => {
    const quoted = [...page.matchAll(/^```(?:yaml|ts) ([\w-]+)\/([\w.]+)\n([\s\S]*?)^```$/gm)]
    expect(quoted.length).toBeGreaterThanOrEqual(5)
    for (const [, name, path, text = ''] of quoted) {
      const whole = readFileSync(
        join(packageRoot(), `packs/d2l-more/exercises/${name}/${path}`),
        'utf8',
      )
      expect(whole.replace(/^\s+/gm, '')).toContain(text.replace(/^\s+/gm, ''))
    }
  })
})
