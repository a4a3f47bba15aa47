#!/usr/bin/env node
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

/**
 * Builds the native addon of @tensorflow/tfjs-node against the libtensorflow inside PyPI's
 * tensorflow-cpu wheel, for networks that do not reach the bucket its own installer downloads from.
 *
 *   node scripts/build-tfjs-node.js           build, or take it from the cache, and install it
 *   node scripts/build-tfjs-node.js --check   only say whether the addon is there (exit code 1: no)
 *
 * Everything large is kept in MLP_CHECK_NATIVE_CACHE, else in the user's cache folder. The last line
 * is `ready: …`, `skipped: …` (exit code 0: this machine cannot have it) or `failed: …` (1).
 */

const TENSORFLOW = '2.21.0'
// The library in the wheel does not depend on Python; one ABI is named to get one known file.
const WHEEL_PLATFORMS = { x64: 'manylinux_2_27_x86_64', arm64: 'manylinux_2_27_aarch64' }

const UNPACK = `
import sys, zipfile, os
wheel, target = sys.argv[1:]
wanted = ("tensorflow/include/", "tensorflow/libtensorflow_cc.so.2", "tensorflow/libtensorflow_framework.so.2")
with zipfile.ZipFile(wheel) as archive:
    for name in archive.namelist():
        if name.startswith(wanted) and not name.endswith("/"):
            archive.extract(name, target)
`

const root = resolve(import.meta.dirname, '..')
const say = (text) => process.stdout.write(`${text}\n`)

class Skip extends Error {}

try {
  const present = findTfjsNode()
  if (process.argv.includes('--check')) {
    const file = present && installedAddon(present)
    end(file ? `ready: ${file}` : 'failed: the addon is not built', file ? 0 : 1)
  }
  end(`ready: ${build(present)}`, 0)
} catch (error) {
  if (error instanceof Skip) end(`skipped: ${error.message}`, 0)
  end(`failed: ${error.message}`, 1)
}

function end(line, code) {
  say(line)
  process.exit(code)
}

/** The folder of the installed package, or undefined: npm removes it when its installer fails. */
function findTfjsNode() {
  try {
    const file = createRequire(join(root, 'package.json')).resolve(
      '@tensorflow/tfjs-node/package.json',
    )
    return dirname(file)
  } catch {
    return undefined
  }
}

/** Its JavaScript, installed into the cache without its installer and linked to where Node looks. */
function installJavaScript() {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const range = manifest.optionalDependencies['@tensorflow/tfjs-node']
  const folder = join(cacheFolder(), `tfjs-node-javascript-${range.replace(/[^0-9.]/g, '')}`)
  const installed = join(folder, 'node_modules', '@tensorflow', 'tfjs-node')
  if (!existsSync(installed)) {
    say(`installing the JavaScript of @tensorflow/tfjs-node ${range} with npm (about 300 MB)`)
    const work = `${folder}.${process.pid}`
    mkdirSync(work, { recursive: true })
    const dependencies = { '@tensorflow/tfjs-node': range }
    const { overrides } = manifest
    writeFileSync(join(work, 'package.json'), JSON.stringify({ dependencies, overrides }))
    const { status, stderr } = spawnSync('npm', ['install', '--ignore-scripts', '--no-audit'], {
      cwd: work,
      encoding: 'utf8',
    })
    if (status !== 0) throw new Skip(`npm could not install it: ${lastLine(stderr)}`)
    renameSync(work, folder)
  }
  const link = join(root, 'node_modules', '@tensorflow', 'tfjs-node')
  mkdirSync(dirname(link), { recursive: true })
  rmSync(link, { recursive: true, force: true })
  symlinkSync(installed, link)
  return installed
}

function lastLine(text) {
  return text.trim().split('\n').at(-1) || 'no reason given'
}

function installedAddon(tfjsNode) {
  const lib = join(tfjsNode, 'lib')
  const folders = existsSync(lib) ? readdirSync(lib) : []
  return folders
    .map((folder) => join(lib, folder, 'tfjs_binding.node'))
    .find((file) => existsSync(file))
}

function build(installed) {
  const platform = WHEEL_PLATFORMS[process.arch]
  if (process.platform !== 'linux' || platform === undefined) {
    throw new Skip(
      `PyPI has no tensorflow-cpu wheel with libtensorflow for ${process.platform}-${process.arch}; ` +
        'use the installer of @tensorflow/tfjs-node itself',
    )
  }
  const tfjsNode = installed ?? installJavaScript()
  const present = installedAddon(tfjsNode)
  if (present && loads(tfjsNode)) return present
  const cache = cacheFolder()
  const library = fetchLibrary(cache, platform)
  const addon = compileAddon(cache, library, tfjsNode)
  install(tfjsNode, library, addon)
  if (!loads(tfjsNode)) throw new Error('the addon was built but does not load')
  return installedAddon(tfjsNode)
}

/** In a process of its own: a broken addon may take its process with it. */
function loads(tfjsNode) {
  const file = installedAddon(tfjsNode)
  const { status } = spawnSync(process.execPath, ['-e', `require(${JSON.stringify(file)})`], {
    stdio: 'ignore',
  })
  return status === 0
}

function cacheFolder() {
  const base = process.env.MLP_CHECK_NATIVE_CACHE
  if (base) return resolve(base)
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'mlp-check-native')
}

/** Headers and the two libraries of the wheel, in the layout that the addon's build expects. */
function fetchLibrary(cache, platform) {
  const folder = join(cache, `libtensorflow-${TENSORFLOW}-${platform}`)
  if (existsSync(folder)) {
    say(`libtensorflow ${TENSORFLOW}: from ${folder}`)
    return folder
  }
  const work = `${folder}.${process.pid}`
  mkdirSync(work, { recursive: true })
  try {
    const python = findPython()
    const wheel = downloadWheel(work, platform, python)
    unpackWheel(work, wheel, python)
    rmSync(wheel)
    renameSync(work, folder)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
  return folder
}

function findPython() {
  const python = ['python3', 'python'].find(
    (name) => spawnSync(name, ['-m', 'pip', '--version'], { stdio: 'ignore' }).status === 0,
  )
  if (python === undefined) throw new Skip('no Python with pip was found to download the wheel')
  return python
}

function downloadWheel(work, platform, python) {
  say(`downloading tensorflow-cpu ${TENSORFLOW} for ${platform} from PyPI with pip (about 275 MB)`)
  const target = ['--python-version', '3.12', '--implementation', 'cp', '--abi', 'cp312']
  const { status, stderr } = spawnSync(
    python,
    [
      ...['-m', 'pip', 'download', '--quiet', '--no-deps', '--only-binary=:all:', '--dest', work],
      ...[...target, '--platform', platform, `tensorflow-cpu==${TENSORFLOW}`],
    ],
    { encoding: 'utf8' },
  )
  if (status !== 0) {
    throw new Skip(
      `pip could not download tensorflow-cpu ${TENSORFLOW} from PyPI: ${lastLine(stderr)}`,
    )
  }
  const file = readdirSync(work).find((name) => name.endsWith('.whl'))
  if (file === undefined) throw new Error('pip downloaded no wheel')
  return join(work, file)
}

function unpackWheel(work, wheel, python) {
  say('unpacking headers and libraries')
  execFileSync(python, ['-c', UNPACK, wheel, work])
  const from = join(work, 'tensorflow')
  const lib = join(work, 'lib')
  mkdirSync(lib)
  renameSync(join(from, 'include'), join(work, 'include'))
  for (const name of ['libtensorflow_cc.so.2', 'libtensorflow_framework.so.2']) {
    renameSync(join(from, name), join(lib, name))
  }
  symlinkSync('libtensorflow_cc.so.2', join(lib, 'libtensorflow.so'))
  symlinkSync('libtensorflow_framework.so.2', join(lib, 'libtensorflow_framework.so'))
  rmSync(from, { recursive: true })
}

/** Compiled in a copy, so that an interrupted build leaves nothing in node_modules. */
function compileAddon(cache, library, tfjsNode) {
  const { version, binary } = JSON.parse(readFileSync(join(tfjsNode, 'package.json'), 'utf8'))
  const napi = Math.max(...binary.napi_versions.filter((n) => n <= Number(process.versions.napi)))
  const key = createHash('sha256').update(library).digest('hex').slice(0, 8)
  const folder = join(cache, `tfjs-node-${version}-napi-v${napi}-${process.arch}-${key}`)
  const addon = { file: join(folder, 'tfjs_binding.node'), napi }
  if (existsSync(addon.file)) {
    say(`tfjs-node ${version}: the addon from ${folder}`)
    return addon
  }
  const work = `${folder}.${process.pid}`
  try {
    copySources(tfjsNode, work, library)
    runNodePreGyp(tfjsNode, work)
    mkdirSync(folder, { recursive: true })
    const built = join(work, 'lib', `napi-v${napi}`, 'tfjs_binding.node')
    copyFileSync(built, `${addon.file}.${process.pid}`)
    renameSync(`${addon.file}.${process.pid}`, addon.file)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
  return addon
}

function copySources(tfjsNode, work, library) {
  mkdirSync(work, { recursive: true })
  for (const name of ['binding', 'binding.gyp', 'package.json', 'scripts']) {
    cpSync(join(tfjsNode, name), join(work, name), { recursive: true })
  }
  symlinkSync(library, join(work, 'deps'))
}

function runNodePreGyp(tfjsNode, work) {
  say('compiling the addon (a C++ compiler and make are needed)')
  const manifest = createRequire(join(tfjsNode, 'package.json')).resolve(
    '@mapbox/node-pre-gyp/package.json',
  )
  const script = join(dirname(manifest), 'bin', 'node-pre-gyp')
  const headers = join(dirname(process.execPath), '..')
  const nodedir = existsSync(join(headers, 'include', 'node', 'node_api.h')) ? headers : undefined
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [script, 'install', '--build-from-source', ...(nodedir ? [`--nodedir=${nodedir}`] : [])],
    { cwd: work, encoding: 'utf8', maxBuffer: 1 << 28 },
  )
  if (status === 0) return
  writeFileSync(join(dirname(work), 'build.log'), `${stdout}\n${stderr}`)
  throw new Error(`the addon did not compile; see ${join(dirname(work), 'build.log')}`)
}

/** The library is linked from the cache: it is a gigabyte. */
function install(tfjsNode, library, addon) {
  rmSync(join(tfjsNode, 'deps'), { recursive: true, force: true })
  symlinkSync(library, join(tfjsNode, 'deps'))
  const folder = join(tfjsNode, 'lib', `napi-v${addon.napi}`)
  mkdirSync(folder, { recursive: true })
  copyFileSync(addon.file, join(folder, 'tfjs_binding.node'))
}
