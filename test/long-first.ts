import { join } from 'node:path'
import { globSync } from 'tinyglobby'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { packageRoot } from '../src/package-root.ts'
import { LONG } from './projects.ts'

const root = packageRoot()
const long = new Set(globSync([...LONG], { cwd: root }).map((file) => join(root, file)))

/**
 * Files that take minutes begin first, so that none of them runs on by itself at the end while
 * other workers have nothing left to do. A fresh checkout knows no durations, and vitest would go
 * by the sizes of the files.
 */
export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const isLong = ({ moduleId }: TestSpecification) => long.has(moduleId)
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))]
  }
}
