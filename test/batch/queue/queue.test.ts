import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { packageRoot } from '../../../src/package-root.ts'
import { needing } from '../../machine.ts'
import { exampleClass, resultsIn } from '../class.ts'
import { mlpCheck } from '../command.ts'
import { BOOKS, everythingIn, wholeCourse } from '../whole-course.ts'
import { type Cluster, serverPrograms, startCluster } from './cluster.ts'

const programs = serverPrograms()

needing('PostgreSQL', programs).describe('a batch over a queue', () => {
  // Several jobs: one job alone would have no middle to be killed in.
  const classroom = exampleClass(8)
  const newFolder = () => mkdtempSync(join(tmpdir(), 'mlp-check-out-'))
  const words = ['batch', '.', '--exercise', 'ex1', '--out']
  const children = new Set<ChildProcess>()
  let cluster: Cluster
  let alone: Record<string, unknown>

  beforeAll(async () => {
    cluster = await startCluster(programs as string)
    const out = newFolder()
    expect(await mlpCheck(classroom, ...words, out, '--workers', '2')).toMatchObject({ code: 0 })
    alone = resultsIn(out)
  })

  afterAll(() => {
    for (const child of children) child.kill('SIGKILL')
    cluster.remove()
  })

  /** A worker of its own process, and a promise for its first verdicts. */
  function startWorker() {
    const bin = join(packageRoot(), 'bin', 'mlp-check.js')
    const child = spawn(
      process.execPath,
      [bin, 'worker', '--queue', cluster.url, '--workers', '1', '--exit-when-idle', '30'],
      { stdio: ['ignore', 'ignore', 'pipe'] },
    )
    children.add(child)
    const judging = new Promise<void>((resolve) => {
      child.stderr.on('data', (text) => /\d+ judged/.test(String(text)) && resolve())
    })
    return { child, judging }
  }

  it('gives the same results, byte for byte, times apart', async () => {
    const { child } = startWorker()
    const out = newFolder()
    const run = await mlpCheck(classroom, ...words, out, '--queue', cluster.url)
    expect(run).toMatchObject({ code: 0 })
    // Who starts none, or others, would wait for ever without knowing for whom.
    expect(run.stderr).toMatch(
      /^waiting for workers on mlp-check-\w+: mlp-check [\d.]+, V8 \S+, tfjs(-node)? [\d.]+; /m,
    )
    expect(resultsIn(out)).toEqual(alone)
    child.kill('SIGKILL')
  })

  it('gives the same sheet, rules, decisions and likeness', async () => {
    const course = wholeCourse()
    const [here, there] = [newFolder(), newFolder()]
    const asked = ['batch', 'hw', '--exercise', 'ex1', ...BOOKS, '--out']
    expect(await mlpCheck(course, ...asked, here)).toMatchObject({ code: 2 })
    const { child } = startWorker()
    const run = await mlpCheck(course, ...asked, there, '--queue', cluster.url)
    expect(run).toMatchObject({ code: 2 })
    expect(everythingIn(there)).toEqual(everythingIn(here))
    child.kill('SIGKILL')
  })

  it('gives the same when workers and the server are killed in the middle', async () => {
    const first = startWorker()
    const second = startWorker()
    const out = newFolder()
    const running = mlpCheck(classroom, ...words, out, '--queue', cluster.url, '--expire', '8')
    let ended = false
    void running.finally(() => {
      ended = true
    })
    await first.judging
    first.child.kill('SIGKILL')
    cluster.crashAndStart()
    second.child.kill('SIGKILL')
    expect(ended).toBe(false)
    startWorker()
    expect(await running).toMatchObject({ code: 0 })
    expect(resultsIn(out)).toEqual(alone)
  })
})
