import type { SpawnOptions } from 'node:child_process'

/** `ended` is “code 1”, say, the signal that ended it, or why it could not be started. */
export type Ran = { ended: string; succeeded: boolean }
export type Run = (command: string, words: string[], options?: SpawnOptions) => Promise<Ran>

export function inTurn<T>(
  folder: string,
  name: string,
  onWait: () => void,
  work: (run: Run) => Promise<T>,
): Promise<T>

export function turnAddress(folder: string, name: string, platform: NodeJS.Platform): string
