// Who sweeps: WebAssembly over a memory of its own, or the plain loops where that cannot be had?
//
// Both answer alike, bit by bit.
import {
  PlainSweepMachine,
  type SweepMachine,
  type SweepWish,
  type SweptByDirection,
} from '#geodata/network/sweep-machine.ts'
import { WasmSweepMachine } from '#geodata/network/wasm/wasm-sweep-machine.ts'

export function openSweepMachine(
  positionCount: number,
  swept: SweptByDirection,
  wish: SweepWish,
): SweepMachine {
  const wasm = wish.plain ? undefined : WasmSweepMachine.open(positionCount, swept, wish)
  return wasm ?? new PlainSweepMachine(positionCount, swept, wish)
}
