// What do the draws of the siting in sight say of its first place?
import { execute } from '#web/api/client.ts'
import { useAnswer } from '#web/parts/controls/use-answer.ts'
import { sitingInputs } from '#web/state/answers/siting.ts'
import { edits } from '#web/state/region/lists.ts'
import { view } from '#web/state/view/store.ts'

export function useSensitivity() {
  const siting = sitingInputs(view.value) ?? {}
  return useAnswer(
    (signal) => execute('sensitivity', { siting }, signal),
    JSON.stringify([siting, edits.value]),
  )
}
