import type { Language, Sentences } from './catalogue.ts'
import { phraseBook } from './phrase-book.ts'
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

export const chinese: Language = { sentences, translate: phraseBook(phrases) }
