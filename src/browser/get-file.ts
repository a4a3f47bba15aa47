import { MachineError } from '../errors.ts'

/** The bytes of a file of the site, unpacked where the build packed it. @throws MachineError */
export async function getFile(base: string, path: string): Promise<Uint8Array> {
  const bytes = new Uint8Array(await (await got(base, path)).arrayBuffer())
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b
  return isPacked ? through(bytes, new DecompressionStream('gzip')) : bytes
}

export async function getJson<T>(base: string, path: string): Promise<T> {
  return (await got(base, path)).json() as Promise<T>
}

async function got(base: string, path: string): Promise<Response> {
  const told = (why: string) =>
    new MachineError(
      `the page's own file ${path} cannot be loaded (${why})`,
      'Load the page again.',
    )
  const response = await fetch(new URL(path, base)).catch((error: Error) => {
    throw told(error.message)
  })
  if (!response.ok) throw told(`${response.status}`)
  return response
}

/** Packed as `getFile` unpacks it, whatever a host sends files with. */
export function packed(bytes: Uint8Array): Promise<Uint8Array> {
  return through(bytes, new CompressionStream('gzip'))
}

async function through(
  bytes: Uint8Array,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array> {
  const flow = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(stream)
  return new Uint8Array(await new Response(flow).arrayBuffer())
}
