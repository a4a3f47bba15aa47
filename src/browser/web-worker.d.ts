/** The part of a browser's workers that is used here: TypeScript declares it only with all of the DOM. */
declare class Worker {
  constructor(address: URL, options: { readonly type: 'module'; readonly name: string })
  onmessage: ((event: { readonly data: unknown }) => void) | null
  onerror: ((event: { readonly message?: string }) => void) | null
  postMessage(message: unknown, handed?: readonly ArrayBuffer[]): void
  terminate(): void
}

/** A worker's own globals. */
declare function postMessage(message: unknown, handed?: readonly ArrayBuffer[]): void
declare function addEventListener(
  kind: 'message',
  listener: (event: { readonly data: unknown }) => void,
): void

declare const navigator: { readonly userAgent: string }
