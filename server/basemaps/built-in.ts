// The ground that is always there: boundaries, rivers and roads out of the base data.
import { BUILT_IN_ID } from '#geodata/contract/basemaps.ts'
import { type BasemapKind, told } from '#server/basemaps/setting.ts'

export const builtIn: BasemapKind = {
  kind: 'built-in',
  entries: (known) => [
    {
      kind: 'built-in',
      id: BUILT_IN_ID,
      ...told(known, 'built-in', {
        title: { zh: '内置（离线）', en: 'Built-in (offline)' },
        licence: 'see the sources of the data',
        // Boundaries, rivers and roads are told with the data, row by row.
        attribution: { zh: '', en: '' },
        approvalNumber: known.mapApprovalNumber,
      }),
      online: false,
      imagery: false,
      replaces: [],
    },
  ],
}
