import { locales } from '../src/messages/catalogue.ts'
import { learn } from '../src/messages/languages.ts'

/** Tests render in every language; a program loads the one it needs. */
await Promise.all(locales.map(learn))
