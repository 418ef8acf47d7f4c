// The story as a file to give away, and how large it is.
import type { Story } from '#geodata/contract/stories.ts'
import { inSight } from '#web/api/asked.ts'
import { bytesOf, storyFile } from '#web/api/client.ts'
import { at } from '#web/api/reach.ts'
import { t } from '#web/messages/index.ts'
import { useAnswer } from '#web/parts/controls/use-answer.ts'

export function TakeAway({ story }: { story: Story }) {
  const file = storyFile(story.id)
  const { answer } = useAnswer((signal) => bytesOf(file, signal), file)
  const bytes = inSight(answer)
  const size = bytes && t('given.takeSize', { megabytes: (bytes / 1e6).toFixed(1) })
  return (
    <p class="take-away">
      <a href={at(file)} download>
        {t('given.take')}
      </a>
      {size && ` (${size})`}
      <small>{t('given.takeHow')}</small>
    </p>
  )
}
