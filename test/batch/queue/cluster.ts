import { execFileSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'

/** A PostgreSQL server of our own, thrown away after the test. */
export interface Cluster {
  readonly url: string
  /** As if the machine had lost its power, and came back. */
  readonly crashAndStart: () => void
  readonly remove: () => void
}

/** The folder of the server's programs: on the PATH, or where Debian puts them. */
export function serverPrograms(): string | undefined {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort().reverse() : []
  const folders = [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
  ]
  return folders.find((folder) => existsSync(join(folder, 'initdb')))
}

export async function startCluster(programs: string): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), 'mlp-check-postgres-'))
  const owner = ownerOfServer()
  if (owner) chownSync(folder, owner.uid, owner.gid)
  const data = join(folder, 'data')
  const port = await freePort()
  const call = (program: string, ...words: string[]) =>
    execFileSync(join(programs, program), words, { ...owner, cwd: folder, stdio: 'ignore' })
  const settings = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c fsync=off`
  const start = () => call('pg_ctl', '-D', data, '-w', '-o', settings, 'start')
  call('initdb', '-D', data, '-U', 'grader', '--auth=trust', '--no-sync')
  start()
  return {
    url: `postgres://grader@127.0.0.1:${port}/postgres`,
    crashAndStart: () => {
      call('pg_ctl', '-D', data, '-w', '-m', 'immediate', 'stop')
      start()
    },
    remove: () => {
      call('pg_ctl', '-D', data, '-w', '-m', 'immediate', 'stop')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The server refuses to run as root. */
function ownerOfServer(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const number = (flag: string, user: string) => Number(execFileSync('id', [flag, user]).toString())
  try {
    return { uid: number('-u', 'postgres'), gid: number('-g', 'postgres') }
  } catch {
    return { uid: number('-u', 'nobody'), gid: number('-g', 'nobody') }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
