// English texts of basemaps: the choice, what is said of each, what happens when one does not come.
export const basemaps = {
  title: 'Basemap',
  offline: 'works offline',
  online: 'needs the internet',
  approval: 'Map approval {number}',
  approvalUnset: 'not set',
  offset: 'Online basemaps are CGCS2000, the data WGS84: less than 1 m apart.',
  ownTitle: 'your own style',
  whyNotStyle:
    '{address} is not a usable map style: a MapLibre style of version 8 with layers is expected.',
  whyAnswered: '{address} answered {status}.',
  whyClosed: '{address} cannot be opened, or does not let this page read it.',
  ownAdd: 'Use a style of your own…',
  ownEdit: 'Change the style’s address…',
  ownAddress: 'Address of the style (MapLibre style.json)',
  ownHint:
    'Kept in this browser only. Once saved, this page asks that address for the style, tiles and icons.',
  ownInvalid: 'An address that begins with http:// or https:// is expected',
  ownSave: 'Save and use',
  ownRemove: 'Remove',
  ownCancel: 'Cancel',
  failedMissing: 'The basemap “{name}” of this link is not set up here; the built-in one is shown.',
  failedHosts:
    '“{name}” also loads from {hosts}. Until that is allowed the built-in basemap is shown.',
  failed: 'The basemap “{name}” did not open; the built-in one is shown.',
  allow: 'Allow and open again',
  again: 'Try again',
  useBuiltIn: 'Use the built-in one',
  exportTitle: 'Basemap',
} as const
