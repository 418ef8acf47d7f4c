// Does set-up finish once, start over when it was stopped, and say what is missing?
//
// Each test has a clone of its own with nothing but set-up in it, and an npm that only notes its calls.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'

const PACKAGES = ['preact', 'zod']

/** What npm does in the clone, as lines of a shell; `hold` of a clone ends it when the test says so. */
const NPM = {
  works: 'mkdir -p node_modules/preact node_modules/zod',
  fails: 'exit 7',
  removesAndFails: 'rm -rf node_modules/*; exit 7',
  installsHalfAndFails: 'rm -rf node_modules/*; mkdir -p node_modules/zod; exit 7',
}

type Machine = { npm?: string; browsers?: string[]; env?: Record<string, string> }

function clone() {
  const root = temporaryFolder()
  const bin = path.join(root, 'bin')
  const calls = path.join(root, 'calls')
  const gate = path.join(root, 'gate')
  mkdirSync(path.join(root, 'scripts'))
  mkdirSync(bin)
  writeFileSync(calls, '')
  writeFileSync(path.join(root, 'package-lock.json'), '{}')
  for (const file of ['package.json', 'scripts/setup.mjs', 'scripts/turn.mjs']) {
    cpSync(file, path.join(root, file))
  }
  execFileSync('mkfifo', [gate])
  const begin = (words: string[], { npm = NPM.works, browsers = [], env = {} }: Machine = {}) => {
    const script = `#!/bin/sh\necho "$@" >> "${calls}"\n${npm}\n`
    writeFileSync(path.join(bin, 'npm'), script, { mode: 0o755 })
    writeFileSync(path.join(root, 'scripts/browsers.json'), JSON.stringify(browsers))
    return heard(
      spawn(process.execPath, [path.join(root, 'scripts/setup.mjs'), ...words], {
        env: { PATH: `${bin}:/usr/bin:/bin`, ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    )
  }
  return {
    root,
    npmCalls: () => readFileSync(calls, 'utf8').split('\n').filter(Boolean),
    begin,
    setUp: (words: string[], machine?: Machine) => begin(words, machine).ended,
    installEarlier: () => {
      for (const name of PACKAGES)
        mkdirSync(path.join(root, 'node_modules', name), { recursive: true })
    },
    /** Shell of an npm that says it is at work and ends, as installed, when `release` is called. */
    held: `echo at work; read word < "${gate}"; ${NPM.works}; echo ended >> "${calls}"`,
    release: () => writeFileSync(gate, 'go\n'),
  }
}

/** What a process says, for who waits for words of it or for its end. */
function heard(child: ChildProcess) {
  let said = ''
  const waiting: { words: string; resolve: () => void }[] = []
  const hear = (chunk: Buffer) => {
    said += chunk
    for (const { words, resolve } of waiting) if (said.includes(words)) resolve()
  }
  child.stdout?.on('data', hear)
  child.stderr?.on('data', hear)
  const ended = once(child, 'close').then(([status]) => ({ status: status as number, said }))
  onTestFinished(() => void child.kill('SIGKILL'))
  return {
    ended,
    kill: () => child.kill('SIGKILL'),
    says: (words: string) =>
      new Promise<void>((resolve) => {
        if (said.includes(words)) resolve()
        else waiting.push({ words, resolve })
      }),
  }
}

it('installs once, and again when the lock file says something else', async () => {
  const { root, npmCalls, setUp } = clone()
  expect((await setUp([])).status).toBe(0)
  expect((await setUp([])).status).toBe(0)
  expect(npmCalls()).toHaveLength(1)
  writeFileSync(path.join(root, 'package-lock.json'), '{"changed": true}')
  await setUp([])
  expect(npmCalls()).toHaveLength(2)
})

it('says how npm ended, in both languages, and starts over the next time', async () => {
  const { npmCalls, setUp } = clone()
  const stopped = await setUp([], { npm: NPM.fails })
  expect(stopped.status).toBe(1)
  expect(stopped.said).toMatch(/`npm ci` ended with code 7; .*starts over/)
  expect(stopped.said).toContain('安装中断')
  expect((await setUp([])).status).toBe(0)
  expect(npmCalls()).toHaveLength(2)
})

it('takes an installed browser, or the one that CHROMIUM names', async () => {
  const { setUp } = clone()
  const browsers = ['/nowhere', process.execPath]
  expect((await setUp(['--browser'], { browsers })).status).toBe(0)
  const env = { CHROMIUM: process.execPath }
  expect((await setUp(['--browser'], { env })).status).toBe(0)
})

it('refuses a CHROMIUM that is not there instead of looking elsewhere', async () => {
  const { setUp } = clone()
  const env = { CHROMIUM: '/nowhere/chrome' }
  const refused = await setUp(['--browser'], { browsers: [process.execPath], env })
  expect(refused.status).toBe(1)
  expect(refused.said).toMatch(/CHROMIUM names \/nowhere\/chrome, which does not exist/)
})

it('leaves the stamp inside node_modules, so that removing the folder sets up again', async () => {
  const { root, setUp } = clone()
  await setUp([])
  expect(existsSync(path.join(root, 'node_modules/.park-atlas-set-up'))).toBe(true)
})

it.each([
  ['No packages are installed.', NPM.fails, false],
  ['The packages installed earlier are still there, unchanged.', NPM.fails, true],
  ['The packages installed earlier are gone', NPM.removesAndFails, true],
  ['node_modules is incomplete', NPM.installsHalfAndFails, true],
] as const)('says truly what npm left: %s', async (words, npm, hasPackages) => {
  const { installEarlier, setUp } = clone()
  if (hasPackages) installEarlier()
  const { status, said } = await setUp([], { npm })
  expect(status).toBe(1)
  expect(said).toContain(words)
  expect(said.split('\n').filter((line) => /^安装中断.*(依赖包|不完整)/.test(line))).toHaveLength(1)
})

it('sets up again when an earlier lock file comes back after npm failed half-way', async () => {
  const { root, npmCalls, setUp } = clone()
  await setUp([])
  writeFileSync(path.join(root, 'package-lock.json'), '{"changed": true}')
  await setUp([], { npm: NPM.installsHalfAndFails })
  writeFileSync(path.join(root, 'package-lock.json'), '{}')
  expect((await setUp([])).status).toBe(0)
  expect(npmCalls()).toHaveLength(3)
})

it('sets up once for two commands started at once: the second waits and says so', async () => {
  const { npmCalls, begin, held, release } = clone()
  const first = begin([], { npm: held })
  await first.says('at work')
  const second = begin([], { npm: held })
  await second.says('waiting for it')
  release()
  expect((await first.ended).status).toBe(0)
  expect((await second.ended).status).toBe(0)
  expect(npmCalls()).toHaveLength(2)
  expect(npmCalls().at(-1)).toBe('ended')
})

it('goes on when the command it waits for was killed, but not before the npm of that has ended', async () => {
  const { npmCalls, begin, held, release, setUp } = clone()
  const first = begin([], { npm: held })
  await first.says('at work')
  first.kill()
  const second = begin([])
  await second.says('waiting for it')
  expect(npmCalls()).toHaveLength(1)
  release()
  expect((await second.ended).status).toBe(0)
  expect(npmCalls().map((call) => call.split(' ')[0])).toEqual(['ci', 'ended', 'ci'])
  expect((await setUp([])).status).toBe(0)
  expect(npmCalls()).toHaveLength(3)
})
