// Makes a fresh clone ready: packages, and for the tests a browser.
//
// Plain JavaScript on purpose: it must run on whatever Node the machine has, before `npm ci` brings
// the one the project runs on.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const root = path.resolve(
  import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname),
  '..',
)
const stampFile = path.join(root, 'node_modules', '.park-atlas-lock')
const lockHash = createHash('sha256')
  .update(readFileSync(path.join(root, 'package-lock.json')))
  .digest('hex')
const installed = existsSync(stampFile) && readFileSync(stampFile, 'utf8') === lockHash

if (!installed) {
  console.log('Set-up: installing packages (npm ci) …')
  // A parent npm run exports its own settings; a nested run inherits only what the user configured.
  const result = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (result.status !== 0) {
    console.error(
      'Set-up failed: `npm ci` did not finish. Check the registry connection and try again.',
    )
    process.exit(result.status ?? 1)
  }
  writeFileSync(stampFile, lockHash)
}

if (process.argv.includes('--browser')) installBrowserWhenMissing()

function installBrowserWhenMissing() {
  if (browserPath()) return
  const isRoot = typeof process.getuid === 'function' && process.getuid() === 0
  if (existsSync('/usr/bin/apt-get') && isRoot) {
    console.log("Set-up: installing Debian's Chromium and a Chinese font for the browser tests …")
    const quiet = {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }
    spawnSync('apt-get', ['update'], quiet)
    spawnSync(
      'apt-get',
      ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'],
      quiet,
    )
  }
  if (!browserPath()) {
    console.error(
      'The browser tests need Chrome or Chromium and none was found. Install one ' +
        '(Debian: apt-get install chromium fonts-noto-cjk) or set CHROMIUM=/path/to/chrome. ' +
        '`npm run check` runs everything else without it.',
    )
    process.exit(1)
  }
}

function browserPath() {
  const named = process.env.CHROMIUM
  if (named) return existsSync(named) ? named : undefined
  return [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ].find((candidate) => existsSync(candidate))
}
