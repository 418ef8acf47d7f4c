// Which ground lies under the data? The list with whose each is, and a style of one's own.
import '#web/panels/basemaps/basemaps.css'
import { useState } from 'preact/hooks'
import { type BasemapEntry, OWN_STYLE_ID } from '#geodata/contract/basemaps.ts'
import { say, t } from '#web/messages/index.ts'
import { OwnStyleForm } from '#web/panels/basemaps/own-style-form.tsx'
import {
  basemapChoices,
  basemapList,
  chosenBasemapId,
  ownStyle,
} from '#web/state/region/basemaps.ts'
import { changeView } from '#web/state/view/store.ts'

export function BasemapChoice() {
  const [editing, setEditing] = useState(false)
  const choices = basemapChoices.value
  return (
    <fieldset class="basemap-choice">
      <legend>{t('basemaps.title')}</legend>
      {choices.map((entry) => (
        <Choice key={entry.id} entry={entry} />
      ))}
      {choices.some(({ online }) => online) && <p class="basemap-note">{t('basemaps.offset')}</p>}
      {editing ? (
        <OwnStyleForm onClose={() => setEditing(false)} />
      ) : (
        <button type="button" class="quiet" onClick={() => setEditing(true)}>
          {ownStyle.value ? t('basemaps.ownEdit') : t('basemaps.ownAdd')}
        </button>
      )}
    </fieldset>
  )
}

function Choice({ entry }: { entry: BasemapEntry }) {
  const { id, title, online, approvalNumber } = entry
  const number = approvalNumber ?? t('basemaps.approvalUnset')
  return (
    <label class="toggle">
      <input
        type="radio"
        name="basemap"
        checked={chosenBasemapId.value === id}
        onChange={() => changeView({ base: id === basemapList.peek()?.defaultId ? null : id })}
      />
      <span>
        {say(title)}
        <small>
          {t(online ? 'basemaps.online' : 'basemaps.offline')}
          {' · '}
          {t(id === OWN_STYLE_ID ? 'basemaps.ownTitle' : 'basemaps.approval', { number })}
        </small>
      </span>
    </label>
  )
}
