import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { serveSite } from '../../src/cli/serve-site.ts'
import { packageRoot } from '../../src/package-root.ts'
import { makeSite } from '../../src/site/site.ts'
import { runCli } from './run-cli.ts'

const emptyFolder = () => mkdtempSync(join(tmpdir(), 'mlp-check-site-'))
const more = join(packageRoot(), 'packs', 'd2l-more', 'exercises')

describe('mlp-check site', () => {
  it('writes a whole site, and another one over it', async () => {
    const cwd = emptyFolder()
    const first = await runCli(['site', '--out', 'site'], { cwd })
    expect(first).toMatchObject({ code: 0, stderr: '' })
    expect(first.stdout).toMatch(/^wrote \d+ files \(\d+ kB\) into site\n/)
    const site = join(cwd, 'site')
    const before = readdirSync(site)
    expect(before).toEqual(expect.arrayContaining(['embed.js', 'index.html', 'site.json', 'sw.js']))
    const second = await runCli(['site', '--out', 'site', '--exercises', more], { cwd })
    expect(second.code).toBe(0)
    const [version, ...others] = readdirSync(site).filter((name) => name.startsWith('v-'))
    expect(others).toEqual([])
    expect(before).not.toContain(version)
    const { files } = JSON.parse(readFileSync(join(site, 'site.json'), 'utf8'))
    expect(files).toContain(`${version}/texts/huber.json`)
    expect(readFileSync(join(site, 'index.html'), 'utf8')).toContain('d2l-more · mlp-check')
  })

  it('leaves a folder alone that holds anything else', async () => {
    const cwd = emptyFolder()
    mkdirSync(join(cwd, 'thesis'))
    writeFileSync(join(cwd, 'thesis', 'index.html'), 'mine')
    const { code, stderr } = await runCli(['site', '--out', 'thesis'], { cwd })
    expect(code).toBe(2)
    expect(stderr).toContain('thesis holds what no site of mlp-check has: index.html')
    expect(readdirSync(join(cwd, 'thesis'))).toEqual(['index.html'])
    expect(readFileSync(join(cwd, 'thesis', 'index.html'), 'utf8')).toBe('mine')
  })

  it.each([
    [[], 'where should the site go?'],
    [['--serve', '--port', '65536'], '"65536" is no port'],
    [['--serve', '--port', 'x'], '"x" is no port'],
  ])('says how it is called: %j', async (options, sentence) => {
    const { code, stderr } = await runCli(['site', ...options], { cwd: emptyFolder() })
    expect(code).toBe(2)
    expect(stderr).toContain(sentence)
  })
})

describe('a site that is shown here', () => {
  const site = makeSite({
    outline: { version: '1', exercises: [] },
    texts: [],
    assets: [{ path: 'page.js', content: 'run()' }],
    data: [],
    scripts: { embed: '', serviceWorker: '' },
  })

  it('is seen by this machine alone, and has no other file', async () => {
    const { address, close } = await serveSite(site, 0)
    try {
      const page = await fetch(address)
      expect(page.headers.get('content-type')).toContain('text/html')
      expect(await page.text()).toContain(`./v-${site.version}/page.js`)
      for (const path of ['../package.json', 'v-x/page.js', '%2e%2e/package.json', '%']) {
        expect((await fetch(`${address}${path}`)).status).toBe(404)
      }
      expect((await fetch(address, { method: 'POST' })).status).toBe(405)
      const outside = Object.values(networkInterfaces())
        .flatMap((all) => all ?? [])
        .filter(({ internal, family }) => !internal && family === 'IPv4')
      const port = Number(new URL(address).port)
      for (const { address: other } of outside) expect(await reaches(other, port)).toBe(false)
    } finally {
      await close()
    }
  })

  it('says that a port is taken', async () => {
    const { address, close } = await serveSite(site, 0)
    const port = Number(new URL(address).port)
    await expect(serveSite(site, port)).rejects.toThrow(`the port ${port} cannot be had here`)
    await close()
  })
})

function reaches(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 2000 })
    const end = (reached: boolean) => {
      socket.destroy()
      resolve(reached)
    }
    socket.once('connect', () => end(true))
    socket.once('error', () => end(false))
    socket.once('timeout', () => end(false))
  })
}
