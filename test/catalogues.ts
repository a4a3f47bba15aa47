import { english } from '../src/messages/catalogue.ts'
import { chinese } from '../src/messages/chinese.ts'

/** Every language's sentences. */
export const catalogues = { en: english, 'zh-CN': chinese.sentences } as const
