// An import of an invented file, ready to be written but for what a test says otherwise.
import type { Import, ImportSystem } from '#geodata/contract/imports.ts'

const NO_COORDINATES: Import['coordinates'] = {
  answer: 'none',
  systems: [],
  others: [],
  said: [],
  rowsWith: 0,
  rowsWithout: 4,
  precision: 'unknown',
}

/** Four rows, all of them new. */
export function inventedImport(otherwise: Partial<Import> = {}): Import {
  const nothing = { tidied: 0, changed: 0, same: 0, doubtful: 0, refused: 0, skipped: 0 }
  return {
    id: 'invented',
    table: 'companies',
    fileName: 'invented.csv',
    byteCount: 200,
    startedAt: '2026-11-30T00:00:00Z',
    state: 'ready',
    progress: 1,
    refusal: null,
    sheets: [],
    written: null,
    notes: [],
    above: [],
    headerLines: [1],
    headers: [],
    columns: [],
    missing: [],
    coordinates: NO_COORDINATES,
    choices: {
      sheet: 0,
      mapping: {},
      system: null,
      precision: null,
      fixed: {},
      evidence: { source: '', date: '', sourceClass: 'none', confidence: 'medium' },
      decisions: {},
      forRest: null,
    },
    counts: { rows: 4, passedOver: 0, new: 4, ...nothing },
    changeId: null,
    ...otherwise,
  }
}

/** One way to read a hundred rows, all of which lie where they should. */
export function inventedSystem(key: string, otherwise: Partial<ImportSystem> = {}): ImportSystem {
  return {
    key,
    words: { zh: key, en: key },
    reading: { zh: '', en: '' },
    chance: 1,
    rows: 100,
    inRegion: 100,
    namesArea: 100,
    inNamedArea: 100,
    namesPlace: 0,
    nearNamedPlace: 0,
    byRoad: null,
    metersApart: 0,
    eastMeters: 0,
    northMeters: 0,
    conversionMeters: 0,
    ...otherwise,
  }
}
