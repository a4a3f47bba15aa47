import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../../src/package-root.ts'
import { hasProgram, needing } from '../machine.ts'

const read = (path: string) => readFileSync(join(packageRoot(), path), 'utf8')

describe('the image', () => {
  const stages = read('Dockerfile')
    .split(/^FROM /m)
    .slice(1)

  it('has of the stage that builds nothing but the installed program', () => {
    expect(stages).toHaveLength(2)
    const last = stages[1] ?? ''
    expect(last.match(/^COPY .*/gm)).toEqual(['COPY --from=build /opt/mlp-check /opt/mlp-check'])
    expect(last).not.toMatch(/^RUN /m)
  })

  it('runs as a user without rights, trusts no folder, and keeps tables where it may write', () => {
    const last = stages[1] ?? ''
    expect(last.indexOf('USER node')).toBeLessThan(last.indexOf('ENTRYPOINT'))
    expect(last).toContain('ENV CI=true MLP_CHECK_CACHE=/tmp/')
    expect(last).toMatch(/ENTRYPOINT \["\/opt\/mlp-check\/node_modules\/\.bin\/mlp-check"\]/)
  })

  it('is built of what is committed, and of no installation of this machine', () => {
    const ignored = read('.dockerignore').split('\n')
    expect(ignored).toEqual(expect.arrayContaining(['node_modules', 'dist', '.git']))
  })
})

needing('git', hasProgram('git')).describe('a release', () => {
  it('is a tarball with lists of its parts, its provenance and a checksum of each', () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'mlp-check-release-')), 'out')
    const script = join(packageRoot(), 'scripts', 'release.js')
    const ran = spawnSync(process.execPath, [script, folder], { encoding: 'utf8' })
    // 1 where somebody is at work here, which the statement says too.
    expect([0, 1], ran.stderr).toContain(ran.status)
    const { version } = JSON.parse(read('package.json'))
    const endings = ['cyclonedx.json', 'spdx.json', 'tgz']
    const names = endings.map((ending) => `mlp-check-${version}.${ending}`)
    expect(readdirSync(folder).sort()).toEqual(['SHA256SUMS', ...names, 'provenance.json'].sort())
    for (const line of readFileSync(join(folder, 'SHA256SUMS'), 'utf8').trim().split('\n')) {
      const [sum, name = ''] = line.split('  ')
      const bytes = readFileSync(join(folder, name))
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sum)
    }
    const json = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8'))
    const { subject, predicate } = json('provenance.json')
    expect(subject[0].name).toBe(`mlp-check-${version}.tgz`)
    expect(predicate.buildDefinition.internalParameters.committed).toBe(ran.status === 0)
    const parts = json(`mlp-check-${version}.cyclonedx.json`).components
    const bundled = ['zod', 'yaml', 'commander', '@tensorflow/tfjs-core']
    const known = parts.map(({ name, group }: { name: string; group?: string }) =>
      group ? `${group}/${name}` : name,
    )
    expect(known).toEqual(expect.arrayContaining(bundled))
    expect(json(`mlp-check-${version}.spdx.json`).packages.length).toBeGreaterThan(parts.length)
  })
})
