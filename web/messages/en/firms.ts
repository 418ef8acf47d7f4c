// English texts of the board of transformation and demand pooling.
import type { firms as zh } from '#web/messages/zh-CN/firms.ts'

export const firms: Record<keyof typeof zh, string> = {
  title: 'Transformation and pooling',
  lead: 'This atlas lists {firms} makers of traditional parts; {ruled} have a product that could be converted, and {near} of them have a confirmed buyer within {minutes} truck minutes. The plan’s target is 500 firms; the stage of {staged} is recorded, of the others unknown.',
  loading: 'Working it out…',
  within: 'Buyers within truck minutes',
  minutes: '{count} minutes',
  company: 'Firm',
  today: 'Makes today',
  possible: 'Could turn to',
  buyers: 'Buyers within {minutes} minutes',
  stage: 'Stage of transformation',
  'stage.none': 'not begun',
  'stage.planned': 'planned',
  'stage.building': 'being built',
  'stage.producing': 'producing',
  unknown: 'unknown',
  setStage: 'Record',
  setStageOf: 'Record the stage of {name}',
  noRule:
    'No conversion rule covers its products yet; an administrator can add one with its source.',
  ourReading: 'our inference; no document states it',
  isThere: 'already in this segment',
  range: '{low}–{high}',
  sure: '{count}',
  notMeasured: 'cannot be measured: place unknown',
  nearest: 'nearest: {list}',
  method:
    'Buyers are running vehicle plants and firms whose product is recorded to need the part. Rough places make intervals: the low end is surely in time, the high end holds what may be and what cannot be measured.',
  pooling: 'Pooling: who could buy together',
  poolingLead:
    'Running vehicle plants within {minutes} truck minutes of one another: {groups, plural, one {# group} other {# groups}}. How much a vehicle takes is not published, so plants are counted and no volume is estimated.',
  noGroup: 'No two running plants of known place lie within this radius. Try a wider one.',
  group: '{count} plants around {name}',
  capacity: 'design capacity is published of {known}, unknown of the others',
  product: 'Product',
  serving: 'Firms that can serve the whole group',
  perhaps: 'Perhaps (rough place)',
  none: 'none',
  unplaced: 'Of unknown place and in no group: {list}.',
  sites: 'Small-firm sites and incubators',
  noSites:
    'No source names a park as a small-firm site or an incubator. If a document does, add the park and put its title and source into “Official status”.',
  someSites: '{count} named so in “Official status”:',
  addSite: 'Add a park',
}
