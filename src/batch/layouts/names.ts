/** What `--layout` takes, in the order in which an input is held against them. */
export const layoutNames = [
  'gradescope',
  'moodle',
  'canvas',
  'blackboard',
  'repositories',
  'sections',
  'flat',
  'folders',
] as const

export type LayoutName = (typeof layoutNames)[number]
