// What do the colours and numbers mean that an analysis puts on the map of a scene?
import { productAsked } from '#geodata/analysis/stories/product-asked.ts'
import { stretchesNamed } from '#geodata/analysis/stories/scene-question.ts'
import { stretchName } from '#geodata/analysis/told/stretch-name.ts'
import { DisruptionInputs } from '#geodata/contract/processes/disruption.ts'
import type { Scene } from '#geodata/contract/stories.ts'
import { classRange, SCORE_CLASSES } from '#geodata/model/score-classes.ts'
import { language, say, t } from '#web/messages/index.ts'
import { problemText } from '#web/parts/words/problem-text.ts'
import { taxonomy } from '#web/state/region/lists.ts'
import { deskAnswer } from '#web/workspaces/present/present-scene.ts'
import type { SceneAnswer } from '#web/workspaces/present/scene-answer.ts'

/** Nothing where the map says it itself, as rings do with their minutes. */
export function SceneKey({ scene, answer }: { scene: Scene; answer: SceneAnswer | undefined }) {
  const title = keyTitle(scene)
  if (scene.kind !== 'map' || !answer || (title === null && !answer.problem)) return null
  if (answer.problem) {
    return (
      <p class="show-key" role="note">
        <span class="show-unknown">{t('present.analysisRefused')}</span>{' '}
        {problemText(answer.problem)}
      </p>
    )
  }
  // A table beside the map names them in the same order.
  const isNamed = stretchesNamed(scene.figures) !== null && answer.stretches.length > 0
  if (scene.analysis?.kind === 'disruption' && isNamed) return null
  return (
    <section class="show-key" aria-label={title ?? undefined}>
      <h3>{title}</h3>
      {scene.analysis?.kind === 'surface' ? (
        <Classes hasUnknown={answer.areas.some(({ scoreClass }) => scoreClass === null)} />
      ) : (
        <Stretches answer={answer} />
      )}
    </section>
  )
}

/** The same at the desk, where the answer comes when it is there. */
export function DeskKey({ scene }: { scene: Scene }) {
  const asked = deskAnswer.asked.value
  return <SceneKey scene={scene} answer={asked.kind === 'answered' ? asked.result : undefined} />
}

/** What is asked, in a line; null: the scene asks for nothing that needs a key. */
export function keyTitle(scene: Scene): string | null {
  if (scene.kind !== 'map') return null
  const { analysis } = scene
  if (analysis?.kind === 'surface') {
    const product = say(productAsked(analysis.question, taxonomy.value))
    return t('present.surfaceOf', { product })
  }
  if (analysis?.kind !== 'disruption') return null
  const { withinMinutes } = { ...DEFAULTS, ...analysis.question }
  return t('present.stretchesOf', { minutes: Number(withinMinutes) })
}

const DEFAULTS = DisruptionInputs.parse({})

function Classes({ hasUnknown }: { hasUnknown: boolean }) {
  return (
    <ol class="key-classes">
      {SCORE_CLASSES.map((end, index) => (
        <li key={end}>
          <i style={`background:var(--score-${index + 1})`} aria-hidden="true" />
          {classRange(index)}
        </li>
      ))}
      {hasUnknown && (
        <li>
          <i class="hatch-swatch" aria-hidden="true" />
          {t('present.surfaceUnknown')}
        </li>
      )}
    </ol>
  )
}

function Stretches({ answer }: { answer: SceneAnswer }) {
  if (answer.stretches.length === 0) return <p>{t('present.noStretch')}</p>
  return (
    <ol class="key-stretches">
      {answer.stretches.map((stretch, index) => (
        <li key={stretch.id}>
          <em class="stretch-number">{index + 1}</em>
          <span>{say(stretchName(stretch))}</span>
          <b>{stretch.lostProductMinutes.toLocaleString(language.value)}</b>
        </li>
      ))}
    </ol>
  )
}
