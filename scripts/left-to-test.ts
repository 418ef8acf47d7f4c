// Which tests does the quick loop leave to `npm test`?
//
// Those that start programs of their own or go through whole extracts: few files, more than half of the
// time. The quick loop names them each time it runs.

export const LEFT_TO_TEST: readonly string[] = [
  'tests/contracts/real-extracts.test.ts',
  'tests/contracts/real-rings.test.ts',
  'tests/geodata/formats/osm/extracts.test.ts',
  'tests/scripts/build-network.test.ts',
  'tests/server/basemaps/basemap.test.ts',
  'tests/server/basemaps/basemaps.test.ts',
  'tests/server/http/admin.test.ts',
  'tests/server/http/robustness.test.ts',
  'tests/server/region/refused-networks.test.ts',
  'tests/server/routes/network-tiles.test.ts',
  'tests/server/workers/network-builds.test.ts',
]
