import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'

const TYPES: { readonly [extension: string]: string } = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
}

export interface StaticHost {
  readonly origin: string
  /** Paths that were asked for and are not there. */
  readonly missing: readonly string[]
  readonly close: () => Promise<void>
}

/** A host of static files that knows nothing of sites: folders by the path that they lie under. */
export async function staticHost(folders: { readonly [under: string]: string }) {
  const missing: string[] = []
  const server = createServer(async ({ url = '/' }, response) => {
    const path = decodeURIComponent(new URL(url, 'http://host').pathname)
    const under = Object.keys(folders).find((one) => path.startsWith(one)) ?? ''
    const rest = normalize(path.slice(under.length))
    const name = rest === '.' || rest.endsWith('/') ? join(rest, 'index.html') : rest
    const content = await readFile(join(folders[under] ?? '/nowhere', name)).catch(() => undefined)
    if (content === undefined) {
      missing.push(path)
      response.writeHead(404).end()
      return
    }
    response.writeHead(200, { 'content-type': TYPES[extname(name)] ?? 'text/plain' }).end(content)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { origin: `http://127.0.0.1:${port}`, missing, close } satisfies StaticHost
}
