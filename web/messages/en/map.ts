// English texts of what is drawn on the map and said beside it.
export const map = {
  drawing: 'Drawing the map …',
  drawingLong:
    'Still drawing the map, which takes long here; panels, figures and the table can be used now.',
  'trouble.no-webgl': 'This browser has no WebGL switched on, so the map cannot be drawn.',
  'trouble.lost':
    'The browser took the means of drawing away from the map and did not give them back.',
  'trouble.no-worker':
    'The background program of the map did not load: the browser or a rule of the office may forbid it, or the network broke off.',
  'trouble.no-code': 'The program of the map did not load: the network may have broken off.',
  'trouble.goOn': 'Panels, tables and answers go on.',
  'trouble.reload': 'Load the page again',
  elsewhere: 'The map has left the region.',
  home: 'Back to the region',
  'size.title': 'Size of rings',
  'size.firms': 'Known firms',
  'size.area': 'Planned area',
  'size.output': 'Vehicles made',
  'size.example.output': '{value, number} a year',
  'size.outputNote':
    'Yearly output recorded for the vehicle plants of the park, of different years; for most plants none is published.',
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
  'fill.title': 'Fill of districts',
  'fill.computing': 'Computing…',
  'fill.none': 'No fill',
  'fill.legend': 'Legend of the fill',
  'fill.each': 'Figure of each district',
  'fill.range': '{low, number}–{high}',
  'fill.districts': '{count, plural, one {# district} other {# districts}}',
  'fill.breaks': '{classes} classes by natural breaks (Fisher–Jenks).',
  'fill.parks': 'Parks',
  'fill.parksMethod': 'Parks that the filters keep, by district.',
  'fill.parksValue': '{value, number}',
  'fill.firms': 'Known firms',
  'fill.firmsMethod': 'Known firms that the filters keep; the list may be incomplete.',
  'fill.firmsValue': '{value, number}',
  'fill.gaps': 'Segments without a firm',
  'fill.gapsMethod':
    'Assigned to a park of the district, made by no known firm there. Unknown where nothing is assigned.',
  'fill.gapsValue': '{value, number}',
  'fill.minutes': 'Truck minutes to the “1”',
  'fill.minutesMethod':
    'From the “1” that is set, else from the nearest candidate, to the middle of the district; central value.',
  'fill.minutesValue': '{value, number} min',
  'fill.output': 'Published output',
  'fill.outputMethod':
    'The newest output on the progress board that names the district. Definitions and years differ: read presence and scale only.',
  'fill.outputValue': '{value, number} × 100 m yuan',
  'supply.title': 'Supply',
  'supply.known': 'On record',
  'supply.knownNone': 'No supply relation is on record.',
  'supply.knownAbove': 'None on record names it itself; those of the place it belongs to follow.',
  'supply.ofDistrict': 'Links of its district',
  'supply.ofPark': 'Links of its park and district',
  'supply.suppliers': 'Possible suppliers',
  'supply.customers': 'Possible customers',
  'supply.onMap': 'Show possible partners on the map',
  'supply.derived':
    'Possible: derived from who makes what and what products need; no contract or delivery is on record.',
  'supply.bySegment':
    'By segment only, product not known: {count, plural, one {# firm} other {# firms}}',
  'supply.tooMany':
    'Possible partners are not worked out: this region has too many firms to list each that may be one.',
  'supply.none': 'None derived',
  'supply.computing': 'Looking …',
  'supply.failed': 'Not found: the server did not answer.',
  'supply.withoutProducts':
    'Of {count, plural, one {# firm} other {# firms}} no product or segment is known: nothing can be derived.',
  'supply.andMore': '{name} and {count} more',
  'supply.toVehicle': '{good} → vehicle',
  'links.from': 'Links from year',
  'links.to': 'Links to year',
  'links.sum':
    'Of {all} links, {lined} join cities and are drawn as cables (one link may join several); {unlined} lie within a city or are of a whole province and are only listed.',
  'links.unlined': 'Within a city or of a whole province: listed, not drawn',
} as const
