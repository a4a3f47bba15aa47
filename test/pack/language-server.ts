import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** The YAML language server that editors run, spoken to as an editor speaks to it. */
export interface Editor {
  /** What is underlined, with lines from 1. */
  readonly problems: (text: string) => Promise<readonly { line: number; message: string }[]>
  /** What is offered at the `|` of the text. */
  readonly offers: (text: string) => Promise<readonly string[]>
  readonly close: () => void
}

interface Message {
  readonly id?: number
  readonly method?: string
  readonly params?: unknown
  readonly result?: unknown
}

/** @param file where the text is said to lie; the schema is found from there */
export async function openEditor(file: string): Promise<Editor> {
  const wire = openWire()
  const uri = pathToFileURL(file).href
  await wire.ask('initialize', { processId: process.pid, rootUri: null, capabilities: {} })
  wire.tell('initialized', {})
  let version = 0
  const show = (text: string) => {
    version += 1
    const document = { uri, languageId: 'yaml', version, text }
    if (version === 1) wire.tell('textDocument/didOpen', { textDocument: document })
    else
      wire.tell('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ text }],
      })
  }
  return {
    problems: async (text) => {
      const told = wire.next('textDocument/publishDiagnostics')
      show(text)
      const { diagnostics } = (await told) as { diagnostics: Diagnostic[] }
      return diagnostics.map(({ message, range }) => ({ line: range.start.line + 1, message }))
    },
    offers: async (text) => {
      const before = text.slice(0, text.indexOf('|')).split('\n')
      const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 }
      show(text.replace('|', ''))
      const answer = await wire.ask('textDocument/completion', { textDocument: { uri }, position })
      return (answer as { items: { label: string }[] }).items.map(({ label }) => label)
    },
    close: wire.close,
  }
}

interface Diagnostic {
  readonly message: string
  readonly range: { readonly start: { readonly line: number } }
}

/** Messages with a head that says how long they are: the language server protocol's base protocol. */
function openWire() {
  const own = createRequire(import.meta.url).resolve('yaml-language-server/package.json')
  const program = join(dirname(own), 'bin', 'yaml-language-server')
  const server = spawn(process.execPath, [program, '--stdio'])
  const waiting = new Map<number, (result: unknown) => void>()
  const heard = new Map<string, (params: unknown) => void>()
  let ids = 0
  const send = (message: Message) => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message })
    server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
  }
  listen(server, (message) => {
    const { id, method, params, result } = message
    if (method !== undefined && id !== undefined) send({ id, result: answerTo(method, params) })
    else if (method !== undefined) heard.get(method)?.(params)
    else if (id !== undefined) waiting.get(id)?.(result)
  })
  return {
    ask: (method: string, params: unknown) =>
      new Promise<unknown>((resolve) => {
        ids += 1
        waiting.set(ids, resolve)
        send({ id: ids, method, params })
      }),
    tell: (method: string, params: unknown) => send({ method, params }),
    next: (method: string) => new Promise<unknown>((resolve) => heard.set(method, resolve)),
    close: () => void server.kill(),
  }
}

/** The server asks for the editor's settings; there are none. */
function answerTo(method: string, params: unknown): unknown {
  if (method !== 'workspace/configuration') return null
  return (params as { items: unknown[] }).items.map(() => ({}))
}

function listen(server: ChildProcessWithoutNullStreams, take: (message: Message) => void): void {
  let buffer = Buffer.alloc(0)
  server.stdout.on('data', (chunk: Buffer) => {
    buffer = Buffer.concat([buffer, chunk])
    for (;;) {
      const end = buffer.indexOf('\r\n\r\n')
      const [, length] = /Content-Length: (\d+)/.exec(buffer.subarray(0, end).toString()) ?? []
      if (end < 0 || length === undefined || buffer.length < end + 4 + Number(length)) return
      const body = buffer.subarray(end + 4, end + 4 + Number(length)).toString()
      buffer = buffer.subarray(end + 4 + Number(length))
      take(JSON.parse(body) as Message)
    }
  })
}
