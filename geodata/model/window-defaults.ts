// What do just-in-time windows take for granted until somebody knows better?

/** Planning assumptions: nobody has documented them for this region. */
export const WINDOW_DEFAULTS = {
  /** Standard deviation over mean of the time on the road. */
  variation: 0.2,
  /** Share of deliveries that must be in time. */
  requiredShare: 0.95,
  /** Free flow at every hour: no measurement, until somebody puts one in its place. */
  hourFactor: 1,
} as const
