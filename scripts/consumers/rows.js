import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

/**
 * Who reads which format. `read` lets the consumer's own code read the report of a case and says what
 * it saw: whether all passed (`passed`), how many tests of which kind (`counts`), or that the file is
 * one of its format (`valid`). `none` says why nobody's code could be run.
 */

const PYTHON_JUNIT = `
import sys
from junitparser import JUnitXml
suites = JUnitXml.fromfile(sys.argv[1])
kinds = {'Failure': 0, 'Error': 0, 'Skipped': 0}
tests = 0
for suite in suites:
    for case in suite:
        tests += 1
        for result in case.result:
            kinds[type(result).__name__] += 1
print(tests, kinds['Failure'], kinds['Error'], kinds['Skipped'])
`

const PYTHON_CHECK50 = `
import json, sys
import check50.renderer as renderer
report = json.load(open(sys.argv[1]))
html = renderer.to_html(**report)
assert all(result['name'] for result in report['results']) and '<html' in html
text = renderer.to_ansi(**report)
print(text.count(':)') + text.count(':(') + text.count(':|'), text.count(':('), 0, text.count(':|'))
`

const PYTHON_MARKDOWN = `
import sys
from cmarkgfm import github_flavored_markdown_to_html
html = github_flavored_markdown_to_html(open(sys.argv[1]).read())
print(html.count('<tr>') - html.count('<table>'))
`

const PYTHON_CSV = `
import csv, sys
rows = list(csv.DictReader(open(sys.argv[1], newline='')))
count = lambda status: sum(row['status'] == status for row in rows)
print(len(rows), count('failed'), count('errored'), count('skipped'))
`

const numbers = (text) => text.trim().split(/\s+/).map(Number)
const counts = ({ stdout }) => {
  const [tests, failures, errors, skipped] = numbers(stdout)
  return { tests, failures, errors, skipped }
}

/** An action of GitHub's, run by its built file as a runner does, with nothing that it may write to. */
function action(clone, main, inputs, { run, node, newNode, folder }) {
  const summary = join(folder, 'summary.md')
  const env = {
    ...inputVariables(clone, inputs),
    GITHUB_STEP_SUMMARY: summary,
    GITHUB_OUTPUT: join(folder, 'output'),
    GITHUB_REPOSITORY: 'course/answers',
    GITHUB_SHA: '0'.repeat(40),
    GITHUB_ACTIONS: 'true',
  }
  for (const file of [summary, env.GITHUB_OUTPUT]) run('touch', [file])
  // It asks Git for the names of files.
  run('git', ['init', '--quiet'], { cwd: folder })
  const ran = run(newNode ?? node, [join(clone, main)], { cwd: folder, env })
  return { ...ran, summary: existsSync(summary) ? readFileSync(summary, 'utf8') : '' }
}

/** What is not said has the default that the action's own file names. */
function inputVariables(clone, given) {
  const { inputs } = parse(readFileSync(join(clone, 'action.yml'), 'utf8'))
  const said = Object.entries(inputs).map(([name, { default: text = '' }]) => {
    const value = given[name] ?? (/token/.test(name) ? 'none' : text)
    return [`INPUT_${name.toUpperCase()}`, String(value)]
  })
  return Object.fromEntries(said)
}

export const rows = [
  {
    format: 'tap',
    consumer: 'prove (TAP::Harness)',
    from: { debian: 'prove' },
    version: ({ run }) => /Harness v(\S+)/.exec(run('prove', ['--version']).stdout)?.[1],
    read: ({ run, file }) => ({
      passed: run('prove', ['--exec', 'cat', file('tap')]).status === 0,
    }),
  },
  {
    format: 'tap',
    consumer: 'tap-parser',
    from: { npm: 'tap-parser' },
    read: ({ run, bin, file }) => ({
      passed: run('sh', ['-c', '"$0" < "$1"', bin('tap-parser'), file('tap')]).status === 0,
    }),
  },
  {
    format: 'tap',
    consumer: 'tappy',
    from: { pypi: 'tap.py' },
    read: ({ run, python, file }) => ({
      passed: run(join(python, '..', 'tappy'), [file('tap')]).status === 0,
    }),
  },
  {
    format: 'junit',
    consumer: "xmllint, Jenkins' junit-10.xsd",
    from: { debian: 'xmllint' },
    version: ({ run }) => /version (\d+)/.exec(run('xmllint', ['--version']).stderr)?.[1],
    read: ({ run, root, file }) => {
      const schema = join(root, 'test/reporters/schemas/junit.xsd')
      return { valid: run('xmllint', ['--noout', '--schema', schema, file('junit')]).status === 0 }
    },
  },
  {
    format: 'junit',
    consumer: 'junitparser',
    from: { pypi: 'junitparser' },
    read: ({ run, python, file }) => ({
      counts: counts(run(python, ['-c', PYTHON_JUNIT, file('junit')])),
    }),
  },
  {
    format: 'junit',
    consumer: 'junit2html',
    from: { pypi: 'junit2html' },
    read: ({ run, python, file, folder }) => ({
      valid:
        run(python, ['-m', 'junit2htmlreport', file('junit'), join(folder, 'junit.html')])
          .status === 0,
    }),
  },
  {
    format: 'junit (github)',
    consumer: 'mikepenz/action-junit-report',
    from: { clone: 'mikepenz+action-junit-report' },
    // The Node that its action.yml names.
    needs: ['node@24'],
    read: (tools) => {
      const inputs = {
        report_paths: 'junit-github.xml',
        annotate_only: 'true',
        detailed_summary: 'true',
        check_name: 'mlp-check',
      }
      const ran = action(tools.clone, 'dist/index.js', inputs, tools)
      const places = [...ran.stdout.matchAll(/^::error.*?file=([^,:]*).*?line=(\d+)/gm)]
      const [, tests, , skipped, failed] =
        /(\d+) ran.*?(\d+) passed.*?(\d+) skipped.*?(\d+) failed/.exec(
          ran.summary.replace(/\s+/g, ' '),
        ) ?? []
      return {
        saw: `${places.length} annotations${tests === undefined ? '' : `, ${tests} ran, ${failed} failed, ${skipped} skipped`}`,
        annotated: places.map(([, name, line]) => `${name}:${line}`),
      }
    },
  },
  ...['java-junit', 'jest-junit'].map((reporter) => ({
    format: 'junit',
    consumer: `dorny/test-reporter, ${reporter}`,
    from: { clone: 'dorny+test-reporter' },
    read: (tools) => {
      const inputs = { name: 'mlp-check', path: 'junit.xml', reporter }
      return { passed: action(tools.clone, 'dist/index.js', inputs, tools).status === 0 }
    },
  })),
  {
    format: 'sarif',
    consumer: "Microsoft's multitool",
    from: { npm: '@microsoft/sarif-multitool' },
    read: ({ run, bin, file }) => {
      const ran = run(bin('sarif-multitool'), ['validate', file('sarif')])
      return { valid: ran.status === 0 && !/: error /.test(ran.stdout) }
    },
  },
  {
    format: 'check50',
    consumer: "check50's renderers",
    from: { pypi: 'check50' },
    read: ({ run, python, file }) => ({
      counts: counts(run(python, ['-c', PYTHON_CHECK50, file('check50')])),
      as: ({ tests, failures, errors, skipped }) => ({
        ...{ tests, failures: failures + errors, errors: 0, skipped },
      }),
    }),
  },
  {
    format: 'markdown',
    consumer: 'cmark-gfm',
    from: { pypi: 'cmarkgfm' },
    read: ({ run, python, file }) => ({
      counts: { tests: numbers(run(python, ['-c', PYTHON_MARKDOWN, file('markdown')]).stdout)[0] },
      as: ({ tests }) => ({ tests }),
    }),
  },
  {
    format: 'csv',
    consumer: "Python's csv",
    from: { debian: 'python3' },
    version: ({ run }) => run('python3', ['--version']).stdout.trim().split(' ')[1],
    read: ({ run, file }) => ({
      counts: counts(run('python3', ['-c', PYTHON_CSV, file('csv')])),
      as: ({ tests, failures, errors, skipped }) => ({
        ...{ tests, failures: failures + errors, errors: 0, skipped },
      }),
    }),
  },
  {
    format: 'classroom',
    consumer: 'autograding-grading-reporter',
    from: { clone: 'classroom-resources+autograding-grading-reporter' },
    needs: ['@actions/core@1', '@actions/exec@1', '@actions/github@6', 'cli-table3'],
    read: (tools) => {
      const encoded = readFileSync(tools.file('classroom'), 'utf8').trim()
      const ran = tools.run(tools.node, [join(tools.clone, 'src/main.js')], {
        cwd: tools.folder,
        env: { INPUT_RUNNERS: 'ex1', EX1_RESULTS: encoded },
      })
      return { passed: ran.status === 0 }
    },
  },
  {
    format: 'gradescope',
    consumer: 'Gradescope',
    none: 'its reader is not public; gradescope-utils writes this file and reads none: held to a schema',
  },
  {
    format: 'classroom50',
    consumer: 'Classroom 50, runner.py',
    none: 'in no registry: held to a schema of its rules',
  },
  {
    format: 'prairielearn',
    consumer: 'PrairieLearn',
    none: 'a server, in no registry: held to a schema',
  },
  {
    format: 'autolab',
    consumer: 'Autolab',
    none: 'a server in Ruby on Rails: its last line is parsed',
  },
  {
    format: 'exercism',
    consumer: "Exercism's website",
    none: 'not public as a package: held to a schema of version 2',
  },
  {
    format: 'github',
    consumer: "GitHub's runner",
    none: 'in no registry: held to a model of its documentation',
  },
]
