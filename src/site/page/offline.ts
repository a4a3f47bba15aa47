/**
 * Keeps the whole site for a time without a connection. Begun only once the first exercise is
 * there, so that it takes nothing from the first verdict.
 */
export async function keepOffline(): Promise<boolean> {
  if (!('serviceWorker' in navigator)) return false
  try {
    await navigator.serviceWorker.register(new URL('sw.js', document.baseURI))
    await navigator.serviceWorker.ready
    return true
  } catch {
    // Not over https, or in a window that keeps nothing: the page works with a connection alone.
    return false
  }
}
