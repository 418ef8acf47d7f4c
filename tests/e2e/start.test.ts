// Does nothing stay behind when `npm start` is asked to end?
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, it } from 'vitest'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'

/** As npm does it: a shell in between, which keeps a signal to itself. */
function start(): ChildProcess {
  return spawn('sh', ['-c', '"$0" scripts/start.ts; true', process.execPath], {
    env: { ...process.env, PORT: '0', DATA_DIR: temporaryFolder() },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  })
}

function printedAddress(shell: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = ''
    shell.stdout?.on('data', (chunk) => {
      printed += chunk
      const found = printed.match(/http:\/\/[^\s/]+/)?.[0]
      if (found) resolve(found)
    })
    shell.once('exit', (code) => reject(new Error(`The start ended with ${code}: ${printed}`)))
  })
}

it.each([
  ['its shell is ended alone', (shell: ChildProcess) => shell.kill('SIGTERM')],
  [
    'a terminal interrupts all of them at once',
    (shell: ChildProcess) => process.kill(-Number(shell.pid), 'SIGINT'),
  ],
])('frees its address when %s', async (_, end) => {
  const shell = start()
  const origin = await printedAddress(shell)
  expect((await fetch(`${origin}/api`)).status).toBe(200)
  // Closes when the last process that could still print has ended.
  const closed = once(shell, 'close')
  end(shell)
  await closed
  await expect(fetch(`${origin}/api`)).rejects.toThrow()
})
