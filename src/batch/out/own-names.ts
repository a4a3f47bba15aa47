/** What a run writes by these names: no grade sheet may be called so. */
export const OWN_FILES = [
  'files.csv',
  'gradebook.html',
  'grades.csv',
  'journal.jsonl',
  'mail.csv',
  'match.csv',
  'overrides.csv',
  'report.json',
  'run.json',
] as const
