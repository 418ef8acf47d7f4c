// What do just-in-time windows assume until better values are entered?

/** Planning assumptions: not documented for this region. */
export const WINDOW_DEFAULTS = {
  /** Standard deviation over mean of the time on the road. */
  variation: 0.2,
  /** Share of deliveries that must be in time. */
  requiredShare: 0.95,
  /** Free flow at every hour: no measurement, until one is entered. */
  hourFactor: 1,
} as const
