import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { globSync } from 'tinyglobby'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { checkKinds } from '../../src/checks/index.ts'
import { courseNames } from '../../src/cli/course-names.ts'
import { holdNames } from '../../src/course/hold-names.ts'
import { parseCourse } from '../../src/course/schema.ts'
import { builtInPack } from '../../src/pack/pack.ts'
import { parseExercise } from '../../src/pack/parse-exercise.ts'
import { scaffoldFiles } from '../../src/pack/scaffold/files.ts'
import { checkSchemas } from '../../src/pack/schema.ts'
import { packageRoot } from '../../src/package-root.ts'
import { ciFile, ciSystems } from '../../src/workspace/ci.ts'
import { exampleReport } from '../reporters/example-report.ts'

const root = packageRoot()
const blocks = globSync(['*.md', 'docs/**/*.md'], { cwd: root })
  .sort()
  .flatMap((path) =>
    [...readFileSync(join(root, path), 'utf8').matchAll(/^```ya?ml\n([\s\S]*?)^```/gm)].map(
      ([, text = ''], index) => [`${path}, block ${index + 1}`, text] as const,
    ),
  )

type Data = { readonly [key: string]: unknown }

/** What a block of YAML may be, by keys that only it has, and what reads it. */
const KINDS: {
  readonly [kind: string]: { readonly key: RegExp; readonly read: (data: Data) => void }
} = {
  course: {
    key: /^(visibility|late)$/,
    read: (data) => {
      const names = courseNames(builtInPack(), exampleReport())
      holdNames(parseCourse(data, 'course.yaml'), names, 'course.yaml')
    },
  },
  exercise: {
    key: /^functions$/,
    read: (data) => readExercise({ mistakes: [], ...checksFor(data), ...data }),
  },
  checks: {
    // A list of checks by themselves.
    key: /^0$/,
    read: (data) => {
      for (const check of Object.values(data) as Data[]) {
        const schema = checkSchemas(checkKinds)[String(check.kind)]
        expect(schema?.safeParse(check).success, JSON.stringify(check)).toBe(true)
      }
    },
  },
  equivalents: { key: /^equivalents$/, read: (data) => readExercise(data) },
  translations: { key: /^translations$/, read: (data) => readExercise(data) },
  solutions: { key: /^solutions$/, read: (data) => readExercise(data) },
  workflow: {
    key: /^steps$/,
    read: ({ steps }) => {
      const known = Object.keys(parse(readFileSync(join(root, 'action.yml'), 'utf8')).inputs)
      const ours = (steps as Data[]).filter(({ uses }) => String(uses).includes('mlp-check'))
      for (const step of ours) {
        for (const input of Object.keys(step.with ?? {})) expect(known).toContain(input)
      }
    },
  },
  caller: {
    key: /^jobs$/,
    read: ({ jobs }) => {
      const called = parse(readFileSync(join(root, '.github/workflows/grade.yml'), 'utf8'))
      const known = called.on.workflow_call.inputs as { [name: string]: { required?: boolean } }
      for (const job of Object.values(jobs as { [name: string]: Data })) {
        expect(job.uses).toMatch(/\/\.github\/workflows\/grade\.yml@[0-9a-f]{40}$/)
        const given = Object.keys(job.with ?? {})
        const required = Object.keys(known).filter((name) => known[name]?.required)
        expect(Object.keys(known)).toEqual(expect.arrayContaining(given))
        expect(given).toEqual(expect.arrayContaining(required))
      }
    },
  },
  compose: { key: /^services$/, read: () => {} },
  kubernetes: { key: /^apiVersion$/, read: () => {} },
}

/** A page shows the part that it explains; the scaffold has the rest. */
function readExercise(data: Data): void {
  const [spec] = scaffoldFiles('shown')
  const whole = { ...parse(spec?.text ?? ''), ...data }
  parseExercise(JSON.stringify(whole), 'exercise.yaml', { folder: 'shown', references: AFFINE })
}

const AFFINE = `export const affine = { summary: 'X W + b' }\n`

function checksFor({ checks, functions }: Data): Data {
  if (checks !== undefined) return {}
  const [name] = Object.keys(functions as Data)
  return { checks: [{ kind: 'value', function: name, points: 1 }] }
}

describe('a block of YAML in the docs', () => {
  it('is there', () => expect(blocks.length).toBeGreaterThan(5))

  it.each(blocks)(
    '%s is what it shows: the schema and the shipped exercises take it',
    (_, text) => {
      // Held by the tests of the workspace.
      if (ciSystems.some((system) => ciFile(system).text === text)) return
      const data = parse(text) as Data
      const kind = Object.values(KINDS).find(({ key }) =>
        Object.keys(data).some((name) => key.test(name)),
      )
      if (kind === undefined) throw new Error(`what is this? ${Object.keys(data).join(', ')}`)
      kind.read(data)
    },
  )
})
