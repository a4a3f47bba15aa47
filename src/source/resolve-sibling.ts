export type SiblingResolution =
  | { readonly kind: 'found'; readonly path: string }
  | { readonly kind: 'refused'; readonly why: string; readonly advice: string }

/** What an import may leave out, tried in this order; `.js` may stand for the TypeScript file. */
const ENDINGS = ['', '.ts', '.mts', '.js', '.mjs', '/index.ts', '/index.js']

/**
 * The sibling file that an import names. Paths are relative to the submission's folder, with `/`;
 * `importer` is empty for the submission itself.
 */
export function resolveSibling(
  importer: string,
  requested: string,
  siblings: readonly string[],
): SiblingResolution {
  if (TESTS.test(requested)) return { kind: 'refused', ...tests(requested) }
  if (!/^\.\.?(\/|$)/.test(requested)) return refuse(`"${requested}" is not a file of yours`)
  if (STRANGE.test(requested)) return refuse(`"${requested}" is no path of names and slashes`)
  const path = joined(importer, requested)
  if (path === undefined) return refuse(`"${requested}" is outside the submission's folder`)
  const found = candidates(path).find((candidate) => siblings.includes(candidate))
  if (found !== undefined) return { kind: 'found', path: found }
  if (/\.\w+$/.test(path) && !isScript(path)) {
    return refuse(`"${requested}" is no TypeScript or JavaScript file`)
  }
  return {
    kind: 'refused',
    why: `there is no file "${requested}" beside the submission`,
    advice: 'Check the name of the file, capital letters included, and hand it in too.',
  }
}

/** The paths that an import of `path` may mean, best first: programs, and no other file. */
export function candidates(path: string): string[] {
  const bare = path.replace(/\.(m?)js$/, '.$1ts')
  return [...new Set([bare, ...ENDINGS.map((ending) => path + ending)])]
    .map((candidate) => candidate.replace(/^\//, ''))
    .filter(isScript)
}

function isScript(path: string): boolean {
  return /\.[cm]?[jt]s$/.test(path)
}

/** To Windows a backslash is a slash and a colon begins a drive or a stream: nobody may write them. */
const STRANGE = /[\\:\0]/

/** `requested` seen from `importer`'s folder; undefined where it leaves the submission's folder. */
export function joined(importer: string, requested: string): string | undefined {
  if (STRANGE.test(requested)) return undefined
  const parts = importer.split('/').slice(0, -1)
  for (const part of requested.split('/')) {
    if (part === '..' && parts.pop() === undefined) return undefined
    if (part !== '..' && part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}

/** What tests are written with. */
const TESTS =
  /^(vitest|jest|@jest\/globals|mocha|chai|ava|tape|uvu|bun:test|@std\/assert|(node:)?(test|assert))(\/.*)?$/

function tests(requested: string) {
  return {
    why: `"${requested}" is for tests: a submission may import only its own files`,
    advice: 'Leave the tests out, or keep them in a file of their own that imports this one.',
  }
}

function refuse(why: string): SiblingResolution {
  return {
    kind: 'refused',
    why: `${why}: a submission may import only its own files`,
    advice: 'Write what you need in the file itself, or in a file beside it.',
  }
}
