// English texts of the "1" as the user sets it, wherever it is seen.
export const designation = {
  computing: 'Computing…',
  failed: 'No answer',
  scenario: 'My setting',
  designated:
    'The “1” is set to {name}. This is your scenario, not an official decision; minutes to the “1” on the map, in the details and in the matrix follow it.',
  undecidedAgain: 'The “1” is open again: minutes to the “1” are to the nearest candidate.',
  undo: 'Undo',
  clear: 'Clear the setting',
  near: '{near} of the parts parks lie within 60 truck minutes of the “1” (my setting: {name}).',
  minutesSet: 'to the “1” (my setting)',
}
