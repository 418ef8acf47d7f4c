// English texts of routes, freight and emissions of a candidate, and of how a ranking is read.
import type { freight as zh } from '#web/messages/zh-CN/freight.ts'

export const freight: Record<keyof typeof zh, string> = {
  age: '{date}, {years, plural, =0 {this year} one {# year old} other {# years old}}',
  ageOldest:
    'oldest input {date}, {years, plural, =0 {this year} one {# year old} other {# years old}}',
  ageUnknown: 'date unknown',
  order: 'What the list is read by',
  'order.score': 'Score',
  'order.minutes': 'Minutes',
  'order.doubts': 'Doubts',
  'countBy.minutes':
    '{count, plural, one {# candidate} other {# candidates}}, by minutes to vehicle plants',
  'countBy.doubts': '{count, plural, one {# candidate} other {# candidates}}, fewest doubts first',
  title: 'Routes and freight',
  computing: 'Finding the routes…',
  failed: 'The routes could not be worked out: {reason}',
  again: 'Work it out again',
  'per.year': '{trips} trips a year, freight {yuan}{toll}; CO₂ {carbon}.',
  'per.thousandUnits':
    'Nobody says how many are made. For 1,000 units: {trips} trips, freight {yuan}{toll}; CO₂ {carbon}.',
  ofWhichToll: ' (tolls in it about {toll})',
  tollUnknown: ' (this network does not tell which roads take toll: tolls in it unknown)',
  unknown: 'unknown',
  needPerTruck:
    'Units per truck are unknown, so trips and freight cannot be told: fill them in under “Logistics” on the left.',
  needKilograms:
    'The mass of one unit is unknown, so CO₂ cannot be told: fill it in under “Logistics” on the left.',
  noVolume: 'For some customers the volume is unknown: there is no total.',
  customers: 'To customers',
  suppliers: 'From suppliers',
  colPlace: 'Place and roads',
  colMinutes: 'min',
  colKilometers: 'km',
  colYuan: 'Freight',
  colCarbon: 'CO₂',
  road: '{name} {kilometers} km',
  units: '{text} units',
  noWay: 'no way there',
  yuan: '¥{span}',
  largeYuan: '¥{span}k',
  kilograms: '{span} kg',
  tonnes: '{span} t',
  'range.likely':
    'Ranges: nine in ten joint draws, with the places, speed and rates that the ranking draws; a total is summed draw by draw.',
  'range.bounds':
    'Ranges: the outer bounds, with every place, speed and rate at its worst and at its best.',
  schematic: 'Lines of the skeleton network are schematic, not surveyed.',
  method: 'Method and factors',
  formula:
    'Trips = units ÷ units per truck. Freight = trips × km × paid way back × CNY/km; fuel and tolls are in the price, tolls are not added again. CO₂ = units × mass of one × km × factor (GB/T 51366-2019, full truck; factors of different lists are never added).',
  colFactor: 'Factor',
  colLow: 'Low',
  colHigh: 'High',
  lowOf: '{title}: low',
  highOf: '{title}: high',
  'kind.documented': 'documented',
  'kind.assumption': 'planning assumption',
  'kind.asked': 'set by you',
  reset: 'Back to the default factors',
}
