// The story as pages to print, in the language of the page, notes by choice; a draft as it is at this moment.
import { useState } from 'preact/hooks'
import type { Problem } from '#geodata/contract/problem.ts'
import type { Story } from '#geodata/contract/stories.ts'
import { execute, problemOf } from '#web/api/client.ts'
import { language, t } from '#web/messages/index.ts'
import { fileName } from '#web/parts/words/file-name.ts'
import { problemText } from '#web/parts/words/problem-text.ts'
import { saveBlob } from '#web/parts/words/save-sheet.ts'
import { STORY_WORDS } from '#web/workspaces/present/author/story-words.ts'

type Making =
  | { kind: 'none' | 'making' }
  | { kind: 'done'; name: string; pages: number }
  | { kind: 'failed'; problem: Problem }

/** One that is kept, by its id; or one that is not, and is told to be a draft on its pages. */
type Of = { storyId: string } | { story: Story }

export function Handout({ of }: { of: Of }) {
  const [hasNotes, setHasNotes] = useState(false)
  const [making, setMaking] = useState<Making>({ kind: 'none' })
  const make = async () => {
    setMaking({ kind: 'making' })
    try {
      setMaking({ kind: 'done', ...(await saveHandout(of, hasNotes)) })
    } catch (error) {
      setMaking({ kind: 'failed', problem: problemOf(error) })
    }
  }
  return (
    <div class="take-away">
      <button type="button" disabled={making.kind === 'making'} onClick={() => void make()}>
        {t('given.handout')}
      </button>
      <label>
        <input
          type="checkbox"
          checked={hasNotes}
          onChange={(event) => setHasNotes(event.currentTarget.checked)}
        />
        {t('given.handoutNotes')}
      </label>
      <small>{t('given.handoutHow')}</small>
      {'story' in of && <small>{t('given.handoutDraft')}</small>}
      <p role="status">
        {making.kind === 'making' && t('given.handoutMaking')}
        {making.kind === 'done' && t('given.handoutDone', making)}
      </p>
      {making.kind === 'failed' && (
        <p class="site-failed" role="alert">
          {t('given.handoutFailed')} {problemText(making.problem, STORY_WORDS)}
        </p>
      )}
    </div>
  )
}

async function saveHandout(of: Of, notes: boolean): Promise<{ name: string; pages: number }> {
  const inputs = { ...of, notes, language: language.peek() }
  const { title, pageCount: pages, document } = await execute('handout', inputs)
  const bytes = Uint8Array.from(atob(document.value), (sign) => sign.charCodeAt(0))
  const name = `${fileName(title)}.pdf`
  saveBlob(name, new Blob([bytes], { type: document.mediaType }))
  return { name, pages }
}
