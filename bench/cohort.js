import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * A class on disk: one folder a student, each with an answer of its own to ex1. Three in five are
 * right. No two files are equal: names, constants' spelling and comments differ, so that nothing
 * is judged by having been judged before.
 */
export function writeCohort(root, folder, count) {
  const solutions = join(root, 'solutions', 'ex01-tanh')
  const read = (...path) => readFileSync(join(solutions, ...path), 'utf8')
  const all = (kind) => readdirSync(join(solutions, kind)).map((name) => read(kind, name))
  const right = [read('solution.ts'), ...all('also-right')]
  const wrong = all('mistakes')
  for (let index = 0; index < count; index++) {
    const texts = index % 5 < 3 ? right : wrong
    const text = texts[Math.floor(index / 5) % texts.length]
    const student = join(folder, `student-${String(index).padStart(6, '0')}`)
    mkdirSync(student, { recursive: true })
    writeFileSync(join(student, 'ex1.ts'), individual(text, index))
  }
}

function individual(text, index) {
  return `// by student ${index}\nconst mark${index} = ${index % 97}\nvoid mark${index}\n${text}`
}
