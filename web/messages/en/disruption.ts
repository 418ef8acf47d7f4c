// English texts of disruption.
import type { disruption as zh } from '#web/messages/zh-CN/disruption.ts'

export const disruption: Record<keyof typeof zh, string> = {
  title: 'Disruption',
  lead: 'Each stretch of road is closed in turn: how many minutes known suppliers lose on the way to the plants, and who falls out of the window; then, who would be without a source if one supplier stopped.',
  said: '{links} stretches are closed one by one and {pairs} pairs of firm and plant measured again; {inWindow} deliveries are within the time limit today.',
  sentence:
    'From {site}, {product} is hit hardest if {stretch} is closed: {pairs, plural, one {# plant is} other {# plants are}} served the long way and {leaving} beyond {minutes} minutes{cut, plural, =0 {, at most {most} min more} other {, # of them with no way left}}.',
  sentenceNone:
    'From {site}, {product} reaches {inWindow, plural, one {# plant} other {# plants}} within {minutes} minutes, and no single closed stretch changes that.',
  sentenceNobody:
    'From {site} no plant is within {minutes} minutes, so there is no delivery of {product} to disrupt.',
  sentenceRegion:
    'For the whole region the worst is {stretch} closed: {leaving} deliveries fall beyond {minutes} minutes{cut, plural, =0 {, at most {most} min more} other {, # of them with no way left}}.',
  restsOn:
    'All that is cut off is at {name}: on {network} this stretch alone joins it with other roads, which may be due to a simplified extract; look at the roads there first.',
  onIsland:
    'All that is cut off is at {name}: on {network} its road is not joined with the main network, so this proves nothing; look at the roads there first.',
  own: 'Stretches these deliveries depend on',
  region: 'All deliveries of the region',
  network: 'Answered by the {name}.',
  clickMap: 'Close a stretch by clicking it on the map.',
  find: 'Find a stretch by number or place, such as {road} or {place}',
  links: 'The most critical stretches',
  none: 'No closed stretch costs any delivery in the window.',
  colLink: 'Stretch',
  colLost: 'Lost (products × minutes)',
  colMost: 'At worst',
  colLeaving: 'Leave the window',
  cut: '{count} without any way',
  closed: 'Closed: {name}',
  mapLabel: 'Ways before and after {name} is closed, {count} pairs',
  legend:
    'Dashed: the way before; solid: the way instead; cross: closed; thin: other stretches that can be closed.',
  pairs: 'The {count} pairs hit hardest, of {all}',
  colPair: 'Delivery',
  colProducts: 'Products',
  colBefore: 'Before (min)',
  colAfter: 'Instead (min)',
  noWay: 'no way',
  suppliers: 'One supplier stops',
  suppliersLead:
    'By the list: needs for which it is the only known supplier in the window. Firms of which only the segment is known might stand in; they are not counted.',
  supplierSaid: '{only} needs would be without a known supplier, {second} with one left',
  which: 'Which',
  method:
    'Each stretch alone, both directions; only the part of the trees of cheapest ways below it is searched again, equal pair by pair to a full recomputation. No way counts as 240 minutes.',
}
