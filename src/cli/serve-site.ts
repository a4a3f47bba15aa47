import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname } from 'node:path'
import { UsageError } from '../errors.ts'
import type { Site } from '../site/site.ts'

const TYPES: { readonly [extension: string]: string } = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.wasm': 'application/wasm',
}

export interface Served {
  readonly address: string
  readonly close: () => Promise<void>
}

/** Shows a site to this machine alone. @throws UsageError where the port is taken */
export async function serveSite(site: Site, port: number): Promise<Served> {
  const files = new Map(site.files.map(({ path, content }) => [`/${path}`, content]))
  const server = createServer(({ method, url = '/' }, response) => {
    const asked = decoded(url.replace(/[?#].*$/, ''))
    const path = asked === '/' ? '/index.html' : asked
    const content = files.get(path)
    if (content === undefined || (method !== 'GET' && method !== 'HEAD')) {
      response.writeHead(content === undefined ? 404 : 405).end()
      return
    }
    const type = TYPES[extname(path)] ?? 'application/octet-stream'
    response.writeHead(200, {
      'content-type': type,
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
    })
    response.end(method === 'HEAD' ? undefined : content)
  })
  await listening(server, port)
  const { port: taken } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${taken}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

function listening(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE' || error.code === 'EACCES'
      const advice = '--port 0 takes any that is free'
      reject(taken ? new UsageError(`the port ${port} cannot be had here`, advice) : error)
    })
    server.listen(port, '127.0.0.1', resolve)
  })
}
