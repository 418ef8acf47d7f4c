// Is a filter the same whether it is written as text or as JSON, and is a faulty one told where it fails?
import { expect, it } from 'vitest'
import { Cql2Fault, MOST_DEEP } from '#geodata/formats/cql2/expression.ts'
import { readCql2Json } from '#geodata/formats/cql2/read-json.ts'
import { readCql2Text } from '#geodata/formats/cql2/read-text.ts'

const kind = { property: 'kind' }
const firms = { property: 'firms' }
const op = (name: string, ...args: unknown[]) => ({ op: name, args })

/** Of each rule of the grammar one, with its JSON as the standard's schema has it. */
const PAIRS: [text: string, json: unknown][] = [
  ["kind = 'oem'", op('=', kind, 'oem')],
  ["\"kind\"<>'it''s'", op('<>', kind, "it's")],
  ["kind = 'it\\'s'", op('=', kind, "it's")],
  ["kind = '重庆'", op('=', kind, '重庆')],
  ['区县 = 1', op('=', { property: '区县' }, 1)],
  ['ns:a.b >= 1.5e3', op('>=', { property: 'ns:a.b' }, 1500)],
  ['firms < -2', op('<', firms, -2)],
  ['firms-150.0 > 0', op('>', op('-', firms, 150), 0)],
  [
    'firms = - a * 2 + b / 4 - c ^ 2',
    op(
      '=',
      firms,
      op(
        '-',
        op('+', op('*', op('*', -1, { property: 'a' }), 2), op('/', { property: 'b' }, 4)),
        op('^', { property: 'c' }, 2),
      ),
    ),
  ],
  [
    '0 = (firms % 2) and 1 = firms DIV 3',
    op('and', op('=', 0, op('%', firms, 2)), op('=', 1, op('div', firms, 3))),
  ],
  [
    'firms>5 AND (firms<9 OR kind=TRUE) AND NOT firms=7',
    op(
      'and',
      op('>', firms, 5),
      op('or', op('<', firms, 9), op('=', kind, true)),
      op('not', op('=', firms, 7)),
    ),
  ],
  ["kind NOT LIKE 'a%'", op('not', op('like', kind, 'a%'))],
  ["CASEI(kind) LIKE casei('A_')", op('like', op('casei', kind), op('casei', 'A_'))],
  ["accenti(kind) = ACCENTI('é')", op('=', op('accenti', kind), op('accenti', 'é'))],
  [
    'firms NOT BETWEEN 1 AND 2 OR firms IS NULL',
    op('or', op('not', op('between', firms, 1, 2)), op('isNull', firms)),
  ],
  ['kind IS NOT NULL', op('not', op('isNull', kind))],
  ["kind NOT IN ('a','b')", op('not', op('in', kind, ['a', 'b']))],
  ["built > DATE('2026-05-01')", op('>', { property: 'built' }, { date: '2026-05-01' })],
  [
    "T_DURING(INTERVAL(a, '..'), INTERVAL('2026-01-01', TIMESTAMP('2026-05-01T00:00:00Z')))",
    op(
      't_during',
      { interval: [{ property: 'a' }, '..'] },
      { interval: ['2026-01-01', { timestamp: '2026-05-01T00:00:00Z' }] },
    ),
  ],
  ["A_CONTAINEDBY(kind, ('a', 'b'))", op('a_containedBy', kind, ['a', 'b'])],
  ['t_metby(a, b)', op('t_metBy', { property: 'a' }, { property: 'b' })],
  ['Near(kind, 1, TRUE) = 1', op('=', op('Near', kind, 1, true), 1)],
  [
    'S_INTERSECTS(geometry, BBOX(-106,29,106.5,30))',
    op('s_intersects', { property: 'geometry' }, { bbox: [-106, 29, 106.5, 30] }),
  ],
  ...(
    [
      ['POINT(106 29)', { type: 'Point', coordinates: [106, 29] }],
      ['POINT Z (106 29 300)', { type: 'Point', coordinates: [106, 29, 300] }],
      [
        'LINESTRING(1 2, -3 4)',
        {
          type: 'LineString',
          coordinates: [
            [1, 2],
            [-3, 4],
          ],
        },
      ],
      [
        'POLYGON((0 0, 1 0, 1 1, 0 0),(0.1 0.1, 0.2 0.1, 0.2 0.2, 0.1 0.1))',
        {
          type: 'Polygon',
          coordinates: [
            [
              [0, 0],
              [1, 0],
              [1, 1],
              [0, 0],
            ],
            [
              [0.1, 0.1],
              [0.2, 0.1],
              [0.2, 0.2],
              [0.1, 0.1],
            ],
          ],
        },
      ],
      [
        'MULTIPOINT(1 2, 3 4)',
        {
          type: 'MultiPoint',
          coordinates: [
            [1, 2],
            [3, 4],
          ],
        },
      ],
      [
        'MULTIPOINT((1 2), (3 4))',
        {
          type: 'MultiPoint',
          coordinates: [
            [1, 2],
            [3, 4],
          ],
        },
      ],
      [
        'MULTILINESTRING((1 2, 3 4),(5 6, 7 8))',
        {
          type: 'MultiLineString',
          coordinates: [
            [
              [1, 2],
              [3, 4],
            ],
            [
              [5, 6],
              [7, 8],
            ],
          ],
        },
      ],
      [
        'MULTIPOLYGON(((0 0, 1 0, 1 1, 0 0)))',
        {
          type: 'MultiPolygon',
          coordinates: [
            [
              [
                [0, 0],
                [1, 0],
                [1, 1],
                [0, 0],
              ],
            ],
          ],
        },
      ],
      [
        'GEOMETRYCOLLECTION(POINT(1 2), LINESTRING(1 2, 3 4))',
        {
          type: 'GeometryCollection',
          geometries: [
            { type: 'Point', coordinates: [1, 2] },
            {
              type: 'LineString',
              coordinates: [
                [1, 2],
                [3, 4],
              ],
            },
          ],
        },
      ],
    ] as const
  ).map(([text, geometry]): [string, unknown] => [
    `s_crosses(${text}, geometry)`,
    op('s_crosses', geometry, { property: 'geometry' }),
  ]),
]

it.each(PAIRS)('reads %s', (text, json) => {
  expect(readCql2Text(text)).toEqual(json)
  expect(readCql2Json(JSON.stringify(json))).toEqual(json)
})

const faultOf = (read: () => unknown): Cql2Fault => {
  try {
    read()
  } catch (error) {
    if (error instanceof Cql2Fault) return error
    throw error
  }
  throw new Error('It was taken; a fault was expected.')
}

it.each([
  ["kind = 'oem", /quotation mark at character 8/, /第 8 个字符/],
  ['kind = ', /ends where a property/, /到结尾仍缺属性/],
  ['kind == 1', /“=” came at character 7/, /第 7 个字符处为“=”/],
  ['kind = 1 kind', /“kind” came at character 10; expected the end/, /应为结尾/],
  ['kind IS 1', /expected “NULL”/, /应为“NULL”/],
  ['kind NOT = 1', /expected LIKE, BETWEEN or IN/, /LIKE、BETWEEN 或 IN/],
  ['kind IN (1, )', /“\)” came at character 13/, /第 13 个字符/],
  ['kind; DROP TABLE parks', /“; DROP TABLE” at character 5/, /不是 CQL2/],
  ['S_INTERSECTS(geometry, POINT(106))', /expected a number/, /应为数字/],
  ['S_INTERSECTS(geometry, POINT EMPTY)', /holds no place/, /没有位置/],
  ['', /ends where/, /到结尾/],
])('tells what is wrong with the text %s', (text, en, zh) => {
  const fault = faultOf(() => readCql2Text(text))
  expect(fault.message).toMatch(en)
  expect(fault.zh).toMatch(zh)
})

it.each([
  ['{', /no JSON/],
  ['{"op":"="}', /\/args: nothing came; expected a list/],
  ['{"op":"not","args":[{"is":1}]}', /\/args\/0: \{"is":1\} came; expected op/],
  ['{"op":"not","args":[null]}', /\/args\/0: null came/],
  ['{"type":"Circle","coordinates":[1,2]}', /Circle/],
])('tells what is wrong with the JSON %s', (text, en) => {
  const fault = faultOf(() => readCql2Json(text))
  expect(fault.message).toMatch(en)
  expect(fault.zh).not.toBe('')
})

it('refuses what is nested deeper than anybody writes, in either form, and does not run out of stack', () => {
  const deep = 100_000
  const brackets = `${'('.repeat(deep)}a = 1${')'.repeat(deep)}`
  const nots = `${'NOT '.repeat(deep)}a = 1`
  const json = `${'{"op":"not","args":['.repeat(5000)}true${']}'.repeat(5000)}`
  for (const read of [
    () => readCql2Text(brackets),
    () => readCql2Text(nots),
    () => readCql2Json(json),
  ]) {
    expect(faultOf(read).message).toContain(`more than ${MOST_DEEP} deep`)
  }
})
