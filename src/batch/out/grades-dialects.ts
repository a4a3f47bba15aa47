/** What `--grades` takes. */
export const gradesDialects = ['plain', 'canvas', 'moodle'] as const

export type GradesDialect = (typeof gradesDialects)[number]
