#!/usr/bin/env node
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Puts the reports of a run into one comment on the pull request, and writes that comment anew when
 * the job runs again. It starts nothing and reads one folder of Markdown: it belongs into a job of
 * its own, since it is the only one whose token may write.
 *
 *     node scripts/action/comment.js FOLDER
 *
 * Exit codes: 0 done, 2 called wrongly, 5 where GitHub took no comment.
 */
const MARKER = '<!-- mlp-check report -->'
/** GitHub takes 65,536 characters. */
const LONGEST = 65_000
const MOST_PAGES = 20

try {
  process.exitCode = await main(process.argv[2], process.env)
} catch (error) {
  process.exitCode = fail(5, error.message)
}

async function main(folder, env) {
  if (folder === undefined) return fail(2, 'say which folder the reports are in')
  if (env.GITHUB_EVENT_NAME !== 'pull_request') {
    return fail(2, `comments belong to pull_request, and not to ${env.GITHUB_EVENT_NAME}`)
  }
  const { number } = JSON.parse(readFileSync(env.GITHUB_EVENT_PATH, 'utf8')).pull_request
  const body = bodyOf(folder)
  const issues = `${env.GITHUB_API_URL}/repos/${env.GITHUB_REPOSITORY}/issues`
  const own = await ownComment(`${issues}/${number}/comments`, env)
  if (own === undefined) await call('POST', `${issues}/${number}/comments`, env, { body })
  else await call('PATCH', `${issues}/comments/${own.id}`, env, { body })
  return 0
}

function bodyOf(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile() && entry.name === 'report.md')
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  const texts = files.map((file) => readFileSync(file, 'utf8').trim())
  return cut([MARKER, ...(texts.length > 0 ? texts : ['Nothing was judged.'])].join('\n\n'))
}

/** Only whole sections, and never half of a fenced block: what is left out is said to be. */
function cut(text) {
  if (text.length <= LONGEST) return text
  let fence
  let length = 0
  let end = 0
  for (const line of text.split('\n')) {
    const [, mark] = /^(`{3,})/.exec(line) ?? []
    if (fence === undefined && /^#{1,6} /.test(line) && length <= LONGEST) end = length
    if (mark !== undefined && fence === undefined) fence = mark
    else if (line === fence) fence = undefined
    length += line.length + 1
  }
  return `${text.slice(0, end)}*The rest is in the job summary: a comment has room for no more.*`
}

/** A comment with the marker that somebody else wrote is theirs. */
async function ownComment(address, env) {
  for (let page = 1; page <= MOST_PAGES; page++) {
    const comments = await call('GET', `${address}?per_page=100&page=${page}`, env)
    const own = comments.find(({ user, body }) => user?.type === 'Bot' && body?.startsWith(MARKER))
    if (own !== undefined || comments.length < 100) return own
  }
  return undefined
}

async function call(method, address, env, content) {
  const response = await fetch(address, {
    method,
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${env.GITHUB_TOKEN}`,
      'content-type': 'application/json',
      'x-github-api-version': '2022-11-28',
    },
    ...(content && { body: JSON.stringify(content) }),
  })
  if (response.ok) return response.json()
  throw new Error(`GitHub answered ${response.status} to ${method}: ${await response.text()}`)
}

function fail(code, problem) {
  console.error(`mlp-check: ${problem}`)
  return code
}
