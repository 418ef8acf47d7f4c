// One at a time: who else on this machine is doing the same in this folder?
//
// A turn is an address on which the process that has it listens; a later process connects and
// is notified by the system when it is over. No file is left for a crash to leave behind, and nothing is
// asked again and again. What is started by `run` inherits the address, so a turn lasts until npm or
// a build has ended too, even when the process that started it was killed.
//
// Plain JavaScript on purpose, like the set-up that needs it.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { realpathSync, rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** Does `work` when no other process has the turn of this name in `folder`; `onWait` is called if it waits. */
export async function inTurn(folder, name, onWait, work) {
  const address = turnAddress(realpathSync(folder), name, process.platform)
  const turn = await take(address, onWait)
  try {
    return await work((command, words, options) => run(turn.server, command, words, options))
  } finally {
    turn.end()
  }
}

async function take(address, onWait) {
  for (let waited = false; ; waited = true) {
    const turn = await listen(address)
    if (turn) return turn
    if (!waited) onWait()
    await untilOver(address)
  }
}

/** Null where another process listens. */
function listen(address) {
  return new Promise((resolve, reject) => {
    const waiting = new Set()
    const server = createServer((socket) => {
      waiting.add(socket)
      // One that stops waiting is nothing to report.
      socket.on('error', () => {}).on('close', () => waiting.delete(socket))
    })
    server.on('error', (error) => (error.code === 'EADDRINUSE' ? resolve(null) : reject(error)))
    server.listen(address, () =>
      resolve({
        server,
        end() {
          server.close()
          for (const socket of waiting) socket.destroy()
        },
      }),
    )
  })
}

function untilOver(address) {
  return new Promise((resolve) => {
    connect(address)
      .on('error', (error) => {
        // Outside Linux and Windows the address is a file, and only that survives a crash.
        if (error.code === 'ECONNREFUSED' && !address.startsWith('\0'))
          rmSync(address, { force: true })
      })
      .on('close', resolve)
      .resume()
  })
}

function run(server, command, words, options = {}) {
  return new Promise((resolve) => {
    const stdio = ['inherit', 'inherit', 'inherit']
    // Node names the descriptor nowhere else; Windows has none, and its turn ends with this process.
    if (server._handle?.fd > 2) stdio.push(server._handle.fd)
    spawn(command, words, { ...options, stdio })
      .on('error', (error) => resolve({ ended: error.message, succeeded: false }))
      .on('exit', (code, signal) =>
        resolve({ ended: signal ?? `code ${code}`, succeeded: code === 0 }),
      )
  })
}

/** Linux keeps a name that begins with NUL, and Windows a pipe, for as long as it is listened to. */
export function turnAddress(folder, name, platform) {
  const hash = createHash('sha256').update(`${folder}\0${name}`).digest('hex').slice(0, 24)
  if (platform === 'linux') return `\0park-atlas-${hash}`
  if (platform === 'win32') return `\\\\.\\pipe\\park-atlas-${hash}`
  return path.join(tmpdir(), `park-atlas-${hash}.socket`)
}
