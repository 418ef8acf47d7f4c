// What does the presenter's window know of its stage, and of other stages of this browser?
import type { SceneFigures, Story } from '#geodata/contract/stories.ts'
import type { StageSaid, Standing } from '#web/workspaces/present/presenter/link.ts'

export type LinkState = {
  /**
   * seeking: greeted, not answered yet. linked: the stage answers. ended: its presentation is over. closed: its page
   * went. silent: it said nothing for a while. Whatever it says next links again.
   */
  kind: 'seeking' | 'linked' | 'ended' | 'closed' | 'silent'
  /** Where the stage stood last; null: never heard. */
  standing: Standing | null
  story: Story | null
  figures: readonly SceneFigures[]
  /** When the stage was heard last, or began to be waited for; milliseconds since 1970. */
  heardAt: number
  /** Other presentations that go on in this browser: per stage, when it was heard last. */
  others: Readonly<Record<string, number>>
}

/** Between two greetings. */
export const GREETING_SECONDS = 2
/** Three greetings without an answer. */
const PATIENCE_MILLISECONDS = 3 * GREETING_SECONDS * 1000 + 500

export function seeking(now: number): LinkState {
  return { kind: 'seeking', standing: null, story: null, figures: [], heardAt: now, others: {} }
}

/** What the window of `stage` knows after it heard a message. */
export function afterHearing(
  state: LinkState,
  stage: string,
  said: StageSaid,
  now: number,
): LinkState {
  if (said.stage !== stage) return { ...state, others: othersAfter(state.others, said, now) }
  switch (said.kind) {
    case 'stands':
      return { ...state, kind: 'linked', standing: said, heardAt: now }
    case 'story':
      return { ...state, story: said.story, figures: said.figures, heardAt: now }
    case 'ended':
    case 'closed':
      // A page that ends its presentation by going has gone.
      return state.kind === 'closed' ? state : { ...state, kind: said.kind, heardAt: now }
  }
}

function othersAfter(
  others: LinkState['others'],
  { stage, kind }: StageSaid,
  now: number,
): LinkState['others'] {
  if (kind === 'story') return others
  const { [stage]: _, ...rest } = others
  return kind === 'stands' ? { ...rest, [stage]: now } : rest
}

/** What it knows when time has passed: who says nothing for long is not there. */
export function afterWaiting(state: LinkState, now: number): LinkState {
  const isLate = (heardAt: number) => now - heardAt > PATIENCE_MILLISECONDS
  const others = Object.entries(state.others).filter(([, heardAt]) => !isLate(heardAt))
  const waits = state.kind === 'linked' || state.kind === 'seeking'
  return {
    ...state,
    kind: waits && isLate(state.heardAt) ? 'silent' : state.kind,
    others: Object.fromEntries(others),
  }
}

/** The story shown is the one that is on: another may have been begun on the same stage. */
export function hasStoryOf({ standing, story }: LinkState): boolean {
  return story !== null && (standing === null || standing.storyId === story.id)
}
