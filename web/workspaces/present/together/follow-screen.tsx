// A screen that follows: fetched only where the address says whom.
import '#web/workspaces/present/together/together.css'
import type { Story } from '#geodata/contract/stories.ts'
import { useFollowing } from '#web/workspaces/present/together/follow.ts'
import { FollowBar } from '#web/workspaces/present/together/follow-bar.tsx'

export type FollowScreenProps = { stories: readonly Story[] | null; again: () => void }

export function FollowScreen({ stories, again }: FollowScreenProps) {
  useFollowing(stories, again)
  return <FollowBar />
}
