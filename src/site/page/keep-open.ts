/** Puts new explanations in place of old ones; whoever has opened one sees it open again. */
export function replaceKeepingOpen(place: HTMLElement, nodes: readonly Node[]): void {
  const opened = new Set([...place.querySelectorAll('details[open] > summary')].map(titleOf))
  place.replaceChildren(...nodes)
  for (const summary of place.querySelectorAll('details > summary')) {
    if (opened.has(titleOf(summary))) summary.parentElement?.setAttribute('open', '')
  }
}

function titleOf({ textContent }: Element): string {
  return textContent ?? ''
}
