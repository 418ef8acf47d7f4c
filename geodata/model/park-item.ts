// Of what can a park be asked and say of itself? One line an item: how it is answered.

/** amount: a number from zero; state: whether it is there. */
export const PARK_ITEMS = {
  freeLandHectares: 'amount',
  powerMegavoltAmperes: 'amount',
  floorLoad: 'amount',
  landPrice: 'amount',
  factoryRent: 'amount',
  gas: 'state',
  steam: 'state',
  water: 'state',
  wasteWater: 'state',
  chemicalPark: 'state',
} as const satisfies Record<string, 'amount' | 'state'>

export type ParkItem = keyof typeof PARK_ITEMS
export const PARK_ITEM_IDS = Object.keys(PARK_ITEMS) as ParkItem[]

/** stated: the amount says it; notKnown: the park was asked and does not know. */
export const ANSWER_STATES = ['stated', 'there', 'absent', 'building', 'notKnown'] as const
export type AnswerState = (typeof ANSWER_STATES)[number]
