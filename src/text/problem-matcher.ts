/** How runners and editors read the lines of the reporter gcc: groups of the expression by their meaning. */
export const PROBLEM_PATTERN = {
  regexp: '^(.+?):(\\d+):(\\d+): (error|warning): (.*)$',
  file: 1,
  line: 2,
  column: 3,
  severity: 4,
  message: 5,
}

/** For runners of workflows, which take whole files of matchers. */
export function problemMatcherFile() {
  return { problemMatcher: [{ owner: 'mlp-check', pattern: [PROBLEM_PATTERN] }] }
}
