type Attributes = { readonly [name: string]: string | number | boolean | undefined }
export type Child = Node | string | undefined

/** An element with attributes and children. Text goes in as text, never as HTML. */
export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue
    made.setAttribute(name, value === true ? '' : String(value))
  }
  made.append(...children.filter((child) => child !== undefined))
  return made
}

export function button(text: string, onClick: () => void, attributes: Attributes = {}) {
  const made = el('button', { type: 'button', ...attributes }, text)
  made.addEventListener('click', onClick)
  return made
}

/** Rows of a name and a value. */
export function definitions(rows: readonly (readonly [name: string, value: Child])[]) {
  const items = rows.flatMap(([name, value]) => [el('dt', {}, name), el('dd', {}, value)])
  return el('dl', {}, ...items)
}
