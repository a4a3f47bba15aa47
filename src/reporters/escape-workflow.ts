import { cleanText } from '../text/clean-text.ts'

/** What follows the second `::` of a GitHub workflow command. */
export function escapeWorkflowData(text: string): string {
  return cleanText(text).replaceAll('%', '%25').replaceAll('\n', '%0A')
}

/** The value of a command's property, such as `file` or `title`. */
export function escapeWorkflowProperty(text: string): string {
  return escapeWorkflowData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
