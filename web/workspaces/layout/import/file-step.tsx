// What came: how far it is read, how it was found to be written, which of its tables is taken; or why it was refused.

import type { Import } from '#geodata/contract/imports.ts'
import { sizeText } from '#geodata/contract/story-files.ts'
import { say, t } from '#web/messages/index.ts'
import { Words } from '#web/parts/words/words.tsx'
import { NO_IMPORT } from '#web/state/view/imported.ts'
import { changeView } from '#web/state/view/store.ts'
import { type Fact, Facts } from '#web/workspaces/layout/import/facts.tsx'
import type { ImportDesk } from '#web/workspaces/layout/import/import-desk.ts'
import type { StepProps } from '#web/workspaces/layout/import/step-props.ts'
import { StepTitle } from '#web/workspaces/layout/import/step-title.tsx'

export function FileStep({ one, desk }: StepProps) {
  if (one.state === 'reading') return <Reading one={one} />
  return (
    <>
      <StepTitle>
        <Words of={one.fileName} />
      </StepTitle>
      {one.refusal && (
        <div class={one.state === 'refused' ? 'import-refused' : 'import-alert'} role="alert">
          {one.state === 'refused' && <h3>{t('imports.refused')}</h3>}
          <p>
            <Words of={say(one.refusal)} />
          </p>
          {one.state === 'refused' && (
            <p class="acts">
              <button
                type="button"
                class="primary"
                onClick={() => changeView({ imported: NO_IMPORT })}
              >
                {t('imports.another')}
              </button>
            </p>
          )}
        </div>
      )}
      <Facts of={fileFacts(one)} />
      <Sheets one={one} desk={desk} />
      {one.notes.length > 0 && (
        <section>
          <h3>{t('imports.notes')}</h3>
          <ul class="import-notes">
            {one.notes.map((note) => (
              <li key={note.words.zh}>
                <Words of={say(note.words)} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {one.above.length > 0 && (
        <section>
          <h3>{t('imports.above')}</h3>
          <ul class="import-notes">
            {one.above.map((text, index) => (
              <li key={index}>
                <Words of={text} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function Reading({ one }: { one: Import }) {
  const percent = Math.round(one.progress * 100)
  return (
    <>
      <StepTitle>
        <Words of={t('imports.reading', { name: one.fileName })} />
      </StepTitle>
      <p class="lead">{t('imports.readingLead', { size: sizeText(one.byteCount) })}</p>
      <p class="import-progress">
        <progress max={100} value={percent} aria-label={t('imports.state.reading')} />
        <output>{`${percent} %`}</output>
      </p>
    </>
  )
}

function fileFacts(one: Import): Fact[] {
  const { written, counts, headerLines, byteCount } = one
  const facts: Fact[] = [[t('imports.fact.size'), sizeText(byteCount)]]
  if (written) {
    facts.push([t('imports.fact.encoding'), t('imports.foundOut', { what: written.encoding })])
    facts.push([
      t('imports.fact.delimiter'),
      written.delimiter === '\t' ? t('imports.tabulator') : written.delimiter,
    ])
  }
  if (one.state !== 'refused') {
    facts.push([
      t('imports.fact.headers'),
      headerLines.length > 0
        ? t('imports.headerLines', { lines: headerLines.join(t('common.listSeparator')) })
        : t('imports.headersOfFormat'),
    ])
    facts.push([t('imports.fact.rows'), t('imports.rowsOf', { count: counts.rows })])
    facts.push([t('imports.fact.passedOver'), t('imports.rowsOf', { count: counts.passedOver })])
  }
  return facts
}

function Sheets({ one, desk }: { one: Import; desk: ImportDesk }) {
  const { sheets, choices, state } = one
  if (sheets.length < 2) return null
  return (
    <fieldset class="import-sheets" disabled={state === 'written' || state === 'writing'}>
      <legend>{t('imports.sheets', { count: sheets.length })}</legend>
      {sheets.map(({ name, rows, isHidden }, index) => (
        <label key={index} class="import-choice">
          <input
            type="radio"
            name="import-sheet"
            checked={choices.sheet === index}
            onChange={() => void desk.change({ sheet: index })}
          />
          <span>
            <Words of={name} />
          </span>
          <small>
            {t('imports.rowsOf', { count: rows })}
            {isHidden && t('imports.sheetHidden')}
          </small>
        </label>
      ))}
    </fieldset>
  )
}
