// The package brings no types; this is the part of it that is used here.
declare module 'subset-font' {
  export default function subsetFont(
    font: Buffer,
    characters: string,
    options: {
      targetFormat: 'woff2' | 'sfnt'
      noHinting?: boolean
      /** Beside those of the oldest kind (OpenType, table name). */
      preserveNameIds?: readonly number[]
    },
  ): Promise<Buffer>
}
