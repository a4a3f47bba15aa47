import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packageRoot } from '../../src/package-root.ts'
import { executedCommands } from '../github-runner.ts'
import { needingShell } from '../machine.ts'
import {
  expand,
  type Job,
  newRunner,
  type Runner,
  readYaml,
  runAction,
  runStep,
  type Step,
} from './actions-runner.ts'

/** The action is plain JavaScript, since it starts before anything is built. */
const { wordsOf }: { readonly wordsOf: (text: string) => string[] | undefined } = await import(
  pathToFileURL(join(packageRoot(), 'scripts/action/words.js')).href
)

const WRONG = readFileSync(join(packageRoot(), 'solutions/ex01-tanh/mistakes/sign.ts'), 'utf8')
const RIGHT = readFileSync(join(packageRoot(), 'solutions/ex01-tanh/solution.ts'), 'utf8')

function write(folder: string, file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, file), text)
}

needingShell().describe('the words of an input', () => {
  it('are those that a shell makes of them', () => {
    const text = fc.string({ unit: fc.constantFrom(...'ab \n\t"\'\\$='), maxLength: 12 })
    const texts = fc
      .sample(text, { seed: 5, numRuns: 400 })
      .filter((it) => !/\\$|\$[^ \n]/.test(it))
    const ours = texts.map((it) => wordsOf(it))
    const whole = texts.filter((_, index) => ours[index] !== undefined)
    const each = `for word in "\${words[@]}"; do printf '%s\\0' "$word"; done; printf '\\1'\n`
    const script = whole.map((it) => `words=( ${it}\n)\n${each}`).join('')
    const { stdout, stderr } = spawnSync('bash', { input: script, encoding: 'utf8' })
    expect(stderr).toBe('')
    const shells = stdout.split('\u0001').map((said) => said.split('\0').slice(0, -1))
    expect(whole.length).toBeGreaterThan(150)
    expect(ours.filter((words) => words !== undefined)).toEqual(shells.slice(0, -1))
    for (const it of texts.filter((_, index) => ours[index] === undefined)) {
      expect(spawnSync('bash', ['-c', `words=( ${it}\n)`]).status, it).not.toBe(0)
    }
  })

  it('go on in the next line, and may stand on several', () => {
    expect(wordsOf('ex1 ex2\n  ex3\r\n')).toEqual(['ex1', 'ex2', 'ex3'])
    expect(wordsOf('ex1 \\\n  "my answers/a b.ts" --only \'tanh\'')).toEqual([
      ...['ex1', 'my answers/a b.ts', '--only', 'tanh'],
    ])
    expect(wordsOf('ex1 "a')).toBeUndefined()
  })
})

needingShell().describe('the action', () => {
  it('gives points, code and reports, annotates, and adds to the summary of the job', async () => {
    const runner = newRunner()
    write(runner.workspace, 'answers/ex1.ts', WRONG)
    const ran = await runAction(runner, { arguments: 'ex1', 'working-directory': 'answers' })
    expect(ran.status, ran.stderr).toBe(1)
    const report = join(runner.temp, 'mlp-check-report', 'report.json')
    expect(ran.outputs).toEqual({ score: '4', 'max-score': '10', 'exit-code': '1', report })
    expect(JSON.parse(readFileSync(report, 'utf8')).totals.score).toBe(400)
    expect(ran.artifact).toEqual({ name: 'mlp-check-report-check-0', path: dirname(report) })
    const kept = ['html', 'json', 'md', 'sarif', 'xml'].map((ending) => `report.${ending}`)
    expect(readdirSync(ran.artifact.path).sort()).toEqual(kept)
    const commands = executedCommands(ran.stdout)
    expect(commands.map(({ name }) => name)).toContain('error')
    expect(commands.find(({ name }) => name === 'error')?.properties).toContain('answers/ex1.ts')
    expect(ran.summary).toContain('4 of 10 points')
  })

  it('keeps the reports of a matrix apart, or under the name that it is given', async () => {
    const runner = newRunner()
    write(runner.workspace, 'ex1.ts', RIGHT)
    const ran = await runAction(runner, { arguments: 'ex1', artifact: 'monday' })
    expect(ran.status, ran.stderr).toBe(0)
    expect(ran.artifact.name).toBe('monday')
    const name = readYaml('action.yml').runs.steps.at(-1).with.name
    const other = expand(name, { ...ran.context, 'inputs.artifact': '', 'strategy.job-index': '3' })
    expect(other).toBe('mlp-check-report-check-3')
  })

  it('keeps tables by a key that follows the pack, where it is asked to', async () => {
    const keyFor = async (exercises: string) => {
      const runner = newRunner()
      write(runner.workspace, 'ex1.ts', RIGHT)
      const ran = await runAction(runner, { arguments: 'ex1', cache: 'true', exercises })
      expect(ran.status, ran.stderr).toBe(0)
      const folder = ran.context['steps.cache.outputs.folder'] ?? ''
      expect(readdirSync(folder).length).toBeGreaterThan(0)
      return ran.context['steps.cache.outputs.key']
    }
    const pack = join(newRunner().temp, 'exercises')
    cpSync(join(packageRoot(), 'exercises/ex01-tanh'), join(pack, 'ex01-tanh'), { recursive: true })
    const before = await keyFor(pack)
    expect(await keyFor('builtin')).not.toBe(before)
    expect(await keyFor(pack)).toBe(before)
    const spec = join(pack, 'ex01-tanh', 'exercise.yaml')
    writeFileSync(spec, `${readFileSync(spec, 'utf8')}\n# changed\n`)
    expect(await keyFor(pack)).not.toBe(before)
  })

  it('says so where there is no pack, with tables kept and without', async () => {
    for (const cache of ['true', 'false']) {
      const exercises = join(newRunner().temp, 'nowhere')
      const ran = await runAction(newRunner(), { arguments: 'ex1', cache, exercises })
      expect(ran).toMatchObject({ status: 2, stderr: expect.stringContaining(exercises) })
      expect(ran.stderr).not.toContain('    at ')
    }
  })
})

const workflow = readYaml('.github/workflows/grade.yml')
const jobs: Readonly<Record<string, Job>> = workflow.jobs

describe('the workflow for courses', () => {
  const writes = (job: Job) => Object.values(job.permissions ?? {}).includes('write')
  const checkouts = (job: Job) =>
    job.steps.filter(({ uses }) => uses?.startsWith('actions/checkout'))

  it('gives no token that writes to the job in which a submission is judged', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' })
    expect(jobs.check?.permissions).toBeUndefined()
    expect(
      Object.entries(jobs)
        .filter(([, job]) => writes(job))
        .map(([name]) => name),
    ).toEqual([...['comment', 'code-scanning']])
    for (const job of Object.values(jobs).filter(writes)) {
      // They fetch the checker or nothing, and run nothing of what they download.
      for (const step of checkouts(job)) expect(step.with?.repository).toMatch(/inputs\.checker \}/)
      for (const { run } of job.steps) {
        if (run !== undefined) expect(run).toMatch(/^node scripts\/action\/comment\.js /)
      }
    }
  })

  it('leaves no token in a checkout, and is never started with the rights of the base', () => {
    for (const job of Object.values(jobs)) {
      for (const step of checkouts(job)) expect(step.with?.['persist-credentials']).toBe(false)
    }
    expect(Object.keys(workflow.on)).toEqual(['workflow_call'])
    expect(jobs.comment?.if).toContain("github.event_name == 'pull_request'")
    expect(jobs.comment?.if).toContain('head.repo.full_name == github.repository')
  })

  it('hands on what the action says, and uses inputs that the action has', () => {
    const { inputs, outputs } = readYaml('action.yml')
    const step = jobs.check?.steps.find(({ uses }) => uses === './mlp-check')
    for (const name of Object.keys(step?.with ?? {})) expect(Object.keys(inputs)).toContain(name)
    for (const [name, text] of Object.entries(jobs.check?.outputs ?? {})) {
      expect(Object.keys(outputs)).toContain(name)
      expect(text).toBe(`\${{ steps.check.outputs.${name} }}`)
    }
  })
})

/** As much of GitHub's API as a comment needs. */
interface Comment {
  readonly id: number
  body: string
  readonly user: { readonly type: string }
}
const requests: string[] = []
let comments: Comment[] = []
let refuses = false
const server = createServer(async (request, response) => {
  const text: string[] = []
  for await (const part of request) text.push(String(part))
  const content = text.length > 0 ? JSON.parse(text.join('')) : undefined
  const url = new URL(request.url ?? '', 'http://api')
  requests.push(`${request.method} ${url.pathname} ${request.headers.authorization}`)
  const answer = (status: number, body: unknown) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  if (refuses) return answer(403, { message: 'Resource not accessible by integration' })
  if (content?.body?.length > 65_536) return answer(422, { message: 'body is too long' })
  if (request.method === 'GET') {
    const page = Number(url.searchParams.get('page'))
    return answer(200, comments.slice((page - 1) * 100, page * 100))
  }
  if (request.method === 'POST') {
    comments.push({ id: comments.length + 1, body: content.body, user: { type: 'Bot' } })
    return answer(201, comments.at(-1))
  }
  const id = Number(url.pathname.split('/').at(-1))
  const found = comments.find((comment) => comment.id === id)
  if (found === undefined || found.user.type !== 'Bot') return answer(403, {})
  found.body = content.body
  return answer(200, found)
})
beforeAll(() => new Promise<void>((done) => void server.listen(0, '127.0.0.1', done)))
afterAll(() => void server.close())

const commentStep = jobs.comment?.steps.find(({ run }) => run !== undefined) as Step

function comment(runner: Runner, event = 'pull_request') {
  const file = join(runner.temp, 'event.json')
  writeFileSync(file, JSON.stringify({ pull_request: { number: 7 } }))
  const step = { ...commentStep, 'working-directory': packageRoot() }
  return runStep(
    step,
    runner,
    { 'github.token': 'token-of-the-job' },
    {
      GITHUB_EVENT_NAME: event,
      GITHUB_EVENT_PATH: file,
      GITHUB_REPOSITORY: 'course/answers',
      GITHUB_API_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    },
  )
}

function reported(texts: Readonly<Record<string, string>>): Runner {
  const runner = newRunner()
  for (const [file, text] of Object.entries(texts)) {
    write(runner.temp, `mlp-check-report/${file}`, text)
  }
  return runner
}

needingShell().describe('the comment on a pull request', () => {
  it('is one, which is written anew, and never that of somebody else', async () => {
    const forged = {
      id: 900,
      body: '<!-- mlp-check report -->\nfull marks',
      user: { type: 'User' },
    }
    comments = [forged, ...Array.from({ length: 120 }, (_, id) => chat(1000 + id))]
    const first = await comment(reported({ 'report.md': '## ex1\n\n**4 of 10 points**' }))
    expect(first.status, first.stderr).toBe(0)
    const second = await comment(reported({ 'report.md': '## ex1\n\n**10 of 10 points**' }))
    expect(second.status, second.stderr).toBe(0)
    const own = comments.filter(({ user }) => user.type === 'Bot')
    expect(own.map(({ body }) => body)).toEqual([
      '<!-- mlp-check report -->\n\n## ex1\n\n**10 of 10 points**',
    ])
    expect(forged.body).toContain('full marks')
    expect(requests.at(-1)).toBe(
      'PATCH /repos/course/answers/issues/comments/122 Bearer token-of-the-job',
    )
  })

  it('has all the reports of a matrix, and says so where there are none', async () => {
    comments = []
    await comment(reported({ 'b/report.md': 'of ex2', 'a/report.md': 'of ex1', 'a/x.md': 'no' }))
    expect(comments[0]?.body).toBe('<!-- mlp-check report -->\n\nof ex1\n\nof ex2')
    const runner = newRunner()
    mkdirSync(join(runner.temp, 'mlp-check-report'))
    await comment(runner)
    expect(comments[0]?.body).toContain('Nothing was judged.')
  })

  it('is cut between sections, and never in the middle of a block', async () => {
    comments = []
    const block = `\`\`\`\`text\n## not a section\n\`\`\`\n${'x'.repeat(9000)}\n\`\`\`\`\n`
    const sections = Array.from({ length: 12 }, (_, index) => `### Section ${index}\n\n${block}`)
    const ran = await comment(reported({ 'report.md': sections.join('\n') }))
    expect(ran.status, ran.stderr).toBe(0)
    const { body = '' } = comments[0] ?? {}
    expect(body).toMatch(/The rest is in the job summary/)
    expect(body.match(/^````/gm)?.length).toBe(2 * (body.match(/^### Section/gm)?.length ?? 0))
    expect(body.match(/^### Section/gm)?.length).toBe(7)
  })

  it.each(['pull_request_target', 'push', 'workflow_run'])('is not made for %s', async (event) => {
    comments = []
    const ran = await comment(reported({ 'report.md': 'x' }), event)
    expect(ran).toMatchObject({ status: 2, stderr: expect.stringContaining('not to') })
    expect(comments).toEqual([])
  })

  it('says what GitHub answered where it takes none', async () => {
    refuses = true
    const ran = await comment(reported({ 'report.md': 'x' })).finally(() => {
      refuses = false
    })
    expect(ran.status).toBe(5)
    expect(ran.stderr).toMatch(/^mlp-check: GitHub answered 403 to GET: /)
    expect(ran.stderr).not.toMatch(/\n {4}at /)
  })
})

function chat(id: number): Comment {
  return { id, body: 'Looks good to me.', user: { type: 'User' } }
}
