// Which range is shown: what nine in ten draws give, or the outer bounds?
import '#web/parts/controls/site-order.css'
import { useId } from 'preact/hooks'
import { t } from '#web/messages/index.ts'
import { shownRange } from '#web/state/view/shown-range.ts'

export function ShownRangeChoice() {
  // The ranking and a board beside it may both offer it: each is a group of its own.
  const group = useId()
  return (
    <fieldset class="site-order shown-range">
      <legend class="visually-hidden">{t('site.range')}</legend>
      {(['likely', 'bounds'] as const).map((range) => (
        <label key={range} title={t(`site.rangeHint.${range}`)}>
          <input
            type="radio"
            name={group}
            checked={shownRange.value === range}
            onChange={() => {
              shownRange.value = range
            }}
          />
          <span>{t(`site.range.${range}`)}</span>
        </label>
      ))}
    </fieldset>
  )
}
