/**
 * `<mlp-check exercise="ex1">`: one exercise within a course's own page. It stands in a frame of its
 * own: neither can reach into the other, and the page around needs no setting but to allow the frame.
 */
class MlpCheckElement extends HTMLElement {
  static observedAttributes = ['exercise', 'lang']

  readonly #frame = document.createElement('iframe')
  readonly #hear = (event: MessageEvent) => this.#heard(event)

  connectedCallback(): void {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' })
    this.style.display = 'block'
    this.#frame.style.cssText = 'border:0;width:100%;height:40rem;color-scheme:light dark'
    this.#frame.allow = 'clipboard-write'
    root.replaceChildren(this.#frame)
    this.#load()
    addEventListener('message', this.#hear)
  }

  disconnectedCallback(): void {
    removeEventListener('message', this.#hear)
  }

  attributeChangedCallback(): void {
    if (this.isConnected) this.#load()
  }

  #load(): void {
    const exercise = this.getAttribute('exercise') ?? ''
    const address = new URL('index.html?embed', SITE)
    if (this.lang !== '') address.searchParams.set('lang', this.lang)
    address.hash = encodeURIComponent(exercise)
    this.#frame.title = `mlp-check: ${exercise}`
    this.#frame.src = address.href
  }

  #heard({ source, data }: MessageEvent): void {
    if (source !== this.#frame.contentWindow) return
    const height = Number(data?.height)
    if (data?.mlpCheck === 'size' && height > 0) this.#frame.style.height = `${height}px`
    if (data?.mlpCheck !== 'verdict') return
    const { exercise, status, score, maxScore } = data
    const detail = { exercise, status, score, maxScore }
    this.dispatchEvent(new CustomEvent('mlp-check-verdict', { detail, bubbles: true }))
  }
}

/** Beside this script; only while it runs first can it know where it came from. */
function ownAddress(): string {
  const running = document.currentScript as HTMLScriptElement | null
  const found = running ?? document.querySelector<HTMLScriptElement>('script[src$="/embed.js"]')
  return found?.src ?? document.baseURI
}

const SITE = ownAddress()
customElements.define('mlp-check', MlpCheckElement)
