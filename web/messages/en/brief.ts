// English texts of the one-page brief of a district.
import type { brief as zh } from '#web/messages/zh-CN/brief.ts'

export const brief: Record<keyof typeof zh, string> = {
  title: 'Park Atlas · district brief',
  of: 'Brief of {name}',
  back: 'Back to progress',
  choose: 'Another district',
  print: 'Print this page',
  unknownDistrict: 'There is no district with the code “{id}”. Choose one above.',
  merged: 'Part of {name} since the end of 2025.',
  lead: 'This atlas lists {parks, plural, one {# park} other {# parks}} and {firms, plural, one {# firm} other {# firms}} in {segments} of {all} segments, and {platforms, plural, one {# platform} other {# platforms}}. The list may be incomplete.',
  areas: 'The developed area is known of {known} of {all} parks.',
  placeless:
    '{count, plural, one {# firm has} other {# firms have}} no known place and no mark on the map.',
  nothing:
    'Nothing is listed here yet: no park, firm or platform. That does not mean there is none; add what you know in Layout.',
  mapLabel: 'Schematic map of {name}: {parks} parks by number, {firms} firms as small dots',
  legend:
    '① number of a park, see below; dashed: known to a town or district only; small dots: firms. Schematic, no authority on borders.',
  parks: 'Parks {count}',
  figures: 'Dated figures',
  firms: 'Known firms {count}',
  gaps: 'Gaps',
  gapsOf:
    'Of {assigned} segments its parks are meant for, {missing} have no known firm in the district:',
  noGap: 'All {count} segments its parks are meant for have a known firm in the district.',
  links: 'Links {count}',
  segments: '{count, plural, one {# segment} other {# segments}}',
  area: 'developed {area} km²',
  areaUnknown: 'developed area unknown',
  basis: 'Basis: {parks} parks and {firms} firms listed.',
}
