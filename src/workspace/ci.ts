import type { PlannedFile } from './init.ts'

/** The systems that `init --ci` writes a workflow for. */
export const ciSystems = ['github', 'gitlab'] as const
export type CiSystem = (typeof ciSystems)[number]

/** A workflow that judges every exercise on each push, ready to be committed. */
export function ciFile(system: CiSystem): PlannedFile {
  return FILES[system]
}

const FILES: Readonly<Record<CiSystem, PlannedFile>> = {
  github: {
    path: '.github/workflows/mlp-check.yml',
    text: `name: mlp-check
on: [push, pull_request]
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 24
      - run: npx --yes mlp-check check --begun --reporter github --reporter terminal
`,
  },
  gitlab: {
    path: '.gitlab-ci.yml',
    text: `mlp-check:
  image: node:24
  script:
    - npx --yes mlp-check check --begun --reporter terminal --reporter junit=mlp-check.xml
  artifacts:
    when: always
    reports:
      junit: mlp-check.xml
`,
  },
}
