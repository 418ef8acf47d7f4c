// Where the stage and its desk hold what other screens and a phone need; it is fetched when it is wanted.
import { useEffect } from 'preact/hooks'
import type { Story } from '#geodata/contract/stories.ts'
import { tabMemory } from '#web/api/memory.ts'
import { Lazy, type Load, useLazy } from '#web/parts/controls/lazy.tsx'
import { ownView } from '#web/state/view/store.ts'
import { canLead } from '#web/workspaces/present/together/can-lead.ts'
import type { FollowScreenProps } from '#web/workspaces/present/together/follow-screen.tsx'
import { LED_PRESENTATION } from '#web/workspaces/present/together/led-presentation.ts'

const together: Load = async () =>
  (await import('#web/workspaces/present/together/together.tsx')).Together
const followScreen: Load<FollowScreenProps> = async () =>
  (await import('#web/workspaces/present/together/follow-screen.tsx')).FollowScreen

export const TogetherSlot = () => (canLead() ? <Lazy load={together} /> : null)

/** A stage that led others before its page was loaded again goes on leading them. */
export function useLeadingAgain(): void {
  useEffect(() => {
    if (!canLead() || tabMemory.getItem(LED_PRESENTATION) === null) return
    // What does not come now is asked for when the dialog is opened.
    import('#web/workspaces/present/together/lead.ts').then(
      ({ resumeLeading }) => resumeLeading(),
      () => {},
    )
  }, [])
}

export function FollowSlot({ stories, again }: { stories: Story[] | null; again: () => void }) {
  return ownView.value.followId === null ? null : <Follow stories={stories} again={again} />
}

function Follow(props: FollowScreenProps) {
  const { Loaded, isFailed, words } = useLazy(followScreen)
  if (Loaded) return <Loaded {...props} />
  return isFailed ? words : null
}
