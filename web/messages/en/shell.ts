// English texts of the shell: the state of the connection.
export const shell = {
  offline: 'No network.',
  serverAway: 'The server does not answer.',
  kept: 'What is loaded stays; new answers and edits wait.',
  trying: 'Trying again every few seconds.',
} as const
