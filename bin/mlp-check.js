#!/usr/bin/env node
'use strict'

/**
 * What goes wrong before the command can say so itself. Versions of Node that are too old read this
 * file, so nothing in it is newer than they are. Exit code 5: 1 would be a wrong answer's.
 */
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  end('it needs Node 20.19 or newer', `this is Node ${process.version}, ${process.execPath}`)
}
try {
  require('../dist/start-compiled.cjs')
} catch (error) {
  const [what] = String(error.message).split('\n')
  if (process.env.MLP_CHECK_DEBUG) console.error(error.stack)
  end(`it cannot start: ${what}`, 'in a checkout: npm ci && npm run build; else install it again')
}

function end(problem, advice) {
  console.error(`mlp-check: ${problem}\n  ${advice}`)
  process.exit(5)
}
