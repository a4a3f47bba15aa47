/** An element with text in it, or other elements. All text goes in as text. */
export function make(name, attributes = {}, ...content) {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  made.append(...content)
  return made
}

export function button(text, label, act) {
  const made = make('button', { type: 'button', 'aria-label': label }, text)
  made.addEventListener('click', act)
  return made
}

export function byId(id) {
  return document.getElementById(id)
}
