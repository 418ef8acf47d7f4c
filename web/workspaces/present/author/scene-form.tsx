// What the open scene says and shows, beside the map.
import { useState } from 'preact/hooks'
import { figureChoices } from '#geodata/analysis/stories/figure-choices.ts'
import { parkAsked } from '#geodata/analysis/stories/scene-question.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import { type LiveFigure, type Scene, TRANSITIONS } from '#geodata/contract/stories.ts'
import { inSight } from '#web/api/asked.ts'
import { getTargets } from '#web/api/client.ts'
import { t } from '#web/messages/index.ts'
import { useAnswer } from '#web/parts/controls/use-answer.ts'
import { problemText } from '#web/parts/words/problem-text.ts'
import { companies } from '#web/state/region/firms.ts'
import { allFirmsSummary } from '#web/state/region/kept.ts'
import { districts, hubs, parks, taxonomy } from '#web/state/region/lists.ts'
import { draft, preview, previewAgain } from '#web/state/story/draft.ts'
import { cleared, leftBehind, withFigure } from '#web/state/story/story-edits.ts'
import { draftCheck, draftFigures } from '#web/workspaces/present/author/draft-answers.ts'
import { FigureText } from '#web/workspaces/present/author/figure-text.tsx'
import { LeftBehind } from '#web/workspaces/present/author/left-behind.tsx'
import { SceneClaims } from '#web/workspaces/present/author/scene-claims.tsx'
import { SceneFiguresForm } from '#web/workspaces/present/author/scene-figures-form.tsx'
import { SceneFilesForm } from '#web/workspaces/present/author/scene-files-form.tsx'
import { SceneGround } from '#web/workspaces/present/author/scene-ground.tsx'
import { SceneQuestions } from '#web/workspaces/present/author/scene-questions.tsx'
import { STORY_WORDS } from '#web/workspaces/present/author/story-words.ts'
import {
  changeScene,
  formOpen,
  takesFocus,
  withSide,
  writingSide,
} from '#web/workspaces/present/author/writing.ts'
import { CheckWords } from '#web/workspaces/present/scene-checks.tsx'
import { SceneText } from '#web/workspaces/present/scene-text.tsx'
import { plannedSeconds } from '#web/workspaces/present/stage/time-plan.ts'
import { PLAIN_TRANSITION } from '#web/workspaces/present/stage/turn-stills.ts'

export function SceneForm({ scene, at }: { scene: Scene; at: number }) {
  return (
    <aside
      class="inspector author-form"
      data-form={formOpen.value ? 'open' : undefined}
      aria-label={t('author.scene', { scene: at + 1 })}
    >
      <button
        type="button"
        class="close"
        aria-label={t('author.toList')}
        onClick={() => {
          formOpen.value = false
        }}
      >
        ×
      </button>
      <h2>
        {t('author.scene', { scene: at + 1 })}
        <small>{t(`author.kind.${scene.kind}`)}</small>
      </h2>
      <WorkedOut />
      <CheckWords scene={scene} check={draftCheck(scene)} />
      <Texts scene={scene} />
      <SceneFiguresForm scene={scene} />
      <SceneClaims scene={scene} />
      <SceneFilesForm scene={scene} />
      {scene.kind === 'map' && <SceneGround scene={scene} />}
      <SceneQuestions scene={scene} />
      <Pace scene={scene} />
    </aside>
  )
}

/** How the scene comes, and how long it stays. */
function Pace({ scene }: { scene: Scene }) {
  const story = draft.value?.story
  const at = story?.scenes.findIndex(({ id }) => id === scene.id) ?? -1
  const share = (story && plannedSeconds(story)[at]) ?? 0
  return (
    <>
      <label class="author-field">
        <span>{t('author.seconds')}</span>
        <input
          type="number"
          min={1}
          max={MOST_SECONDS}
          value={scene.seconds ?? ''}
          placeholder={String(Math.round(share))}
          onChange={({ currentTarget: { valueAsNumber } }) =>
            // Left empty, the scene takes its share of what the plan leaves.
            changeScene(scene.id, {
              seconds: Number.isFinite(valueAsNumber)
                ? Math.min(MOST_SECONDS, Math.max(1, Math.round(valueAsNumber)))
                : undefined,
            })
          }
        />
      </label>
      <label class="author-field">
        <span>{t('author.transition')}</span>
        <select
          value={scene.transition ?? PLAIN_TRANSITION}
          onChange={({ currentTarget: { value } }) => {
            const transition = TRANSITIONS.find((one) => one === value)
            if (transition) changeScene(scene.id, { transition })
          }}
        >
          {TRANSITIONS.map((one) => (
            <option key={one} value={one}>
              {t(`author.${one}`)}
            </option>
          ))}
        </select>
        <small>{t('author.transitionHint')}</small>
      </label>
    </>
  )
}

const MOST_SECONDS = 3600

/** The figures are on their way, or why they are not there. */
function WorkedOut() {
  const { value } = preview
  if (value.kind === 'failed') {
    return (
      <div class="site-failed" role="alert">
        <p>
          {t('author.failed')} {problemText(value.problem, STORY_WORDS)}
        </p>
        <button type="button" onClick={previewAgain}>
          {t('common.retry')}
        </button>
      </div>
    )
  }
  return (
    <p class="site-note" role="status">
      {value.kind === 'computing' ? t('author.working') : ''}
    </p>
  )
}

function Texts({ scene }: { scene: Scene }) {
  const side = writingSide()
  const lang = side === 'zh' ? 'zh-CN' : 'en'
  const choices = useChoices(scene)
  const [isNew] = useState(takesFocus)
  const before = draft.value?.begun.scenes.find(({ id }) => id === scene.id)
  const field = (part: 'title' | 'text' | 'notes', rows: number, hint?: string) => (
    <FigureText
      key={part}
      label={t(`author.${part}`)}
      lang={lang}
      rows={rows}
      {...(hint ? { hint } : {})}
      isFirst={part === 'title' && isNew}
      value={scene[part]?.[side] ?? ''}
      choices={choices}
      onInput={(text) =>
        changeScene(scene.id, { [part]: withSide(scene[part], side, text) }, `${part}/${side}`)
      }
      onFigure={(figure) => putFigure(scene, figure)}
    />
  )
  return (
    <section class="author-texts">
      {field('title', 2, t('author.titleHint'))}
      {field('text', 5, t('author.textHint'))}
      {scene.text[side] !== '' && (
        <SceneText class="author-filled" scene={scene} answers={draftFigures(scene)} />
      )}
      {field('notes', 4)}
      <LeftBehind
        left={before ? leftBehind(before, scene) : []}
        onClear={(left) => changeScene(scene.id, cleared(scene, left))}
      />
    </section>
  )
}

/** The figure into the scene as it is now, told in the text alone; the name it has there. */
function putFigure({ id }: Scene, figure: LiveFigure): string {
  const now = draft.peek()?.story.scenes.find((one) => one.id === id)
  if (!now) return figure.id
  const { scene, figureId } = withFigure(now, { ...figure, place: 'text' })
  changeScene(id, { figures: scene.figures }, 'figure')
  return figureId
}

function useChoices(scene: Scene): () => readonly LiveFigure[] {
  const { answer } = useAnswer((signal) => getTargets(signal), 'targets')
  return () => [
    ...scene.figures,
    ...figureChoices({
      targets: inSight(answer) ?? [],
      taxonomy: taxonomy.value,
      parks: parks.value,
      hubs: hubs.value,
      districts: districtsNow(),
      parkId: parkAbout(scene),
    }),
  ]
}

function districtsNow(): Bilingual[] {
  const rows = [...parks.value, ...companies.value].map(({ properties }) => properties)
  const { byDistrict } = allFirmsSummary.value
  const withFirms = districts.value.filter(({ id }) => byDistrict[id])
  const all = [...rows, ...withFirms.map(({ properties }) => properties)]
  const names = new Set(all.map(({ district2025Zh }) => district2025Zh).filter(Boolean))
  const english = new Map(
    districts.value.map(({ properties }) => [properties.nameZh, properties.nameEn]),
  )
  return [...names].map((zh) => ({ zh, en: english.get(zh) || zh }))
}

function parkAbout(scene: Scene): string | null {
  if (scene.kind !== 'map') return null
  const { selection } = scene
  return parkAsked(scene) ?? (selection?.collection === 'parks' ? selection.id : null)
}
