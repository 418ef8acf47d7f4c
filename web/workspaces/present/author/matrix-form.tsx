// A table of truck minutes: its places are found by their names, and put in and taken out by the keys.
import { useState } from 'preact/hooks'
import {
  foundPlaces,
  isSamePlace,
  type MatrixFigure,
  type MatrixPlace,
  matrixAsked,
  type PlaceChoice,
  placeChoices,
} from '#geodata/analysis/stories/matrix-asked.ts'
import { MOST_IN_TABLE, type Scene } from '#geodata/contract/stories.ts'
import { say, t } from '#web/messages/index.ts'
import { askFirmsNamed, companies, firmOf } from '#web/state/region/firms.ts'
import { hubs, parks } from '#web/state/region/lists.ts'
import { withFigure } from '#web/state/story/story-edits.ts'
import { PlacesField } from '#web/workspaces/present/author/places-field.tsx'
import { changeScene } from '#web/workspaces/present/author/writing.ts'

const MOST_FOUND = 8

const choicesNow = (places: readonly MatrixPlace[]) => {
  for (const { collection, id } of places) if (collection === 'companies') firmOf(id)
  return placeChoices({ parks: parks.value, companies: companies.value, hubs: hubs.value })
}

/** What is gone meanwhile is called by its id. */
const chosenOf = (choices: readonly PlaceChoice[], places: readonly MatrixPlace[]): PlaceChoice[] =>
  places.map(
    (place) =>
      choices.find((one) => isSamePlace(one.place, place)) ?? {
        place,
        name: { zh: place.id, en: place.id },
      },
  )

type EndsProps = {
  from: readonly MatrixPlace[]
  to: readonly MatrixPlace[]
  onEnds: (ends: { from: MatrixPlace[]; to: MatrixPlace[] }) => void
  /** The first field takes the focus when it comes. */
  isFirst?: boolean
}

function Ends({ from, to, onEnds, isFirst = false }: EndsProps) {
  const choices = choicesNow([...from, ...to])
  const field = (end: 'from' | 'to', places: readonly MatrixPlace[], other: object) => (
    <PlacesField
      label={t(end === 'from' ? 'author.matrixFrom' : 'author.matrixTo', { most: MOST_IN_TABLE })}
      isFirst={isFirst && end === 'from'}
      chosen={chosenOf(choices, places).map(({ name }) => say(name))}
      isFull={places.length >= MOST_IN_TABLE}
      found={(text) => {
        askFirmsNamed(text)
        return foundPlaces(choices, text, places, MOST_FOUND).map(({ place, name }) => ({
          name: say(name),
          kind: t(`author.placeOf.${place.collection}`),
          take: () => onEnds({ from: [...from], to: [...to], ...other, [end]: [...places, place] }),
        }))
      }}
      onDrop={(index) =>
        onEnds({ from: [...from], to: [...to], ...other, [end]: places.toSpliced(index, 1) })
      }
    />
  )
  return (
    <>
      {field('from', from, {})}
      {field('to', to, {})}
    </>
  )
}

/** The places of a table that is in the scene; the last of a side stays: a table without any is none. */
export function MatrixPlaces({
  figure,
  onEnds,
}: {
  figure: MatrixFigure
  onEnds: EndsProps['onEnds']
}) {
  return (
    <details class="matrix-places">
      <summary>{t('author.matrixPlaces')}</summary>
      <Ends
        from={figure.from}
        to={figure.to}
        onEnds={(ends) => {
          if (ends.from.length > 0 && ends.to.length > 0) onEnds(ends)
        }}
      />
    </details>
  )
}

/** A new table, from the park that the scene is about where there is one. */
export function MatrixAdder({ scene }: { scene: Scene }) {
  const [ends, setEnds] = useState<{ from: MatrixPlace[]; to: MatrixPlace[] } | null>(null)
  if (!ends) {
    return (
      <button type="button" onClick={() => setEnds({ from: aboutOf(scene), to: [] })}>
        {t('author.addMatrix')}
      </button>
    )
  }
  const put = () => {
    const choices = choicesNow([...ends.from, ...ends.to])
    const figure = matrixAsked(chosenOf(choices, ends.from), chosenOf(choices, ends.to))
    changeScene(scene.id, { figures: withFigure(scene, figure).scene.figures })
    setEnds(null)
  }
  return (
    <fieldset class="matrix-places">
      <legend>{t('author.addMatrix')}</legend>
      <Ends {...ends} isFirst onEnds={setEnds} />
      <p class="site-note">{t('author.matrixHint')}</p>
      <p class="author-acts">
        <button
          type="button"
          class="primary"
          disabled={ends.from.length === 0 || ends.to.length === 0}
          onClick={put}
        >
          {t('author.putMatrix')}
        </button>
        <button type="button" class="quiet" onClick={() => setEnds(null)}>
          {t('author.noMatrix')}
        </button>
      </p>
    </fieldset>
  )
}

function aboutOf(scene: Scene): MatrixPlace[] {
  const selected = scene.kind === 'map' ? scene.selection : undefined
  return selected?.collection === 'parks' ? [{ collection: 'parks', id: selected.id }] : []
}
