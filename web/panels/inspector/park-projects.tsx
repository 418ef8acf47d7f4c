// Are projects talked about, signed or built for the park? Once that is known, what shows them, or how they come, is fetched.
import { inSight } from '#web/api/asked.ts'
import { ask } from '#web/api/client.ts'
import { type Load, useLazy } from '#web/parts/controls/lazy.tsx'
import { useAnswer } from '#web/parts/controls/use-answer.ts'
import { edits } from '#web/state/region/lists.ts'

type ProjectsProps = { of: 'parkId'; id: string }
const loadProjects: Load<ProjectsProps> = async () =>
  (await import('#web/panels/inspector/recorded-of-firm.tsx')).Projects

const loadNone: Load<object> = async () =>
  (await import('#web/panels/inspector/recorded-of-firm.tsx')).NoProjects

/** Has the id of the park as its `key`: what is recorded of one is never shown of another. */
export function ParkProjects({ id }: { id: string }) {
  const { answer } = useAnswer((signal) => projectsOf(id, signal), String(edits.value))
  const known = inSight(answer)
  if (!known) return null
  return known.numberMatched > 0 ? <Loaded of="parkId" id={id} /> : <None />
}

const projectsOf = (parkId: string, signal: AbortSignal) =>
  ask<{ numberMatched: number }>(
    `/api/collections/prospects/items?${new URLSearchParams({ parkId, limit: '1' })}`,
    { signal },
  )

function None() {
  const { Loaded: NoProjects, isFailed, words } = useLazy(loadNone)
  if (NoProjects) return <NoProjects />
  return isFailed ? words : null
}

function Loaded(props: ProjectsProps) {
  const { Loaded: Projects, isFailed, words } = useLazy(loadProjects)
  if (Projects) return <Projects {...props} />
  return isFailed ? words : null
}
