// Who drives? A loaded articulated truck with six axles, as large as China allows one to be.
import type { RoadClass } from '#geodata/network/osm/road-classes.ts'

export type TruckProfile = {
  id: 'truck'
  heightMeters: number
  widthMeters: number
  lengthMeters: number
  weightTonnes: number
  axleLoadTonnes: number
  /** Evidence: rows of truck_speeds.csv; null is an assumption without a source. */
  speeds: Readonly<Record<RoadClass, { speedKmPerHour: number; evidenceId: string | null }>>
}

/**
 * Sizes: legal maxima of GB 1589-2016 (外廓尺寸、轴荷及质量限值). Height 4.0 m; width 2.55 m; length
 * 17.1 m (18.1 m with a long bonnet); six axles together 49 t; one axle with twin tyres 10 t.
 *
 * Speeds: rows `planning_speed_mountain`, loaded, free flow. Ramps but those of motorways have no row
 * and take the speed one class lower, as have tracks, which take that of yards. A road of unknown
 * class counts as unclassified.
 */
export const TRUCK: TruckProfile = {
  id: 'truck',
  heightMeters: 4,
  widthMeters: 2.55,
  lengthMeters: 17.1,
  weightTonnes: 49,
  axleLoadTonnes: 10,
  speeds: {
    motorway: { speedKmPerHour: 68, evidenceId: 'V27' },
    motorway_link: { speedKmPerHour: 40, evidenceId: 'V41' },
    trunk: { speedKmPerHour: 48, evidenceId: 'V29' },
    trunk_link: { speedKmPerHour: 36, evidenceId: 'V31' },
    primary: { speedKmPerHour: 36, evidenceId: 'V31' },
    primary_link: { speedKmPerHour: 30, evidenceId: 'V33' },
    secondary: { speedKmPerHour: 30, evidenceId: 'V33' },
    secondary_link: { speedKmPerHour: 24, evidenceId: 'V35' },
    tertiary: { speedKmPerHour: 24, evidenceId: 'V35' },
    tertiary_link: { speedKmPerHour: 18, evidenceId: 'V37' },
    unclassified: { speedKmPerHour: 18, evidenceId: 'V37' },
    residential: { speedKmPerHour: 15, evidenceId: 'V39' },
    living_street: { speedKmPerHour: 15, evidenceId: 'V39' },
    service: { speedKmPerHour: 15, evidenceId: 'V39' },
    track: { speedKmPerHour: 15, evidenceId: 'V39' },
    road: { speedKmPerHour: 18, evidenceId: 'V37' },
    ferry: { speedKmPerHour: 15, evidenceId: null },
  },
}
