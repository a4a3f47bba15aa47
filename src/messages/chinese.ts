import { english, type Language, type MessageId, type Sentences } from './catalogue.ts'
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

/** Every sentence of the catalogue, each of them: a missing one does not compile. */
const sentences: Sentences = {
  ...zhCn,
  ...zhCnBatch,
  ...zhCnCommands,
  ...zhCnNotFollowed,
  ...zhCnObserved,
  ...zhCnPage,
  ...zhCnProof,
  ...zhCnSyntax,
  ...zhCnTerminal,
}

/** Whole sentences of the catalogue: some are thrown in English, where nobody knows yet who will read. */
const whole: Phrases = Object.fromEntries(
  (Object.keys(english) as MessageId[])
    .filter((id) => english[id].length === 0)
    .map((id) => [(english[id] as () => string)(), sentences[id]({})] as const)
    .filter(([text]) => text.includes(' ')),
)

export const chinese: Language = { sentences, translate: phraseBook({ ...whole, ...phrases }) }
