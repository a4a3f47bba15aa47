import type { Locale } from './catalogue.ts'

/** What stands between the parts of a sentence, and between sentences. */
interface Signs {
  readonly comma: string
  readonly colon: string
  readonly stop: string
  readonly between: string
}

export const SIGNS: Readonly<Record<Locale, Signs>> = {
  en: { comma: ', ', colon: ': ', stop: '.', between: ' ' },
  'zh-CN': { comma: '，', colon: '：', stop: '。', between: '' },
}
