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

const { words } = JSON.parse(byId('data').textContent)

/** In the page's language, with the gaps `{1}`, `{2}`, … filled: script-words.ts knows every sentence. */
export function say(english, ...gaps) {
  return (words[english] ?? english).replace(/\{(\d)\}/g, (_, place) => gaps[place - 1])
}
