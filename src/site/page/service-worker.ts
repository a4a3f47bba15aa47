/// <reference lib="webworker" />

/**
 * The whole site for a time without a connection. Every path but the page's own holds the hash of
 * the version it belongs to, so that whatever cache has a path has the right file. The page comes
 * from the network where there is one, and brings its own version with it.
 */
declare const self: ServiceWorkerGlobalScope & {
  /** Written before this script when the site is made. */
  readonly SITE: { readonly version: string; readonly kept: readonly string[] }
}

const { version, kept } = self.SITE
const PREFIX = `mlp-check ${new URL(self.registration.scope).pathname} `
const CACHE = PREFIX + version
const PAGE = new URL('./', self.registration.scope).href
/** Longer than this nobody waits for a page that is there already. */
const PATIENCE = 3000

self.addEventListener('install', (event) => {
  // From the server, and not from what the browser keeps of an earlier version.
  const requests = kept.map((path) => new Request(path, { cache: 'no-cache' }))
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(requests)))
})

self.addEventListener('activate', (event) => {
  event.waitUntil(forgetOthers().then(() => self.clients.claim()))
})

/** Nobody has a page of an earlier version open any more. */
async function forgetOthers(): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE)
  await Promise.all(names.map((name) => caches.delete(name)))
}

self.addEventListener('fetch', (event) => {
  const { request } = event
  if (request.method !== 'GET' || !request.url.startsWith(self.registration.scope)) return
  event.respondWith(request.mode === 'navigate' ? page(request) : file(request))
})

async function page(request: Request): Promise<Response> {
  const own = async () => (await (await caches.open(CACHE)).match(PAGE)) ?? Response.error()
  const tooLong = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE))
  const answer = await Promise.race([fetch(request).catch(() => undefined), tooLong])
  return answer?.ok ? answer : own()
}

async function file(request: Request): Promise<Response> {
  return (await caches.match(request, { ignoreSearch: true })) ?? fetch(request)
}
