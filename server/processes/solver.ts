// Solves mixed-integer programs exactly, or says how far from the best it may be (HiGHS, in WebAssembly).
import highsModule from 'highs'
import { lpText, type Program, type Solved } from '#geodata/analysis/allocation/program.ts'

// Its types describe the CommonJS file; what is loaded is the ES module, whose default is the loader.
const load = highsModule as unknown as typeof highsModule.default
const highs = await load()

/** Blocks its thread until it is done or the time is over; null: nothing was found. */
export function solve(program: Program, limitSeconds: number): Solved | null {
  return highs.withModel({ format: 'lp', data: lpText(program) }, (model) => {
    model.options.set({
      output_flag: false,
      time_limit: limitSeconds,
      mip_rel_gap: 0,
      random_seed: 0,
    })
    model.run()
    const isProven = highs.constants.modelStatus.optimal === model.getModelStatus()
    const { colValue } = model.getSolution()
    const value = model.getObjectiveValue()
    if (!isProven && !Number.isFinite(value)) return null
    return {
      chosen: program.binaries.filter((name) => (colValue[model.getColByName(name)] ?? 0) > 0.5),
      value,
      bound: Number(model.info.get('mip_dual_bound')),
      isProven,
    }
  })
}
