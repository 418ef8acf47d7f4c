// When does a script that only looks after others end, and they with it?
import type { ChildProcess } from 'node:child_process'

const LOOK_EVERY_MILLISECONDS = 500
const GRACE_MILLISECONDS = 2000

/**
 * Ends the children when this process is asked to, or when its parent is gone: npm passes a signal to
 * its shell, which does not pass it on. Ends this process as soon as one child has ended.
 */
export function endTogether(children: ChildProcess[]): void {
  const parent = process.ppid
  const endChildren = () => {
    for (const child of children) child.kill('SIGTERM')
  }
  process.once('SIGTERM', endChildren)
  // A terminal has signalled the children too, and a second signal would interrupt their clean-up.
  process.once('SIGINT', () => setTimeout(endChildren, GRACE_MILLISECONDS))
  setInterval(() => {
    if (process.ppid !== parent) endChildren()
  }, LOOK_EVERY_MILLISECONDS).unref()
  for (const child of children) {
    child.on('exit', (code) => {
      endChildren()
      process.exit(code ?? 0)
    })
  }
}
