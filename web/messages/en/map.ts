// English texts of what is drawn on the map and said beside it.
export const map = {
  'size.title': 'Size of rings',
  'size.firms': 'Known firms',
  'size.area': 'Planned area',
  'size.known': 'Known for {known} of {all} parks; the others are small dashed rings',
  'size.example.firms': '{value} firms',
  'size.example.area': '{value} km²',
  'size.unknown': 'Unknown',
  'year.title': 'Year of the map',
  'year.now': 'Now',
  'year.then':
    'End of {year}: {links, plural, one {# link} other {# links}}; the stage of {known, plural, one {# park} other {# parks}} is dated, that of {unknown} is not known for the year.',
  'year.agreed':
    '{year}: {links, plural, one {# new link} other {# new links}}, {stages, plural, one {# change} other {# changes}} of stage',
} as const
