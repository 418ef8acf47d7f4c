// English texts of the shell: the state of the connection, ways past what lies before.
export const shell = {
  offline: 'No network.',
  serverAway: 'The server does not answer.',
  kept: 'What is loaded stays; new answers and edits wait.',
  trying: 'Trying again every few seconds.',
  skip: 'Skip to',
  'skip.result': 'Skip to the result',
  'skip.map': 'Skip to the map',
  'skip.panel': 'Skip to the panel',
} as const
