import { english } from '../src/messages/catalogue.ts'
import { simplified } from '../src/messages/chinese.ts'
import { allOf } from '../src/messages/part.ts'

/** Every language's sentences. */
export const catalogues = { en: allOf(english), 'zh-CN': allOf(simplified) } as const
