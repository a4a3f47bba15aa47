import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { packageRoot } from '../src/package-root.ts'

interface Locked {
  readonly resolved?: string
  readonly dev?: boolean
  readonly optional?: boolean
  readonly peer?: boolean
  readonly os?: readonly string[]
  readonly cpu?: readonly string[]
  readonly hasInstallScript?: boolean
}

const { packages } = JSON.parse(readFileSync(join(packageRoot(), 'package-lock.json'), 'utf8')) as {
  packages: Record<string, Locked>
}
const locked = Object.entries(packages)

it('the lock file names no registry', () => {
  expect(locked.filter(([, { resolved }]) => resolved !== undefined)).toEqual([])
})

it('nothing that everybody installs is native code or runs a script', () => {
  const installed = locked.filter(
    ([path, { dev, optional, peer }]) => path !== '' && !dev && !optional && !peer,
  )
  expect(installed.length).toBeGreaterThan(0)
  const native = installed.filter(
    ([, { os, cpu, hasInstallScript }]) => os ?? cpu ?? hasInstallScript,
  )
  expect(native).toEqual([])
})
