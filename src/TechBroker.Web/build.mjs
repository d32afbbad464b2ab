// Builds the pages for `dotnet build`: installs packages if package-lock.json changed, then types, then vite, into dist/.
// Two builds at once wait for each other, and the second finds the work done. Uses nothing but Node itself.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`build.mjs : error TB0003: the pages need Node.js 20.19 or newer; this one is ${process.versions.node}.`)
  process.exit(1)
}

const here = dirname(fileURLToPath(import.meta.url))
process.chdir(here)
mkdirSync('obj', { recursive: true })

const lock = 'obj/pages.lock'
const sources = ['src', 'public', 'vite', 'index.html', 'package.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts', 'build.mjs', '../../schemas/openapi.json']

await takeLock()
try {
  const wanted = hashOf(sources)
  const built = read('dist/built.txt')
  if (built === wanted) {
    // Newer than what it was built from, or else every build would come here.
    const now = new Date()
    utimesSync('dist/built.txt', now, now)
  } else {
    install()
    run('npm', ['run', 'build', '--silent'], { TECHBROKER_WEB_OUT: 'obj/next' })
    writeFileSync('obj/next/built.txt', wanted)
    rmSync('dist', { recursive: true, force: true })
    renameSync('obj/next', 'dist')
  }
} finally {
  rmSync(lock, { recursive: true, force: true })
}

function install() {
  const stamp = 'node_modules/.installed'
  const wanted = hashOf(['package-lock.json'])
  if (read(stamp) !== wanted) {
    run('npm', ['ci', '--ignore-scripts', '--loglevel=error'])
    writeFileSync(stamp, wanted)
  }
}

function run(command, args, environment = {}) {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...environment }, shell: process.platform === 'win32' })
  if (status !== 0) {
    console.error(`${command} ${args.join(' ')} failed${error ? `: ${error.message}` : ''}`)
    rmSync(lock, { recursive: true, force: true })
    process.exit(1)
  }
}

async function takeLock() {
  const patience = Date.now() + 15 * 60_000
  for (;;) {
    try {
      mkdirSync(lock)
      writeFileSync(join(lock, 'pid'), String(process.pid))
      return
    } catch (error) {
      if (error.code !== 'EEXIST') {
        throw error
      }
    }
    if (isLeft() || Date.now() > patience) {
      rmSync(lock, { recursive: true, force: true })
    } else {
      await new Promise(resolve => setTimeout(resolve, 500))
    }
  }
}

/** Whether whoever took the lock is gone without giving it back. */
function isLeft() {
  const pid = Number(read(join(lock, 'pid')))
  if (!pid) {
    // It is being taken this moment, or its taker died between two lines.
    return existsSync(lock) && Date.now() - statSync(lock).mtimeMs > 10_000
  }
  try {
    process.kill(pid, 0)
    return false
  } catch (error) {
    return error.code === 'ESRCH'
  }
}

function hashOf(paths) {
  const hash = createHash('sha256')
  for (const file of paths.flatMap(filesOf)) {
    hash.update(file).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

function filesOf(path) {
  if (!existsSync(path) || path === 'src/api/schema.d.ts') {
    return []
  }
  return statSync(path).isDirectory() ? readdirSync(path).sort().flatMap(name => filesOf(`${path}/${name}`)) : [path]
}

function read(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
