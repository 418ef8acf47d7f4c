// The ground that is always there: boundaries, rivers and roads out of the base data.
import { BUILT_IN_ID } from '#geodata/contract/basemaps.ts'
import { type BasemapKind, describe } from '#server/basemaps/setting.ts'

/** Whose the schematic rivers are. */
export const RIVERS = {
  zh: '河流：区县界与 Natural Earth（示意）',
  en: 'Rivers: district borders and Natural Earth (schematic)',
}

export const builtIn: BasemapKind = {
  kind: 'built-in',
  entries: (known) => [
    {
      kind: 'built-in',
      id: BUILT_IN_ID,
      ...describe(known, 'built-in', {
        title: { zh: '内置（离线）', en: 'Built-in (offline)' },
        licence: 'public domain',
        // Boundaries and roads are described with the data.
        attribution: RIVERS,
        approvalNumber: known.mapApprovalNumber,
      }),
      online: false,
      imagery: false,
      replaces: [],
    },
  ],
}
