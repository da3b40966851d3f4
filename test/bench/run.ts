import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Measurement } from './measurement.ts'

/**
 * Runs every *.bench.ts of this folder (each exports `measure`) or those named on the command line, and prints a
 * table. Exit status 1 when a promise is broken.
 */
const wanted = process.argv.slice(2)
const files = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.bench.ts'))
  .filter((file) => wanted.length === 0 || wanted.some((name) => file.startsWith(name)))
  .sort()

let broken = 0
for (const file of files) {
  const { measure } = (await import(join(import.meta.dirname, file))) as {
    measure: () => Measurement[] | Promise<Measurement[]>
  }
  console.log(`== ${file.slice(0, -'.bench.ts'.length)}\n    median       p95    budget`)
  for (const { what, median, p95, budget, of } of await measure()) {
    const isBroken = budget !== undefined && (of === 'p95' ? p95 : median) > budget
    if (isBroken) broken++
    const cells = [median, p95, budget].map((value) => (value === undefined ? '' : value.toFixed(2)).padStart(10))
    console.log(`${cells.join('')}  ${what}${isBroken ? '  ABOVE THE BUDGET' : ''}`)
  }
}
if (broken > 0) process.exitCode = 1
