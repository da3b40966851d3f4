import type { Ledger, Measure, Problem } from './ledger.ts'
import type { ReadTable, RowPlace } from './ledger-table.ts'
import { readRowCode } from './row-code.ts'

type ReadProblem = ReadTable['problems'][number]
type ReadMeasure = Omit<Measure, 'id'>

/** A problem of the table with the one of the ledger that it is; `here` null: it is none, or was taken out. */
export interface MatchedProblem {
  read: ReadProblem
  measures: ReadMeasure[]
  places: RowPlace[]
  place: RowPlace
  here: Problem | null
  /** As it was exported. */
  base: Problem | null
}

export interface MatchedMeasure {
  read: ReadMeasure
  place: RowPlace
  here: Measure | null
  base: Measure | null
}

/** Share of pairs of characters, of both texts, that must be in both for one to be the other, rewritten. */
const ALIKE = 0.75

const plain = (text: string): string => text.replace(/\s/g, '')

function pairs(text: string): Set<string> {
  return new Set(Array.from({ length: Math.max(text.length - 1, 0) }, (_, at) => text.slice(at, at + 2)))
}

function areAlike(a: string, b: string): boolean {
  const [first, second] = [pairs(plain(a)), pairs(plain(b))]
  const shared = [...first].filter((pair) => second.has(pair)).length
  return shared > 0 && (2 * shared) / (first.size + second.size) >= ALIKE
}

function exportedRow(
  code: string,
  exported: ReadonlyMap<string, Ledger>,
): { problem: Problem; measure: Measure | null } | null {
  const read = readRowCode(code)
  const problem = read && exported.get(read.token)?.[read.problem - 1]
  return problem ? { problem, measure: problem.measures[read.measure - 1] ?? null } : null
}

/**
 * Which problem of the ledger each problem of the table is: by its 核对编号; else by its text, where several have the
 * same by its number too; else by its number when the text was only rewritten. Nothing is matched twice.
 */
export function matchProblems(
  { problems, measures, places }: Pick<ReadTable, 'problems' | 'measures' | 'places'>,
  exported: ReadonlyMap<string, Ledger>,
  ledger: Ledger,
): MatchedProblem[] {
  const here = new Map(ledger.map((problem) => [problem.id, problem]))
  const taken = new Map<string, MatchedProblem>()
  const result: MatchedProblem[] = []
  const open: { entry: MatchedProblem; number: string }[] = []
  problems.forEach((read, index) => {
    const place = places[index]
    if (!place) return
    const entry: MatchedProblem = {
      read,
      measures: [...(measures[index] ?? [])],
      places: place.measures,
      place,
      here: null,
      base: null,
    }
    const codes = [place.code, ...place.measures.map(({ code }) => code)]
    const base = codes.map((code) => exportedRow(code, exported)?.problem).find(Boolean) ?? null
    const first = base && taken.get(base.id)
    if (first && plain(first.read.text) === plain(read.text)) {
      // The same problem once more, apart from its other rows: sorted by something else.
      first.measures.push(...entry.measures)
      first.places = [...first.places, ...entry.places]
      return
    }
    result.push(entry)
    if (base && !first) {
      Object.assign(entry, { base, here: here.get(base.id) ?? null })
      taken.set(base.id, entry)
    } else open.push({ entry, number: place.number })
  })

  const numbers = new Map(ledger.map(({ id }, index) => [id, String(index + 1)]))
  const byText = new Map<string, Problem[]>()
  for (const problem of ledger) {
    const text = plain(problem.text)
    byText.set(text, [...(byText.get(text) ?? []), problem])
  }
  const match = (entry: MatchedProblem, problem: Problem | undefined): boolean => {
    if (!problem || taken.has(problem.id)) return false
    entry.here = problem
    taken.set(problem.id, entry)
    return true
  }
  const left = open.filter(({ entry, number }) => {
    const text = plain(entry.read.text)
    const same = text === '' ? [] : (byText.get(text) ?? []).filter(({ id }) => !taken.has(id))
    return !match(entry, same.find(({ id }) => numbers.get(id) === number) ?? same[0])
  })
  for (const { entry, number } of left) {
    const problem = ledger[Number(number) - 1]
    if (problem && areAlike(problem.text, entry.read.text)) match(entry, problem)
  }
  return result
}

interface MeasuresInput {
  measures: readonly ReadMeasure[]
  places: readonly RowPlace[]
  exported: ReadonlyMap<string, Ledger>
  here: Problem
  base: Problem | null
}

/** The same for the measures of one problem: by 核对编号, by text, by a text that is nearly the same. */
export function matchMeasures({ measures, places, exported, here, base }: MeasuresInput): MatchedMeasure[] {
  const taken = new Set<string>()
  const result = measures.flatMap((read, index): MatchedMeasure[] => {
    const place = places[index]
    if (!place) return []
    const row = exportedRow(place.code, exported)
    const was = row?.problem.id === here.id && row.measure && !taken.has(row.measure.id) ? row.measure : null
    if (was) taken.add(was.id)
    return [{ read, place, base: was, here: was ? (here.measures.find(({ id }) => id === was.id) ?? null) : null }]
  })
  const pass = (isSame: (own: Measure, read: ReadMeasure) => boolean) => {
    for (const pair of result) {
      if (pair.here || pair.base) continue
      const own = here.measures.find((measure) => !taken.has(measure.id) && isSame(measure, pair.read))
      if (!own) continue
      taken.add(own.id)
      pair.here = own
      pair.base = base?.measures.find(({ id }) => id === own.id) ?? null
    }
  }
  pass((own, read) => plain(own.text) === plain(read.text))
  pass((own, read) => areAlike(own.text, read.text))
  return result
}
