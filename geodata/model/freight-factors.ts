// What freight costs and emissions are made with, each to be changed by the user.

/** CNY/km of a truck, CNY/km of toll road, kgCO2e/(t·km), and what of the way back is paid (1 … 2). */
export const FREIGHT_FACTORS = ['price', 'return', 'toll', 'carbon'] as const
export type FreightFactorId = (typeof FREIGHT_FACTORS)[number]
