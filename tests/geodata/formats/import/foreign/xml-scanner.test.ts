// Does the scanner tell the same of XML as saxes does, which another hand wrote, wherever the text is cut?
import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { expect, it } from 'vitest'
import { Allowance } from '#geodata/formats/import/foreign/allowance.ts'
import { XmlScanner } from '#geodata/formats/import/foreign/xml/xml-scanner.ts'

type Told = string[]

/** Texts that come in pieces are one. */
function listener() {
  const told: Told = []
  let text = ''
  const flush = () => {
    if (text) told.push(`"${text}"`)
    text = ''
  }
  return {
    open: (name: string, attributes: Readonly<Record<string, string>>) => {
      flush()
      told.push(`<${name} ${JSON.stringify(Object.entries(attributes))}`)
    },
    close: (name: string) => {
      flush()
      told.push(`/${name}`)
    },
    text: (part: string) => {
      text += part
    },
    onBrokenText: () => {},
    told,
  }
}

function byScanner(parts: readonly string[]): Told | 'refused' {
  const reader = listener()
  const scanner = new XmlScanner(reader, new Allowance())
  try {
    for (const part of parts) scanner.write(part)
    scanner.finish()
  } catch {
    return 'refused'
  }
  return reader.told
}

function bySaxes(xml: string): Told | 'refused' {
  const reader = listener()
  const parser = new SaxesParser({ xmlns: false })
  let depth = 0
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1
    reader.open(name, attributes)
  })
  parser.on('closetag', ({ name }) => {
    depth -= 1
    reader.close(name)
  })
  parser.on('text', (text) => (depth > 0 ? reader.text(text) : undefined))
  parser.on('cdata', (text) => reader.text(text))
  try {
    parser.write(xml).close()
  } catch {
    return 'refused'
  }
  return reader.told
}

const name = fc.constantFrom('a', 'row', 'c', 'Placemark')
const text = fc.string({
  unit: fc.constantFrom('长', 'x', ' ', '&amp;', '&#65;', '&lt;', "'", '"'),
  maxLength: 6,
})
const attribute = fc.tuple(
  fc.constantFrom('r', 's'),
  text.map((one) => one.replaceAll('"', '&quot;')),
)
const { node } = fc.letrec<{ node: string; content: string }>((tie) => ({
  node: fc
    .tuple(
      name,
      fc.uniqueArray(attribute, { maxLength: 2, selector: ([key]) => key }),
      tie('content'),
      fc.boolean(),
    )
    .map(([tag, attributes, content, isShort]) => {
      const written = attributes.map(([key, value]) => ` ${key}="${value}"`).join('')
      return content === '' && isShort
        ? `<${tag}${written}/>`
        : `<${tag}${written} >${content}</${tag} >`
    }),
  content: fc
    .array(
      fc.oneof(
        { depthSize: 'small' },
        text,
        fc.constantFrom('<!-- a > b -->', '<![CDATA[<b> & ]]]>', '<?pi x?>'),
        tie('node'),
      ),
      { maxLength: 4 },
    )
    .map((parts) => parts.join('')),
}))

it('tells the same tags and texts, cut anywhere', () => {
  fc.assert(
    fc.property(node, fc.nat(200), fc.nat(200), (xml, one, other) => {
      const [first, second] = [Math.min(one, other), Math.max(one, other)]
      const parts = [xml.slice(0, first), xml.slice(first, second), xml.slice(second)]
      expect(byScanner(parts)).toEqual(bySaxes(xml))
    }),
    { numRuns: 1500, seed: 22 },
  )
})

it('refuses what saxes refuses: tags that do not match, do not end, or stand beside each other', () => {
  const wrong = [
    '<a><b></a></b>',
    '<a>',
    '<a></b>',
    '</a>',
    '<a',
    '<a b></a>',
    '<a b=c></a>',
    '<a/><b/>',
    'x<a/>',
    '<a/>x',
    '<a><!-- x</a>',
    '<a><![CDATA[x</a>',
    '',
    '<a b="1></a>',
    '<a></a',
    '<>x</>',
  ]
  for (const xml of wrong) {
    expect(bySaxes(xml), xml).toBe('refused')
    expect(byScanner([xml]), xml).toBe('refused')
  }
})

it('keeps entities that XML does not have as they stand, and expands none that a file declares', () => {
  const reader = listener()
  let broken = 0
  const scanner = new XmlScanner({ ...reader, onBrokenText: () => broken++ }, new Allowance())
  scanner.write('<a>重庆&nbsp;渝北 A&B &#xD800;</a>')
  scanner.finish()
  expect([reader.told[1], broken]).toEqual(['"重庆&nbsp;渝北 A&B &#xD800;"', 3])
  expect(byScanner(['<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'])).toBe('refused')
})
