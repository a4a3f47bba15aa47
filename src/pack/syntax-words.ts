import type { YAMLError } from 'yaml'
import type { SpecDefect } from './defect.ts'

type Words = readonly [message: string, advice: string]

const INDENT: Words = [
  'this line is indented otherwise than what it belongs with, or a bracket before it is open',
  'begin the keys of one block, and the dashes of one list, in the same column; close brackets',
]
const TWICE: Words = ['this key is there twice', 'keep one of the two']
const COLON: Words = [
  'a text with a colon in it reads as a key',
  "put the whole text in quotes, as in signature: '(x: number) => number'",
]
const OPEN: Words = [
  'a bracket or a quote is opened and not closed, or closed and not opened',
  'count the brackets and quotes of this line and the one before it',
]
const LETTER: Words = [
  'a text cannot begin with this letter',
  "put the text in quotes: formula: '…'",
]
const PLAIN: Words = [
  'YAML reads this as something of its own, which a spec has no use for',
  'put the text in quotes',
]

/** By what the YAML parser calls them. */
const WORDS: { readonly [code in YAMLError['code']]: Words } = {
  ALIAS_PROPS: PLAIN,
  BAD_ALIAS: PLAIN,
  BAD_COLLECTION_TYPE: PLAIN,
  BAD_DIRECTIVE: PLAIN,
  BAD_DQ_ESCAPE: [
    'double quotes give the backslash a meaning of its own',
    'use single quotes, or write the backslash twice',
  ],
  BAD_INDENT: INDENT,
  BAD_PROP_ORDER: PLAIN,
  BAD_SCALAR_START: LETTER,
  BLOCK_AS_IMPLICIT_KEY: COLON,
  BLOCK_IN_FLOW: OPEN,
  DUPLICATE_KEY: TWICE,
  IMPOSSIBLE: PLAIN,
  KEY_OVER_1024_CHARS: ['a key is far too long', 'put the text in quotes, behind its key'],
  MISSING_CHAR: OPEN,
  MULTILINE_IMPLICIT_KEY: [
    'a line has no colon, so that it runs on into the next',
    'write key: value, with a blank behind the colon',
  ],
  MULTIPLE_ANCHORS: PLAIN,
  MULTIPLE_DOCS: ['a spec is one document', 'remove the line of three dashes in the middle'],
  MULTIPLE_TAGS: PLAIN,
  NON_STRING_KEY: ['a key is a text', 'put the key in quotes'],
  RESOURCE_EXHAUSTION: ['the blocks are nested too deeply', 'a spec needs five levels at most'],
  TAB_AS_INDENT: ['a tab indents this line', 'indent with blanks'],
  TAG_RESOLVE_FAILED: PLAIN,
  UNEXPECTED_TOKEN: OPEN,
}

/** Where the text is no YAML, in the words of whoever writes it; one for each line. */
export function syntaxDefects(
  errors: readonly YAMLError[],
  lineAt: (offset: number) => number,
): (SpecDefect & { readonly start: number })[] {
  const told = new Set<number>()
  return errors.flatMap(({ code, pos: [start] }) => {
    const line = lineAt(start)
    if (told.has(line)) return []
    told.add(line)
    const [message, advice] = WORDS[code]
    return [{ path: [], message, advice, start }]
  })
}
