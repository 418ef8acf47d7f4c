// Questions that are asked often; a new one is a new file and a line here.
import type { Template } from '#geodata/analysis/siting/template.ts'
import { aluminiumDieCasting } from '#geodata/analysis/siting/templates/aluminium-die-casting.ts'
import { batteryTray } from '#geodata/analysis/siting/templates/battery-tray.ts'
import { brakeByWire } from '#geodata/analysis/siting/templates/brake-by-wire.ts'
import { cockpitDisplay } from '#geodata/analysis/siting/templates/cockpit-display.ts'
import { electrolyte } from '#geodata/analysis/siting/templates/electrolyte.ts'
import { powerBattery } from '#geodata/analysis/siting/templates/power-battery.ts'
import { seat } from '#geodata/analysis/siting/templates/seat.ts'
import { wiringHarness } from '#geodata/analysis/siting/templates/wiring-harness.ts'

export const TEMPLATES: readonly Template[] = [
  batteryTray,
  brakeByWire,
  cockpitDisplay,
  powerBattery,
  seat,
  wiringHarness,
  aluminiumDieCasting,
  electrolyte,
]
