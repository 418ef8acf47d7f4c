// The desk of the author: what the story is called, its scenes in order, its time, and what can be done with it.
import '#web/workspaces/present/author/author.css'
import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { PLATES, type Scene, type Story } from '#geodata/contract/stories.ts'
import { problemOf } from '#web/api/client.ts'
import { capturedScene } from '#web/map/captured-scene.ts'
import { t } from '#web/messages/index.ts'
import { Icon } from '#web/parts/controls/icon.tsx'
import { NumberField } from '#web/parts/controls/number-field.tsx'
import { problemText } from '#web/parts/words/problem-text.ts'
import {
  canRedo,
  canUndo,
  changeStory,
  closeDraft,
  draft,
  followDraft,
  isUnsaved,
  redo,
  undo,
} from '#web/state/story/draft.ts'
import { added, changedAt, cleared, emptyPlate, leftBehind } from '#web/state/story/story-edits.ts'
import { changeView, followView } from '#web/state/view/store.ts'
import { draftFigures } from '#web/workspaces/present/author/draft-answers.ts'
import { LeftBehind } from '#web/workspaces/present/author/left-behind.tsx'
import { SaveStory } from '#web/workspaces/present/author/save-story.tsx'
import { SceneList } from '#web/workspaces/present/author/scene-list.tsx'
import { ScreensPreview } from '#web/workspaces/present/author/screens-preview.tsx'
import { saveStoryFile } from '#web/workspaces/present/author/story-file.ts'
import { TimeBar } from '#web/workspaces/present/author/time-bar.tsx'
import {
  focusTitleNext,
  withSide,
  writeIn,
  writingSide,
} from '#web/workspaces/present/author/writing.ts'
import { Handout } from '#web/workspaces/present/handout.tsx'
import { sideOf } from '#web/workspaces/present/present-figures.tsx'
import { useRankingOnDesk } from '#web/workspaces/present/present-scene.ts'
import { groundOf } from '#web/workspaces/present/scenes.ts'

type AuthorDeskProps = {
  story: Story
  at: number
  /** What is kept has changed. */
  onKept: () => void
  /** What starts the show. */
  children: ComponentChildren
}

export function AuthorDesk({ story, at, onKept, children }: AuthorDeskProps) {
  const [isPreviewed, setPreviewed] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  useEffect(followDraft, [])
  useUndoKeys()
  const ground = groundOf(story, at)
  useRankingOnDesk(ground, ground ? draftFigures(ground) : [])
  return (
    <>
      <StoryHead story={story} />
      <TimeBar story={story} at={at} />
      <SceneList story={story} at={at} />
      <AddScene story={story} at={at} />
      <p class="author-acts">
        <button type="button" onClick={() => setPreviewed(true)}>
          {t('author.preview')}
        </button>
        <button
          type="button"
          onClick={() => {
            setFault(null)
            saveStoryFile(story, titleOf(story)).catch((error) =>
              setFault(problemText(problemOf(error))),
            )
          }}
        >
          {t('author.download')}
        </button>
      </p>
      {fault && (
        <p class="site-failed" role="alert">
          {t('author.storyFileFailed', { why: fault })}
        </p>
      )}
      <Handout of={handoutOf(story)} />
      <Close onKept={onKept} />
      <div class="author-foot present-story">
        {children}
        <SaveStory story={story} onKept={onKept} />
      </div>
      {isPreviewed && <ScreensPreview at={at} onClose={() => setPreviewed(false)} />}
    </>
  )
}

/** What is not kept, or kept otherwise, is printed as it is written here. */
function handoutOf(story: Story) {
  const row = draft.value?.row
  return row && !isUnsaved.value ? { storyId: row.id } : { story }
}

const titleOf = ({ title }: Story) => sideOf(title) || t('author.freshTitle')

function stateWords() {
  if (isUnsaved.value) return 'author.unsaved'
  return draft.value?.row ? 'author.saved' : 'author.copy'
}

function StoryHead({ story }: { story: Story }) {
  const side = writingSide()
  const begun = draft.value?.begun
  return (
    <section class="author-head" aria-label={t('author.begin')}>
      <div class="author-state">
        <span role="status">{t(stateWords())}</span>
        <button
          type="button"
          class="quiet"
          aria-label={t('author.undo')}
          title={`${t('author.undo')} (Ctrl Z)`}
          disabled={!canUndo.value}
          onClick={() => stepped(undo)}
        >
          <Icon path="M9 7L4 12l5 5M4.500 12H15a5 5 0 010 10" />
        </button>
        <button
          type="button"
          class="quiet"
          aria-label={t('author.redo')}
          title={`${t('author.redo')} (Ctrl Shift Z)`}
          disabled={!canRedo.value}
          onClick={() => stepped(redo)}
        >
          <Icon path="M15 7l5 5-5 5M19.500 12H9a5 5 0 000 10" />
        </button>
        <fieldset class="author-sides" aria-label={t('author.language')}>
          {(['zh', 'en'] as const).map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={side === one}
              onClick={() => writeIn(one)}
            >
              {t(one === 'zh' ? 'author.chinese' : 'author.english')}
            </button>
          ))}
        </fieldset>
      </div>
      <label class="author-field">
        <span>{t('author.storyTitle')}</span>
        <input
          type="text"
          class="author-title"
          maxLength={120}
          lang={side === 'zh' ? 'zh-CN' : 'en'}
          value={story.title[side]}
          placeholder={t('author.freshTitle')}
          onInput={({ currentTarget: { value } }) =>
            changeStory((one) => ({ ...one, title: withSide(one.title, side, value) }), 'title')
          }
        />
      </label>
      <label class="author-field">
        <span>{t('author.summary')}</span>
        <textarea
          rows={2}
          lang={side === 'zh' ? 'zh-CN' : 'en'}
          value={story.summary[side]}
          onInput={({ currentTarget: { value } }) =>
            changeStory(
              (one) => ({ ...one, summary: withSide(one.summary, side, value) }),
              'summary',
            )
          }
        />
      </label>
      <LeftBehind
        left={begun ? leftBehind(begun, story) : []}
        onClear={(left) => changeStory((one) => ({ ...one, ...cleared(one, left) }))}
      />
      <NumberField
        label={t('author.target')}
        unit={t('author.minutes')}
        max={600}
        value={story.targetMinutes ?? null}
        onValue={(minutes) =>
          changeStory(({ targetMinutes, ...one }) =>
            minutes ? { ...one, targetMinutes: minutes } : one,
          )
        }
      />
    </section>
  )
}

/** The view as the user left it, or words alone, after the scene that is open. */
function AddScene({ story, at }: { story: Story; at: number }) {
  const after = story.scenes[at]?.id ?? null
  const add = (scene: Story['scenes'][number] | null) => {
    if (!scene) return
    focusTitleNext()
    changeStory((one) => added(one, scene, after))
    changeView({ scene: at + 1 })
  }
  return (
    <div class="author-add">
      <p class="author-acts">
        <button type="button" onClick={() => add(seenNow(story, at))}>
          <Icon path="M12 5v14M5 12h14" />
          {t('author.capture')}
        </button>
        <select
          aria-label={t('author.addPlate')}
          value=""
          onChange={({ currentTarget }) => {
            const kind = PLATES.find((one) => one === currentTarget.value)
            currentTarget.value = ''
            if (kind) add(emptyPlate(kind))
          }}
        >
          <option value="">{t('author.addPlate')}</option>
          {PLATES.map((kind) => (
            <option key={kind} value={kind}>
              {t(`author.kind.${kind}`)}
            </option>
          ))}
        </select>
      </p>
      <p class="site-note">{t('author.captureHint')}</p>
    </div>
  )
}

/** What the map shows at this moment, with the rings that lie on it. */
function seenNow(story: Story, at: number): Scene | null {
  const seen = capturedScene()
  const analysis = groundOf(story, at)?.analysis
  return seen && analysis ? { ...seen, analysis } : seen
}

function Close({ onKept }: { onKept: () => void }) {
  const [isAsking, setAsking] = useState(false)
  const question = useRef<HTMLButtonElement>(null)
  useEffect(() => question.current?.focus(), [isAsking])
  const leave = () => {
    const row = draft.peek()?.row ?? null
    closeDraft()
    followView({ storyId: row?.id ?? null, scene: 0 })
    onKept()
  }
  if (!isAsking) {
    return (
      <p class="author-acts">
        <button
          type="button"
          class="quiet"
          onClick={() => (isUnsaved.peek() ? setAsking(true) : leave())}
        >
          {t('author.close')}
        </button>
      </p>
    )
  }
  return (
    <div class="author-ask" role="alert">
      <p>{t('author.closeAsk')}</p>
      <p class="author-acts">
        <button type="button" onClick={leave}>
          {t('author.discard')}
        </button>
        <button type="button" ref={question} onClick={() => setAsking(false)}>
          {t('author.goOn')}
        </button>
      </p>
    </div>
  )
}

/** Takes a step back or does one again, and opens the scene that it changed. */
function stepped(step: () => void): void {
  const before = draft.peek()?.story
  step()
  const now = draft.peek()?.story
  const at = before && now ? changedAt(before, now) : null
  if (at !== null) followView({ scene: at })
}

/** Ctrl or ⌘ with Z takes back, with Shift or as Y does again; in a field too, where the draft is what is typed. */
function useUndoKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return
      const key = event.key.toLowerCase()
      const isUndo = key === 'z' && !event.shiftKey
      const isRedo = key === 'y' || (key === 'z' && event.shiftKey)
      if (!isUndo && !isRedo) return
      event.preventDefault()
      stepped(isUndo ? undo : redo)
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
}
