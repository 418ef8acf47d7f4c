// The window's end of the link: greets its stage now and then, and keeps what it hears.
import { useEffect, useRef, useState } from 'preact/hooks'
import {
  joinChannel,
  type PresenterSaid,
  StageSaid,
} from '#web/workspaces/present/presenter/link.ts'
import {
  afterHearing,
  afterWaiting,
  GREETING_SECONDS,
  hasStoryOf,
  type LinkState,
  seeking,
} from '#web/workspaces/present/presenter/link-state.ts'

type Unaddressed<Said> = Said extends { stage: string } ? Omit<Said, 'stage'> : never
/** Says something to the stage of this window. */
export type Tell = (message: Unaddressed<PresenterSaid>) => void

export function useStageOf(stage: string): { state: LinkState; say: Tell } {
  const [state, setState] = useState(() => seeking(Date.now()))
  const known = useRef(state)
  const say = useRef<Tell>(() => {})
  useEffect(() => {
    const put = (next: LinkState) => {
      known.current = next
      setState(next)
    }
    const hear = (message: StageSaid) => {
      put(afterHearing(known.current, stage, message, Date.now()))
      if (message.stage === stage && message.kind === 'stands' && !hasStoryOf(known.current))
        greet()
    }
    const greet = () => say.current({ kind: 'hello', hasStory: hasStoryOf(known.current) })
    // Timers of a window out of sight rest: what was not heard meanwhile was not asked for.
    const onSeen = () => {
      if (document.visibilityState !== 'visible') return
      put({ ...known.current, heardAt: Date.now() })
      greet()
    }
    const link = joinChannel<PresenterSaid, StageSaid>({
      kind: StageSaid,
      hear,
      farewell: () => ({ kind: 'bye', stage }),
      onBack: onSeen,
    })
    say.current = (message) => link.say({ ...message, stage } as PresenterSaid)
    greet()
    const timer = setInterval(() => {
      put(afterWaiting(known.current, Date.now()))
      greet()
    }, GREETING_SECONDS * 1000)
    document.addEventListener('visibilitychange', onSeen)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', onSeen)
      link.close()
    }
  }, [stage])
  return { state, say: (message) => say.current(message) }
}
