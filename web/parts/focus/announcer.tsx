// What is said once to those who do not see it: a new ranking, a chosen thing, the answer of a board.

import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { Words } from '#web/parts/words/words.tsx'

type Said = { id: number; sentence: string }

/** As many stay on the page as may be said within a breath; a screen reader reads what comes in. */
const KEPT = 3
/** A slider that moves says one sentence when it rests. */
const SETTLED_MILLISECONDS = 400

const said = signal<readonly Said[]>([])
let count = 0

/** Says a sentence once. */
export function announce(sentence: string): void {
  count += 1
  said.value = [...said.peek(), { id: count, sentence }].slice(-KEPT)
}

/** Says the sentence when it is new and has settled; null: there is nothing to say. */
export function useAnnounced(sentence: string | null): void {
  useEffect(() => {
    if (!sentence) return
    const timer = setTimeout(() => announce(sentence), SETTLED_MILLISECONDS)
    return () => clearTimeout(timer)
  }, [sentence])
}

/** Where sentences come in; one on the page, there before any of them. */
export function Announcer() {
  return (
    <div class="announcer">
      <div class="visually-hidden" role="status" aria-atomic="false">
        {said.value.map(({ id, sentence }) => (
          <p key={id}>
            <Words of={sentence} />
          </p>
        ))}
      </div>
    </div>
  )
}
