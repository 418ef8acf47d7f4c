// The ways into writing: from the story that is shown, from nothing, from a file, or on with what was begun.
import { useState } from 'preact/hooks'
import { STORY_VERSION, type Story } from '#geodata/contract/stories.ts'
import { listFeatures, problemOf } from '#web/api/client.ts'
import { readRow } from '#web/api/edits.ts'
import { t } from '#web/messages/index.ts'
import { problemText } from '#web/parts/words/problem-text.ts'
import { DRAFT_ID, type Draft, draft, isUnsaved, openDraft } from '#web/state/story/draft.ts'
import { emptyPlate } from '#web/state/story/story-edits.ts'
import { changeView } from '#web/state/view/store.ts'
import { MOST_MEBIBYTES, openStoryFile } from '#web/workspaces/present/author/story-file.ts'
import { STORY_WORDS } from '#web/workspaces/present/author/story-words.ts'

type Wanted = { story: Story; row: Draft['row'] }

type BeginWritingProps = {
  story: Story
  scene: number
  /** There is a draft that says something else than the kept stories. */
  isBegun: boolean
}

export function BeginWriting({ story, scene, isBegun }: BeginWritingProps) {
  const [waiting, setWaiting] = useState<Wanted | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const enter = ({ story: one, row }: Wanted, at = 0) => {
    openDraft(one, row)
    changeView({ storyId: DRAFT_ID, scene: at })
  }
  const begin = (wanted: Wanted, at?: number) => {
    setFault(null)
    if (draft.peek() && isUnsaved.peek()) setWaiting(wanted)
    else enter(wanted, at)
  }
  const edit = async () => {
    try {
      begin({ story, row: await ownRow(story.id) }, scene)
    } catch (error) {
      setFault(problemText(problemOf(error)))
    }
  }
  const open = async (file: File | undefined) => {
    if (!file) return
    const opened = await openStoryFile(file)
    if (opened.kind === 'story') begin({ story: opened.story, row: null })
    else setFault(refusalOf(opened))
  }
  return (
    <div class="author-begin">
      <h3>{t('author.begin')}</h3>
      <p class="author-acts">
        {isBegun && (
          <button
            type="button"
            class="primary"
            onClick={() => changeView({ storyId: DRAFT_ID, scene: 0 })}
          >
            {t('author.resume')}
          </button>
        )}
        <button type="button" onClick={() => void edit()}>
          {t('author.edit')}
        </button>
        <button type="button" onClick={() => begin({ story: emptyStory(), row: null })}>
          {t('author.fresh')}
        </button>
        <label class="file-button">
          {t('author.open')}
          <input
            type="file"
            class="visually-hidden"
            accept=".json,application/json"
            onChange={(event) => {
              void open(event.currentTarget.files?.[0])
              // The same file can be chosen again.
              event.currentTarget.value = ''
            }}
          />
        </label>
      </p>
      {fault && (
        <p class="site-failed" role="alert">
          {t('author.unreadable')} {fault}
        </p>
      )}
      {waiting && (
        <div class="author-ask" role="alert">
          <p>{t('author.hasDraft')}</p>
          <p class="author-acts">
            <button type="button" onClick={() => enter(waiting)}>
              {t('author.replace')}
            </button>
            <button type="button" onClick={() => setWaiting(null)}>
              {t('author.keep')}
            </button>
          </p>
        </div>
      )}
    </div>
  )
}

/** The row that a story is kept in; null: it came with the program, and a copy is written. */
async function ownRow(id: string): Promise<Draft['row']> {
  const own = await listFeatures<{ id: string }>('own-stories')
  return own.some((row) => row.id === id)
    ? { id, etag: (await readRow('own-stories', id)).etag }
    : null
}

function emptyStory(): Story {
  const title = { zh: '', en: '' }
  return {
    formatVersion: STORY_VERSION,
    id: DRAFT_ID,
    title,
    summary: title,
    scenes: [{ ...emptyPlate('title'), id: 'title' }],
  }
}

function refusalOf(
  opened: Exclude<Awaited<ReturnType<typeof openStoryFile>>, { kind: 'story' }>,
): string {
  if (opened.kind === 'too-large') {
    return t('author.tooLarge', { size: opened.mebibytes.toFixed(1), most: MOST_MEBIBYTES })
  }
  return opened.kind === 'not-json' ? t('author.notJson') : problemText(opened.problem, STORY_WORDS)
}
