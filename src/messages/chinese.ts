import { english, type Language, type MessageId, type Translation } from './catalogue.ts'
import { allOf, findIn } from './part.ts'
import { type Phrases, phraseBook } from './phrase-book.ts'
import { phrases } from './phrases/index.ts'
import { zhCn } from './zh-cn.ts'
import { zhCnBatch } from './zh-cn-batch.ts'
import { zhCnCommands } from './zh-cn-commands.ts'
import { zhCnNotFollowed } from './zh-cn-not-followed.ts'
import { zhCnObserved } from './zh-cn-observed.ts'
import { zhCnPage } from './zh-cn-page.ts'
import { zhCnProof } from './zh-cn-proof.ts'
import { zhCnSyntax } from './zh-cn-syntax.ts'
import { zhCnTerminal } from './zh-cn-terminal.ts'

export const simplified: Translation = [
  zhCnTerminal,
  zhCn,
  zhCnProof,
  zhCnNotFollowed,
  zhCnObserved,
  zhCnSyntax,
  zhCnCommands,
  zhCnBatch,
  zhCnPage,
]

/** Whole sentences of the catalogue: some are thrown in English, where nobody knows yet who will read. */
function wholeSentences(): Phrases {
  const [said, sentences] = [allOf(english), allOf(simplified)]
  return Object.fromEntries(
    (Object.keys(said) as MessageId[])
      .filter((id) => said[id].length === 0)
      .map((id) => [said[id]({}), sentences[id]({})] as const)
      .filter(([text]) => text.includes(' ')),
  )
}

export const chinese: Language = {
  sentence: (id) => findIn(simplified, id),
  translate: phraseBook(() => [wholeSentences(), ...phrases]),
}
