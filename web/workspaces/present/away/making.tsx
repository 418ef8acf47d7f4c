// Something that takes a while to make and is saved then: how far it is, the way to leave off, why it failed.
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Progress } from '#web/api/asked.ts'
import { t } from '#web/messages/index.ts'
import { type NO_PICTURE, NoPicture } from '#web/workspaces/present/away/stage-frame.ts'

type Reason = (typeof NO_PICTURE)[number] | 'unknown'
type Making =
  | { kind: 'idle' }
  | { kind: 'working'; progress: Progress }
  | { kind: 'failed'; reason: Reason }

type Make = (signal: AbortSignal, tell: (progress: Progress) => void) => Promise<void>

/** What is being made goes with the part of the page that asked for it. */
export function useMaking(): { making: Making; make: (one: Make) => void; leaveOff: () => void } {
  const [making, setMaking] = useState<Making>({ kind: 'idle' })
  const stop = useRef<AbortController | null>(null)
  useEffect(() => () => stop.current?.abort(), [])
  const run = async (one: Make) => {
    const asked = new AbortController()
    stop.current = asked
    const { signal } = asked
    const tell = (progress: Progress) => {
      if (!signal.aborted) setMaking({ kind: 'working', progress })
    }
    tell({ done: 0, total: 1 })
    try {
      await one(signal, tell)
      setMaking({ kind: 'idle' })
    } catch (error) {
      if (signal.aborted) return
      console.warn(error)
      setMaking({ kind: 'failed', reason: error instanceof NoPicture ? error.reason : 'unknown' })
    }
  }
  return {
    making,
    make: (one) => void run(one),
    leaveOff: () => {
      stop.current?.abort()
      setMaking({ kind: 'idle' })
    },
  }
}

type MakingProps = { making: Making; onLeaveOff: () => void }

export function MakingLine({ making, onLeaveOff }: MakingProps) {
  const progress = making.kind === 'working' ? making.progress : null
  const told = progress && t('away.picturing', { scene: progress.done + 1, total: progress.total })
  return (
    <>
      <div role="status" aria-live="polite">
        {progress && told && (
          <p class="site-progress">
            <progress max={progress.total} value={progress.done} aria-label={told} />
            {told}
            <button type="button" class="quiet" onClick={onLeaveOff}>
              {t('present.cancel')}
            </button>
          </p>
        )}
      </div>
      {making.kind === 'failed' && (
        <div class="site-failed" role="alert">
          <p>{t(`away.failed.${making.reason}`)}</p>
        </div>
      )}
    </>
  )
}
