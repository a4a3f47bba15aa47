import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { builtInPack } from '../../src/pack/pack.ts'
import { afterJudgement, type WorkspaceState } from '../../src/progress/remembered.ts'
import type { SubmissionReport } from '../../src/report/report.ts'
import { fileFacts } from '../../src/workspace/files.ts'
import { planWorkspace, writeWorkspace } from '../../src/workspace/init.ts'
import { type FileFacts, nextOpen, progressOf } from '../../src/workspace/progress.ts'
import { readState, stateFile, updateState } from '../../src/workspace/state.ts'
import { emptyFolder } from './workspaces.ts'

const pack = builtInPack()
const entries = pack.entries.slice(0, 3)
const [first, second, third] = entries.map(({ id }) => id) as [string, string, string]

function verdict(status: 'passed' | 'failed', sha256: string): SubmissionReport {
  return { status, sha256 } as SubmissionReport
}

describe('progress', () => {
  it('tells passed, failed, changed and untouched apart', () => {
    const state: WorkspaceState = {
      version: 1,
      exercises: {
        [first]: { status: 'passed', sha256: 'a', attempts: 2, hints: 0 },
        [second]: { status: 'failed', sha256: 'b', attempts: 1, hints: 1 },
      },
    }
    const files = new Map([
      [first, { sha256: 'a', starter: false }],
      [second, { sha256: 'b', starter: false }],
      [third, { sha256: 'c', starter: true }],
    ])
    const progress = progressOf(entries, state, files)
    expect(progress.rows.map(({ status }) => status)).toEqual(['passed', 'failed', 'untouched'])
    expect(progress.passed).toBe(1)
    const edited = new Map([...files, [first, { sha256: 'z', starter: false }] as const])
    expect(progressOf(entries, state, edited).rows[0]?.status).toBe('changed')
  })

  it('names the first that is open, and asks of no file that had not passed', async () => {
    const hash = fc.constantFrom('a', 'b')
    const judged = fc.record({
      status: fc.constantFrom('passed' as const, 'failed' as const, undefined),
      sha256: hash,
    })
    const file = fc.record({ sha256: fc.option(hash, { nil: undefined }), starter: fc.boolean() })
    const property = fc.asyncProperty(
      fc.array(fc.tuple(judged, file), { minLength: entries.length, maxLength: entries.length }),
      async (drawn) => {
        const exercises = Object.fromEntries(
          entries.map(({ id }, at) => [id, { attempts: 1, hints: 0, ...drawn[at]?.[0] }]),
        )
        const state = { version: 1, exercises } as WorkspaceState
        const facts = new Map(entries.map(({ id }, at) => [id, drawn[at]?.[1] as FileFacts]))
        const asked: string[] = []
        const next = await nextOpen(entries, state, async ({ id }) => {
          asked.push(id)
          return facts.get(id)
        })
        const { rows } = progressOf(entries, state, facts)
        expect(next?.id).toBe(rows.find(({ status }) => status !== 'passed')?.id)
        expect(asked.every((id) => exercises[id]?.status === 'passed')).toBe(true)
      },
    )
    await fc.assert(property, { seed: 7 })
  })

  it('takes a starter with other line ends for a starter', async () => {
    const root = await emptyFolder()
    const options = { ci: undefined, exercises: undefined }
    await writeWorkspace(root, await planWorkspace(pack, options), false)
    const file = join(root, 'src', `${pack.entries[0]?.folder}.ts`)
    await writeFile(file, (await readFile(file, 'utf8')).replaceAll('\n', '\r\n'))
    expect((await fileFacts({ root, pattern: undefined }, pack)).get(first)?.starter).toBe(true)
  })
})

describe('what a workspace remembers', () => {
  it('counts an attempt for each new text, not for each run', () => {
    const once = afterJudgement({ attempts: 0, hints: 0 }, verdict('failed', 'a'))
    const again = afterJudgement(once, verdict('failed', 'a'))
    const changed = afterJudgement(again, verdict('passed', 'b'))
    expect([once, again, changed].map(({ attempts }) => attempts)).toEqual([1, 1, 2])
    expect(changed.status).toBe('passed')
  })

  it('is nothing where the file is broken', async () => {
    const root = await emptyFolder()
    updateState(root, 'ex1', (before) => ({ ...before, hints: 2 }))
    expect((await readState(root)).exercises.ex1?.hints).toBe(2)
    await writeFile(stateFile(root), '{"version": 1, "exer')
    expect((await readState(root)).exercises).toEqual({})
  })
})
