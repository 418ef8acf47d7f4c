// Scenes follow one another by themselves, each as long as it is planned, round and round.
import { useEffect } from 'preact/hooks'
import type { Story } from '#geodata/contract/stories.ts'
import { goTo, stage } from '#web/workspaces/present/stage/stage.ts'
import { plannedSeconds } from '#web/workspaces/present/stage/time-plan.ts'

/** Goes on from a scene once it has been seen, `drawn`, for its time; nothing turns behind a dialog or a blank screen. */
export function useAutoplay(story: Story, scene: number, drawn: boolean): void {
  const { playing, overlay, blank } = stage.value
  const isOn = playing === 'on' && overlay === null && blank === null && drawn
  useEffect(() => {
    if (!isOn) return
    const seconds = plannedSeconds(story)[scene] ?? 0
    const timer = setTimeout(() => goTo((scene + 1) % story.scenes.length), seconds * 1000)
    return () => clearTimeout(timer)
  }, [isOn, scene, story.id])
}
