// Every choice of every filter, as something that can be typed.

import { chosen, FILTER_IDS } from '#geodata/analysis/shown/filters.ts'
import { t } from '#web/messages/index.ts'
import { valuesOf } from '#web/panels/filters/filter-sections.tsx'
import { FILTER_LOOKS } from '#web/panels/filters/filter-words.tsx'
import type { Command } from '#web/panels/search/commands.ts'
import { changeView, view } from '#web/state/view/store.ts'

/** Each takes its choice back where it is made already. */
export function filterCommands(): Command[] {
  return FILTER_IDS.flatMap((id) =>
    valuesOf(id).map((value): Command => {
      const isOn = () => view.peek().filters[id]?.includes(value) ?? false
      return {
        id: `filter.${id}.${value}`,
        group: 'show',
        title: () =>
          t(isOn() ? 'keys.filterOff' : 'keys.filter', {
            title: t(`filters.title.${id}`),
            label: FILTER_LOOKS[id].label(value),
          }),
        run: () =>
          changeView({
            workspace: 'layout',
            filters: chosen(view.peek().filters, id, value, !isOn()),
          }),
      }
    }),
  )
}
