// Every way to read the coordinates with what speaks for it, as figures; and how exact they are.
import type { Import, ImportSystem } from '#geodata/contract/imports.ts'
import { PrecisionName } from '#geodata/contract/shared.ts'
import { t } from '#web/messages/index.ts'
import { Words } from '#web/parts/words/words.tsx'
import {
  lengthText,
  percentOf,
  proposalText,
  proposalTitle,
  sayingText,
  systemName,
} from '#web/workspaces/layout/import/coordinate-words.ts'
import type { ImportDesk } from '#web/workspaces/layout/import/import-desk.ts'
import { chosenSystem, type StepProps } from '#web/workspaces/layout/import/step-props.ts'
import { StepTitle } from '#web/workspaces/layout/import/step-title.tsx'

export function CoordinatesStep(props: StepProps) {
  const { one, desk } = props
  const { coordinates } = one
  return (
    <>
      <StepTitle>{proposalTitle(coordinates, one.choices.system)}</StepTitle>
      <p class="lead">
        <Words of={proposalText(coordinates, one.choices.system)} />
      </p>
      {coordinates.said.map((saying) => (
        <p key={saying.text}>
          <Words of={sayingText(saying, coordinates)} />
        </p>
      ))}
      {coordinates.systems.length > 0 && <Systems {...props} />}
      {coordinates.answer !== 'none' && <PrecisionChoice one={one} desk={desk} />}
    </>
  )
}

function Systems(props: StepProps) {
  const { systems } = props.one.coordinates
  const knowsRoads = systems.some(({ byRoad }) => byRoad !== null)
  const knowsNames = systems.some(({ namesPlace }) => namesPlace > 0)
  return (
    <>
      <h3>{t('imports.systems')}</h3>
      <table class="import-table import-systems">
        <thead>
          <tr>
            <th scope="col">{t('imports.system')}</th>
            <th scope="col" class="num">
              {t('imports.chance')}
            </th>
            <th scope="col" class="num">
              {t('imports.share.region')}
            </th>
            <th scope="col" class="num">
              {t('imports.share.area')}
            </th>
            {knowsNames && (
              <th scope="col" class="num">
                {t('imports.share.place')}
              </th>
            )}
            {knowsRoads && (
              <th scope="col" class="num">
                {t('imports.share.road')}
              </th>
            )}
            <th scope="col" class="num">
              {t('imports.apart')}
            </th>
            <th scope="col" class="num">
              {t('imports.conversion')}
            </th>
          </tr>
        </thead>
        <tbody>
          {systems.map((system) => (
            <SystemRow key={system.key} of={system} {...props} {...{ knowsRoads, knowsNames }} />
          ))}
        </tbody>
      </table>
    </>
  )
}

type SystemRowProps = StepProps & {
  of: ImportSystem
  knowsRoads: boolean
  knowsNames: boolean
}

function SystemRow(props: SystemRowProps) {
  const { of: system, one, tried, tryOut, knowsRoads, knowsNames } = props
  const isIn = chosenSystem(one, tried) === system.key
  const isOff = one.state === 'written' || one.state === 'writing'
  return (
    <tr aria-current={isIn ? 'true' : undefined}>
      <th scope="row">
        <label class="import-choice">
          <input
            type="radio"
            name="import-system-row"
            checked={isIn}
            disabled={isOff}
            onChange={() => tryOut(system.key)}
          />
          <span>
            <Words of={systemName(system)} />
          </span>
        </label>
      </th>
      <td class="num" data-head={t('imports.chance')}>
        {chanceText(system.chance)}
      </td>
      <td class="num" data-head={t('imports.share.region')}>
        {shareText(system.inRegion, system.rows)}
      </td>
      <td class="num" data-head={t('imports.share.area')}>
        {shareText(system.inNamedArea, system.namesArea)}
      </td>
      {knowsNames && (
        <td class="num" data-head={t('imports.share.place')}>
          {shareText(system.nearNamedPlace, system.namesPlace)}
        </td>
      )}
      {knowsRoads && (
        <td class="num" data-head={t('imports.share.road')}>
          {shareText(system.byRoad, system.rows)}
        </td>
      )}
      <td class="num" data-head={t('imports.apart')}>
        {system.metersApart < 1 ? '—' : lengthText(system.metersApart)}
      </td>
      <td class="num" data-head={t('imports.conversion')}>
        {system.conversionMeters < 0.5
          ? '—'
          : t('imports.plusMinus', { length: lengthText(system.conversionMeters) })}
      </td>
    </tr>
  )
}

const chanceText = (chance: number) =>
  chance >= 0.9995 ? '> 99.9 %' : chance < 0.0005 ? '< 0.1 %' : `${(chance * 100).toFixed(1)} %`

function shareText(count: number | null, all: number): string {
  if (count === null || all === 0) return t('imports.notKnown')
  return t('imports.ofAll', { count, all, percent: percentOf(count / all) })
}

function PrecisionChoice({ one, desk }: { one: Import; desk: ImportDesk }) {
  const { precision } = one.coordinates
  return (
    <label class="import-precision">
      <span>{t('imports.precision')}</span>
      <select
        value={one.choices.precision ?? ''}
        disabled={one.state === 'written' || one.state === 'writing'}
        onChange={({ currentTarget }) => {
          const read = PrecisionName.safeParse(currentTarget.value)
          void desk.change({ precision: read.success ? read.data : null })
        }}
      >
        <option value="">
          {t('imports.precisionFound', { precision: t(`layout.precision.${precision}`) })}
        </option>
        {PrecisionName.options.map((id) => (
          <option key={id} value={id}>
            {t(`layout.precision.${id}`)}
          </option>
        ))}
      </select>
    </label>
  )
}
