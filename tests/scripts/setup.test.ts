// Does set-up finish once, start over when it was stopped, and say what is missing?
//
// Each test has a clone of its own with nothing but set-up in it, and an npm that only notes its calls.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'

type Machine = { npm?: 'works' | 'fails'; browsers?: string[]; env?: Record<string, string> }

function clone() {
  const root = temporaryFolder()
  const bin = path.join(root, 'bin')
  const calls = path.join(root, 'calls')
  mkdirSync(path.join(root, 'scripts'))
  mkdirSync(bin)
  writeFileSync(calls, '')
  writeFileSync(path.join(root, 'package-lock.json'), '{}')
  cpSync('scripts/setup.mjs', path.join(root, 'scripts/setup.mjs'))
  return {
    root,
    npmCalls: () => readFileSync(calls, 'utf8').split('\n').filter(Boolean),
    setUp: (words: string[], { npm = 'works', browsers = [], env = {} }: Machine = {}) => {
      const outcome = npm === 'works' ? `mkdir -p "${root}/node_modules"` : 'exit 7'
      const script = `#!/bin/sh\necho "$@" >> "${calls}"\n${outcome}\n`
      writeFileSync(path.join(bin, 'npm'), script, { mode: 0o755 })
      writeFileSync(path.join(root, 'scripts/browsers.json'), JSON.stringify(browsers))
      const { status, stderr } = spawnSync(
        process.execPath,
        [path.join(root, 'scripts/setup.mjs'), ...words],
        { encoding: 'utf8', env: { PATH: `${bin}:/usr/bin:/bin`, ...env } },
      )
      return { status, said: stderr }
    },
  }
}

it('installs once, and again when the lock file says something else', () => {
  const { root, npmCalls, setUp } = clone()
  expect(setUp([]).status).toBe(0)
  expect(setUp([]).status).toBe(0)
  expect(npmCalls()).toHaveLength(1)
  writeFileSync(path.join(root, 'package-lock.json'), '{"changed": true}')
  setUp([])
  expect(npmCalls()).toHaveLength(2)
})

it('says how npm ended, in both languages, and starts over the next time', () => {
  const { npmCalls, setUp } = clone()
  const stopped = setUp([], { npm: 'fails' })
  expect(stopped.status).toBe(1)
  expect(stopped.said).toMatch(/`npm ci` ended with code 7; .*starts over/)
  expect(stopped.said).toContain('安装中断')
  expect(setUp([]).status).toBe(0)
  expect(npmCalls()).toHaveLength(2)
})

it('takes an installed browser, or the one that CHROMIUM names', () => {
  const { setUp } = clone()
  expect(setUp(['--browser'], { browsers: ['/nowhere', process.execPath] }).status).toBe(0)
  expect(setUp(['--browser'], { env: { CHROMIUM: process.execPath } }).status).toBe(0)
})

it('refuses a CHROMIUM that is not there instead of looking elsewhere', () => {
  const { setUp } = clone()
  const env = { CHROMIUM: '/nowhere/chrome' }
  const refused = setUp(['--browser'], { browsers: [process.execPath], env })
  expect(refused.status).toBe(1)
  expect(refused.said).toMatch(/CHROMIUM names \/nowhere\/chrome, which does not exist/)
})

it('leaves the stamp inside node_modules, so that removing the folder sets up again', () => {
  const { root, setUp } = clone()
  setUp([])
  expect(existsSync(path.join(root, 'node_modules/.park-atlas-set-up'))).toBe(true)
})
