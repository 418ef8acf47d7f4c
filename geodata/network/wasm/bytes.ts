// What are the bytes of a WebAssembly module, as far as our loops need them?
//
// A function is written as expressions that look like the plain loop: each helper puts its operands'
// code first and its own opcode last, as the stack machine reads them. Opcodes are those of the core
// specification 2.0 (https://www.w3.org/TR/wasm-core-2/#binary-format), named as there. Numbers are
// unsigned wherever that differs. This is no assembler for anything: it knows what we use.

export type Code = readonly number[]
export type ValueType = 'i32' | 'f64' | 'v128'

const TYPE = { i32: 0x7f, f64: 0x7c, v128: 0x7b } as const
const NO_RESULT = 0x40
const END = 0x0b

/** A parameter or a local variable; locals start at zero. */
export type Local = {
  readonly get: Code
  set(value: Code): Code
}

export type WasmFunction = {
  readonly name: string
  readonly parameterCount: number
  readonly locals: readonly ValueType[]
  readonly body: Code
}

/** A function of 32-bit numbers without a result. `write` is given its locals to write the body with. */
export function wasmFunction(
  name: string,
  parameterCount: number,
  write: (parameter: (index: number) => Local, declare: (type: ValueType) => Local) => Code,
): WasmFunction {
  const locals: ValueType[] = []
  const declare = (type: ValueType) => localAt(parameterCount + locals.push(type) - 1)
  const body = write(localAt, declare)
  return { name, parameterCount, locals, body }
}

function localAt(index: number): Local {
  return {
    get: [0x20, ...unsigned(index)],
    set: (value) => [...value, 0x21, ...unsigned(index)],
  }
}

// What follows a load or store: its alignment as a power of two, then what is added to the address.
const at = (alignment: number, offset: number): Code => [alignment, ...unsigned(offset)]

export const i32 = {
  const: (value: number): Code => [0x41, ...signed(value)],
  load: (address: Code, offset = 0): Code => [...address, 0x28, ...at(2, offset)],
  store: (address: Code, value: Code): Code => [...address, ...value, 0x36, ...at(2, 0)],
  add: (a: Code, b: Code): Code => [...a, ...b, 0x6a],
  mul: (a: Code, b: Code): Code => [...a, ...b, 0x6c],
  shl: (a: Code, bits: number): Code => [...a, ...i32.const(bits), 0x74],
  equal: (a: Code, b: Code): Code => [...a, ...b, 0x46],
  less: (a: Code, b: Code): Code => [...a, ...b, 0x49],
}

/** One of two numbers of any one type but vectors. */
export function select(ifTrue: Code, ifFalse: Code, condition: Code): Code {
  return [...ifTrue, ...ifFalse, ...condition, 0x1b]
}

export const f64 = {
  load: (address: Code): Code => [...address, 0x2b, ...at(3, 0)],
  store: (address: Code, value: Code): Code => [...address, ...value, 0x39, ...at(3, 0)],
  add: (a: Code, b: Code): Code => [...a, ...b, 0xa0],
}

const vector = (opcode: number): Code => [0xfd, ...unsigned(opcode)]

/** Four numbers at once. */
export const i32x4 = {
  load: (address: Code, offset = 0): Code => [...address, ...vector(0), ...at(4, offset)],
  /** One number from memory into all four. */
  loadSplat: (address: Code, offset = 0): Code => [...address, ...vector(9), ...at(2, offset)],
  /** One number from memory as the first, zeros behind it. */
  loadFirst: (address: Code): Code => [...address, ...vector(0x5c), ...at(2, 0)],
  /** The value with one number, 0 … 3, replaced from memory. */
  loadLane: (address: Code, value: Code, lane: number): Code => [
    ...[address, value, vector(0x56), at(2, 0)].flat(),
    lane,
  ],
  store: (address: Code, value: Code, offset = 0): Code =>
    [address, value, vector(11), at(4, offset)].flat(),
  splat: (value: Code): Code => [...value, ...vector(0x11)],
  add: (a: Code, b: Code): Code => [...a, ...b, ...vector(0xae)],
  min: (a: Code, b: Code): Code => [...a, ...b, ...vector(0xb7)],
  /** All bits set where a < b, none elsewhere. */
  less: (a: Code, b: Code): Code => [...a, ...b, ...vector(0x3a)],
}

/** Two numbers at once. */
export const f64x2 = {
  load: (address: Code, offset = 0): Code => [...address, ...vector(0), ...at(4, offset)],
  loadSplat: (address: Code, offset = 0): Code => [...address, ...vector(10), ...at(3, offset)],
  loadFirst: (address: Code): Code => [...address, ...vector(0x5d), ...at(3, 0)],
  loadSecond: (address: Code, value: Code): Code =>
    [address, value, vector(0x57), at(3, 0), [1]].flat(),
  store: (address: Code, value: Code, offset = 0): Code =>
    [address, value, vector(11), at(4, offset)].flat(),
  add: (a: Code, b: Code): Code => [...a, ...b, ...vector(0xf0)],
  /** Of each number `ifTrue` where the first or second half of four marks is set. */
  select: (ifTrue: Code, ifFalse: Code, marks: Code, half: 0 | 1): Code =>
    [ifTrue, ifFalse, marks, vector(half === 0 ? 0xc7 : 0xc8), vector(0x52)].flat(),
}

/** Asks before each time. */
export function whileTrue(condition: Code, body: Code): Code {
  const [block, loop, isZero, branchIf, branch] = [0x02, 0x03, 0x45, 0x0d, 0x0c]
  const leave = [...condition, isZero, branchIf, 1]
  return [block, NO_RESULT, loop, NO_RESULT, ...leave, ...body, branch, 0, END, END]
}

/** Runs once, then again while the condition holds. */
export function doWhile(body: Code, condition: Code): Code {
  const [loop, branchIf] = [0x03, 0x0d]
  return [loop, NO_RESULT, ...body, ...condition, branchIf, 0, END]
}

export function ifElse(condition: Code, ifTrue: Code, ifFalse: Code): Code {
  return [...condition, 0x04, NO_RESULT, ...ifTrue, 0x05, ...ifFalse, END]
}

/** A module that exports the functions; they work on the memory it imports as `lent.memory`. */
export function moduleBytes(functions: readonly WasmFunction[]): Uint8Array<ArrayBuffer> {
  const [typeSection, importSection, functionSection, exportSection, codeSection] = [1, 2, 3, 7, 10]
  const isFunction = 0x00
  const memory = [...text('lent'), ...text('memory'), 0x02, 0x00, 0]
  return Uint8Array.from([
    ...[0x00, ...'asm'].map((letter) => (typeof letter === 'string' ? letter.charCodeAt(0) : 0)),
    ...[1, 0, 0, 0],
    ...section(typeSection, functions.map(signature)),
    ...section(importSection, [memory]),
    ...section(
      functionSection,
      functions.map((_, index) => unsigned(index)),
    ),
    ...section(
      exportSection,
      functions.map(({ name }, index) => [...text(name), isFunction, ...unsigned(index)]),
    ),
    ...section(codeSection, functions.map(bodyBytes)),
  ])
}

function signature({ parameterCount }: WasmFunction): Code {
  return [0x60, ...list(new Array<Code>(parameterCount).fill([TYPE.i32])), 0]
}

function bodyBytes({ locals, body }: WasmFunction): Code {
  const code = [...list(locals.map((type) => [1, TYPE[type]])), ...body, END]
  return [...unsigned(code.length), ...code]
}

function section(id: number, items: readonly Code[]): Code {
  const content = list(items)
  return [id, ...unsigned(content.length), ...content]
}

function list(items: readonly Code[]): Code {
  return [...unsigned(items.length), ...items.flat()]
}

function text(value: string): Code {
  return list(Array.from(value, (letter) => [letter.charCodeAt(0)]))
}

/** LEB128: seven bits a byte, the lowest first; the eighth says that more follow. */
export function unsigned(value: number): Code {
  const bytes: number[] = []
  let rest = value
  for (; rest >= 0x80; rest >>>= 7) bytes.push((rest & 0x7f) | 0x80)
  return [...bytes, rest]
}

/** As `unsigned`, but ends where all that is left repeats the sign, the seventh bit. */
export function signed(value: number): Code {
  const bytes: number[] = []
  let rest = value | 0
  for (; rest < -0x40 || rest >= 0x40; rest >>= 7) bytes.push((rest & 0x7f) | 0x80)
  return [...bytes, rest & 0x7f]
}
