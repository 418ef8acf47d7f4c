// One field of a change: a plant or park from the list, a place by name, degrees or on the map, a number, a class.
import type { DrawnGeometry } from '#web/map/hand/draw.ts'
import { nameOf, say, t } from '#web/messages/index.ts'
import { MapDrawing } from '#web/parts/controls/map-drawing.tsx'
import { shownComparison } from '#web/state/answers/comparison.ts'
import type { ChangeKind, Field } from '#web/state/answers/scenario-kinds.ts'
import { parks } from '#web/state/region/lists.ts'
import { namedPlaces } from '#web/workspaces/compare/scenarios/places.ts'
import { degreesText, placeTyped } from '#web/workspaces/compare/scenarios/reading.ts'

type ChangeFieldProps = {
  id: string
  kind: ChangeKind
  field: Field
  text: string
  isBad: boolean
  onText: (text: string) => void
}

export function ChangeField(props: ChangeFieldProps) {
  const { id, kind, field, isBad } = props
  const label = t(`whatIf.field.${kind}.${field.id}` as 'whatIf.field.volume.percent')
  const bad = { 'aria-invalid': isBad, ...(isBad && { 'aria-describedby': `${id}-bad` }) }
  return (
    <div class="what-if-change-field">
      <label for={id}>{label}</label>
      <Control {...props} bad={bad} />
      {isBad && (
        <p class="site-bad" id={`${id}-bad`} role="alert">
          {t(
            kind === 'opened' && field.as === 'place'
              ? 'whatIf.bad.ends'
              : `whatIf.bad.${field.as}`,
          )}
        </p>
      )}
    </div>
  )
}

type ControlProps = ChangeFieldProps & { bad: object }

function Control({ id, field: { as }, text, onText, bad }: ControlProps) {
  const common = { id, value: text, ...bad }
  switch (as) {
    case 'plant':
    case 'park':
    case 'roadClass':
      return (
        <select {...common} onChange={({ currentTarget }) => onText(currentTarget.value)}>
          {as !== 'roadClass' && <option value="">{t('whatIf.choose')}</option>}
          {choicesOf(as, text).map(({ value, name }) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      )
    case 'place':
      return <PlaceControl id={id} text={text} onText={onText} bad={bad} />
    case 'name':
      return (
        <input
          {...common}
          type="text"
          onInput={({ currentTarget }) => onText(currentTarget.value)}
        />
      )
    default:
      return (
        <span class="what-if-change-number">
          <input
            {...common}
            type="text"
            inputMode="decimal"
            size={8}
            onInput={({ currentTarget }) => onText(currentTarget.value)}
          />
          <abbr>{t(`whatIf.unit.${as}`)}</abbr>
        </span>
      )
  }
}

type Choice = { value: string; name: string }

/** What is listed; one that is gone stays chosen, by its code. */
function choicesOf(as: 'plant' | 'park' | 'roadClass', chosen: string): Choice[] {
  const listed = as === 'roadClass' ? roadClasses() : as === 'plant' ? plants() : parkChoices()
  const isListed = chosen === '' || listed.some(({ value }) => value === chosen)
  return isListed ? listed : [{ value: chosen, name: chosen }, ...listed]
}

const PLANT_ROW = 'plant '

/** The vehicle plants that the question looks at. */
function plants(): Choice[] {
  const rows = shownComparison.value?.result?.rows ?? []
  return rows
    .filter(({ id }) => id.startsWith(PLANT_ROW))
    .map(({ id, title }) => ({ value: id.slice(PLANT_ROW.length), name: say(title) }))
}

function parkChoices(): Choice[] {
  return parks.value.map(({ properties }) => ({ value: properties.id, name: nameOf(properties) }))
}

function roadClasses(): Choice[] {
  return (['motorway', 'trunk'] as const).map((value) => ({ value, name: t(`whatIf.${value}`) }))
}

function PlaceControl({ id, text, onText, bad }: Omit<ControlProps, 'kind' | 'field' | 'isBad'>) {
  const lngLat = placeTyped(text, namedPlaces.value)
  const present: DrawnGeometry | null = lngLat ? { type: 'Point', coordinates: lngLat } : null
  return (
    <span class="what-if-change-place">
      <input
        id={id}
        {...bad}
        type="text"
        list={`${id}-names`}
        placeholder={t('whatIf.placeHint')}
        value={text}
        onInput={({ currentTarget }) => onText(currentTarget.value)}
      />
      <datalist id={`${id}-names`}>
        {namedPlaces.value.map(({ names: [name] }) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      {/* biome-ignore lint/a11y: the button in it is pressed; the map it draws on comes into sight */}
      <span onClick={showMap}>
        <MapDrawing
          kind="point"
          present={present}
          neighbours={[]}
          onDrawn={(drawn) => {
            if (drawn?.type === 'Point') onText(degreesText(drawn.coordinates))
          }}
        />
      </span>
    </span>
  )
}

function showMap(): void {
  document.querySelector('.compare-live')?.scrollIntoView({ block: 'nearest' })
}
