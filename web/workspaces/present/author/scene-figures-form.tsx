// The live figures of a scene: what each is called, where it stands, what it is now.
import { isTold } from '#geodata/analysis/stories/scene-told.ts'
import type { LiveFigure, Scene } from '#geodata/contract/stories.ts'
import { say, t } from '#web/messages/index.ts'
import { withoutFigure } from '#web/state/story/story-edits.ts'
import { draftFigures } from '#web/workspaces/present/author/draft-answers.ts'
import { MatrixAdder, MatrixPlaces } from '#web/workspaces/present/author/matrix-form.tsx'
import { changeScene, withSide, writingSide } from '#web/workspaces/present/author/writing.ts'

export function SceneFiguresForm({ scene }: { scene: Scene }) {
  const answers = draftFigures(scene)
  return (
    <details class="author-part" open={scene.figures.length > 0}>
      <summary>{t('author.figuresCount', { count: scene.figures.length })}</summary>
      {scene.figures.length === 0 && <p class="site-note">{t('author.noFigures')}</p>}
      <ul class="author-figures">
        {scene.figures.map((figure, index) => {
          const said = answers[index]?.said
          return (
            <li key={figure.id}>
              <FigureRow
                scene={scene}
                figure={figure}
                now={said ? `${say(said)} ${unitOf(answers[index]?.unit)}` : t('author.unknown')}
              />
            </li>
          )
        })}
      </ul>
      <MatrixAdder scene={scene} />
    </details>
  )
}

const unitOf = (unit: { zh: string; en: string } | null | undefined) => (unit ? say(unit) : '')

type FigureRowProps = { scene: Scene; figure: LiveFigure; now: string }

function FigureRow({ scene, figure, now }: FigureRowProps) {
  const side = writingSide()
  const change = (part: Partial<LiveFigure>, field?: string) =>
    changeScene(
      scene.id,
      {
        figures: scene.figures.map((one) =>
          one.id === figure.id ? ({ ...one, ...part } as LiveFigure) : one,
        ),
      },
      field,
    )
  return (
    <>
      <label>
        <span class="visually-hidden">{t('author.figureLabel')}</span>
        <input
          type="text"
          lang={side === 'zh' ? 'zh-CN' : 'en'}
          value={figure.label[side]}
          onInput={({ currentTarget: { value } }) =>
            change({ label: withSide(figure.label, side, value) }, `label/${figure.id}/${side}`)
          }
        />
      </label>
      <code>{`{${figure.id}}`}</code>
      <b>
        {now}
        {!isTold(scene, figure) && <small>{t('author.notCalled')}</small>}
      </b>
      <select
        aria-label={t('author.place')}
        value={figure.place}
        onChange={({ currentTarget: { value } }) =>
          change({ place: value === 'list' ? 'list' : 'text' })
        }
      >
        <option value="list">{t('author.inList')}</option>
        <option value="text">{t('author.inText')}</option>
      </select>
      <button
        type="button"
        class="quiet"
        aria-label={t('author.dropFigure', { label: say(figure.label) })}
        onClick={() => {
          const { figures, claims } = withoutFigure(scene, figure.id)
          changeScene(scene.id, { figures, claims })
        }}
      >
        ×
      </button>
      {figure.kind === 'matrix' && <MatrixPlaces figure={figure} onEnds={change} />}
    </>
  )
}
