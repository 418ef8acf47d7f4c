// One language was rewritten and the other still says what it said: told, with a way to let the one stand for both.
import { t } from '#web/messages/index.ts'
import type { Left } from '#web/state/story/story-edits.ts'

type LeftBehindProps = { left: readonly Left[]; onClear: (left: readonly Left[]) => void }

export function LeftBehind({ left, onClear }: LeftBehindProps) {
  const [first] = left
  if (!first) return null
  const isEnglish = first.side === 'en'
  return (
    <div class="author-ask" role="status">
      <p>{t(isEnglish ? 'author.staleEnglish' : 'author.staleChinese')}</p>
      <p class="author-acts">
        <button
          type="button"
          onClick={() => onClear(left.filter(({ side }) => side === first.side))}
        >
          {t(isEnglish ? 'author.clearEnglish' : 'author.clearChinese')}
        </button>
      </p>
    </div>
  )
}
