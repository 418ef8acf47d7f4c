// Keeps the draft with the region's data: who and why, and what somebody else changed meanwhile.
import { useState } from 'preact/hooks'
import { oneLine } from '#geodata/analysis/stories/scene-told.ts'
import type { Problem } from '#geodata/contract/problem.ts'
import type { Scene, Story } from '#geodata/contract/stories.ts'
import { ask, problemOf } from '#web/api/client.ts'
import { type By, readRow, saveRow } from '#web/api/edits.ts'
import { language, t } from '#web/messages/index.ts'
import { isSignature, SignedQuestion } from '#web/panels/editor/signed-question.tsx'
import { problemText } from '#web/parts/words/problem-text.ts'
import { type Draft, draft, isUnsaved, keptAs, rebased } from '#web/state/story/draft.ts'
import { mergeStories, type SceneConflict } from '#web/state/story/merge-stories.ts'
import { STORY_WORDS } from '#web/workspaces/present/author/story-words.ts'
import { sideOf } from '#web/workspaces/present/present-figures.tsx'

const CHANGED_MEANWHILE = [412, 428]

/** Another author's story as it is kept now, and what both changed. */
type Meeting = { theirs: Story; row: NonNullable<Draft['row']>; conflicts: SceneConflict[]; by: By }

export function SaveStory({ story, onKept }: { story: Story; onKept: () => void }) {
  const [isSigning, setSigning] = useState(false)
  const [meeting, setMeeting] = useState<Meeting | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const save = async (by: By): Promise<Problem | null> => {
    setProblem(null)
    try {
      await keep(by)
      onKept()
      return null
    } catch (error) {
      const refused = problemOf(error)
      if (refused.errors?.some(({ pointer }) => isSignature(pointer))) return refused
      const row = draft.peek()?.row
      if (!row || !CHANGED_MEANWHILE.includes(refused.status)) setProblem(refused)
      else await meet(row.id, by).catch((failed) => setProblem(problemOf(failed)))
      return null
    }
  }
  /** Reads what the other author kept: without a conflict both stand at once. */
  const meet = async (id: string, by: By) => {
    const now = draft.peek()
    const stored = await readRow('own-stories', id)
    const theirs = await ask<Story>(`/api/stories/${encodeURIComponent(id)}`)
    if (!now) return
    const row = { id, etag: stored.etag }
    const { story: merged, conflicts } = mergeStories(now.base, now.story, theirs)
    if (conflicts.length > 0) return setMeeting({ theirs, row, conflicts, by })
    rebased(merged, row, theirs)
    setProblem(await save(by))
  }
  const settle = (decided: ReadonlyMap<string, 'mine' | 'theirs'>) => {
    const now = draft.peek()
    if (!meeting || !now) return
    const { story: merged } = mergeStories(now.base, now.story, meeting.theirs, decided)
    rebased(merged, meeting.row, meeting.theirs)
    setMeeting(null)
    void save(meeting.by).then(setProblem)
  }
  return (
    <div class="author-save">
      {!isSigning && !meeting && (
        <button
          type="button"
          class="primary"
          disabled={!isUnsaved.value && draft.value?.row !== null}
          onClick={() => setSigning(true)}
        >
          {t(draft.value?.row && !isUnsaved.value ? 'author.saved' : 'author.save')}
        </button>
      )}
      {isSigning && (
        <SignedQuestion
          act={t('author.save')}
          why={t('author.why')}
          onAct={save}
          onClose={() => setSigning(false)}
        />
      )}
      {meeting && <Decisions story={story} meeting={meeting} onDecided={settle} />}
      {problem && (
        <p class="site-failed" role="alert">
          {t('author.saveFailed')} {problemText(problem, STORY_WORDS)}
        </p>
      )}
    </div>
  )
}

async function keep(by: By): Promise<void> {
  const now = draft.peek()
  if (!now) return
  const { story, row } = now
  const properties = {
    title: sideOf(story.title) || t('author.freshTitle'),
    content: JSON.stringify(row ? { ...story, id: row.id } : story),
    source: t('author.source', { who: by.who }),
    confidence: 'medium',
  }
  keptAs(
    await saveRow('own-stories', { type: 'Feature', geometry: null, properties }, by, row),
    story,
  )
}

type DecisionsProps = {
  story: Story
  meeting: Meeting
  onDecided: (decided: ReadonlyMap<string, 'mine' | 'theirs'>) => void
}

function Decisions({ story, meeting: { conflicts, theirs }, onDecided }: DecisionsProps) {
  const [decided, setDecided] = useState<ReadonlyMap<string, 'mine' | 'theirs'>>(new Map())
  const placeOf = (id: string) => {
    const at = (scenes: Scene[]) => scenes.findIndex((scene) => scene.id === id)
    return Math.max(at(story.scenes), at(theirs.scenes)) + 1
  }
  return (
    <section class="editor conflict" role="alertdialog" aria-label={t('author.conflicts')}>
      <p>{t('author.conflicts')}</p>
      {conflicts.map(({ id, mine, theirs: their }) => (
        <fieldset key={id}>
          <legend>{t('author.scene', { scene: placeOf(id) })}</legend>
          {[['theirs', their] as const, ['mine', mine] as const].map(([side, scene]) => (
            <label key={side} class="side">
              <input
                type="radio"
                name={`scene-${id}`}
                checked={decided.get(id) === side}
                onChange={() => setDecided(new Map([...decided, [id, side]]))}
              />
              <b>{t(side === 'mine' ? 'author.mine' : 'author.theirs')}</b>
              <span>{scene ? digestOf(scene) : t('author.removedScene')}</span>
            </label>
          ))}
        </fieldset>
      ))}
      <button
        type="button"
        class="primary"
        disabled={conflicts.some(({ id }) => !decided.has(id))}
        onClick={() => onDecided(decided)}
      >
        {t('author.saveDecided')}
      </button>
    </section>
  )
}

/** Enough of a scene to tell two versions of it apart. */
function digestOf({ title, text }: Scene): string {
  const words = [oneLine(sideOf(title), language.value), sideOf(text)].filter(Boolean)
  return words.join(t('author.digest')) || t('present.untitled')
}
