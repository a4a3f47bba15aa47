import { gfmTable } from 'micromark-extension-gfm-table'
import { math } from 'micromark-extension-math'

/** What a statement may be written in besides CommonMark, for a page and for a terminal alike. */
export const syntax = [gfmTable(), math()]
